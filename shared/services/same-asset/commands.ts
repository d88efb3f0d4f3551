import { type Caller, hasRole } from '../../domain/caller.ts';
import { toLotId } from '../../domain/lot-id.ts';
import { actorOf, holdsOn } from '../../domain/people/reach.ts';
import { type Decision, pairId, type SameAssetEvent, type SeenPair } from '../../domain/same-asset/decision.ts';
import { beijingDate } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import { refuseFaults } from '../desk/asset/refuse-faults.ts';
import { recordPlacement } from '../desk/listing/record-placement.ts';
import type { Command, Commander, Committed } from '../events/aggregate.ts';
import { commit } from '../events/commit.ts';
import { identifyLot } from '../placement/identify-lot.ts';
import { decisionAggregate } from './decisions.ts';
import type { HandedOver } from './handed-over.ts';
import { LARGEST_HEAD, readSameAssets, sizeOfHead } from './head.ts';
import { isOfPlacement, type Proposal } from './proposals.ts';
import type { SameAssetPorts } from './same-asset-ports.ts';
import { type PairView, readPair } from './view.ts';

/** The pair a person decides about, and the evidence he saw. */
export interface PairBody {
  readonly a: string;
  readonly b: string;
  /** Hash of the evidence on the page. */
  readonly hash: string;
}

/** A decision with its reason in words. */
export interface ReasonedPairBody extends PairBody {
  readonly reason: string;
}

const LONGEST_REASON = 500;

function officeFor(ports: SameAssetPorts, caller: Caller): Commander {
  const today = beijingDate(ports.clock.now());
  const assignment = caller.assignments?.find((each) => each.role === 'office' && holdsOn(each, today));
  if (assignment === undefined || !hasRole(caller, 'office')) {
    throw new AppError('ACCESS.DENIED', 'only the office joins lots', { details: { roles: ['office'] } });
  }
  return { caller, actor: actorOf(caller, assignment) };
}

function seenOf({ pair, names, evidence, hash }: Proposal): SeenPair {
  return { pair, names, evidence, hash };
}

/** What a decision is made of: the pair as it is now, which must be what the person saw. */
async function allowed(
  caller: Caller,
  ports: SameAssetPorts,
  { a, b, hash }: PairBody,
  what: PairView['may'][number],
): Promise<PairView> {
  const view = await readPair(caller, ports, a, b);
  if (!view.may.includes(what)) throw new AppError('SAME_ASSET.STATE', 'this cannot be said of the pair now');
  if (view.pair.hash !== hash) throw new AppError('SAME_ASSET.CHANGED', 'the evidence is another by now');
  return view;
}

async function requireRoom(ports: SameAssetPorts, { pair, evidence }: Proposal): Promise<void> {
  const head = await readSameAssets(ports.records);
  const link = { lots: pair, codes: evidence.map(({ code }) => code) };
  if (sizeOfHead({ ...head, links: [...head.links, link] }) <= LARGEST_HEAD) return;
  throw new AppError('SAME_ASSET.FULL', 'the merges fill their item');
}

/** Enters the lot where the desk keeps such things: from there its reference joins it with the listing's other lots. */
async function enterLot(
  caller: Caller,
  ports: SameAssetPorts,
  command: Command,
  { pair: { left, right } }: PairView,
  { placement, way }: HandedOver,
): Promise<void> {
  const lotId = left.isPlanned ? right.lotId : left.lotId;
  const card = (await ports.lots()).get(lotId);
  if (card === undefined) throw new AppError('SAME_ASSET.CHANGED', 'the lot is not there any more');
  if (card.url === null) {
    refuseFaults([{ pointer: '/a', sentence: '平台没有给出这个标的的网址,请到上架页面登记。' }]);
    return;
  }
  const { url, externalId, platform } = card;
  const { id, body } = command;
  if (way === 'identify') await identifyLot(caller, ports, placement.id, { id, body }, { number: externalId, url });
  else {
    const placed = { url, lotId: toLotId(platform, externalId), liveAt: card.liveAt };
    await recordPlacement(caller, ports, placement.listingId, { id, body }, placed);
  }
}

/**
 * Confirms that two lots are one asset (确认为同一资产), with the evidence as it was seen; for a listing handed over, enters its lot.
 *
 * @throws AppError `ACCESS.DENIED`, `RESOURCE.NOT_FOUND`, `SAME_ASSET.CHANGED` when the evidence is another by now,
 *   `SAME_ASSET.STATE`, `SAME_ASSET.FULL`, `COMMAND.CONFLICT`, `COMMAND.KEY_REUSED`, and as `recordPlacement` and `identifyLot`
 */
export async function confirmPair(
  caller: Caller,
  ports: SameAssetPorts,
  command: Command,
  body: PairBody,
): Promise<Committed<Decision>> {
  const commander = officeFor(ports, caller);
  const id = pairId(ports.hash, body.a, body.b);
  return commit(ports, decisionAggregate, id, commander, command, async (): Promise<SameAssetEvent> => {
    const view = await allowed(caller, ports, body, 'confirm');
    if (isOfPlacement(view.pair)) {
      if (view.handedOver === null) throw new AppError('SAME_ASSET.CHANGED', 'the listing has a lot by now');
      await enterLot(caller, ports, command, view, view.handedOver);
    } else await requireRoom(ports, view.pair);
    return { type: 'confirmed', data: seenOf(view.pair) };
  });
}

/**
 * Says that two lots are not one asset (不是同一资产): the pair is not proposed again while its evidence stays.
 * @throws AppError as `confirmPair`
 */
export async function refusePair(
  caller: Caller,
  ports: SameAssetPorts,
  command: Command,
  body: ReasonedPairBody,
): Promise<Committed<Decision>> {
  const commander = officeFor(ports, caller);
  const id = pairId(ports.hash, body.a, body.b);
  return commit(ports, decisionAggregate, id, commander, command, async (): Promise<SameAssetEvent> => {
    const { pair } = await allowed(caller, ports, body, 'refuse');
    return { type: 'refused', data: { ...seenOf(pair), reason: body.reason.trim() } };
  });
}

/**
 * Undoes a merge (撤销合并), with a reason; the groups are what they would be without it.
 * @throws AppError as `confirmPair`; `FORM.INVALID` without a reason
 */
export async function undoPair(
  caller: Caller,
  ports: SameAssetPorts,
  command: Command,
  body: Omit<ReasonedPairBody, 'hash'>,
): Promise<Committed<Decision>> {
  const commander = officeFor(ports, caller);
  const reason = body.reason.trim();
  if (reason === '' || reason.length > LONGEST_REASON) {
    refuseFaults([{ pointer: '/reason', sentence: `请写明撤销的原因,最多 ${LONGEST_REASON} 个字` }]);
  }
  const id = pairId(ports.hash, body.a, body.b);
  return commit(ports, decisionAggregate, id, commander, command, async (): Promise<SameAssetEvent> => {
    const { pair, may } = await readPair(caller, ports, body.a, body.b);
    if (!may.includes('undo')) throw new AppError('SAME_ASSET.STATE', 'there is no merge to undo');
    return { type: 'undone', data: { ...seenOf(pair), reason } };
  });
}
