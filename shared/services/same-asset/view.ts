import type { Caller } from '../../domain/caller.ts';
import type { LotCard } from '../../domain/lot-card.ts';
import { type Decision, isMerged, newestOf, pairId } from '../../domain/same-asset/decision.ts';
import { areDifferent, isEnough, type Sighting } from '../../domain/same-asset/evidence.ts';
import { AppError } from '../../errors/app-error.ts';
import { requireRole } from '../authorise.ts';
import { load } from '../events/load.ts';
import { type AssetGroups, assetGroups, lotsBySource } from './asset-groups.ts';
import { decisionAggregate, linksOf, readDecisions } from './decisions.ts';
import { type HandedOver, readHandedOver } from './handed-over.ts';
import { readSameAssets } from './head.ts';
import {
  isOfPlacement,
  mayBeJoined,
  type Proposal,
  type Proposals,
  proposalOf,
  proposalsOf,
  sightingOf,
} from './proposals.ts';
import type { SameAssetPorts } from './same-asset-ports.ts';

/** More are counted, not shown. */
const MOST_PROPOSED = 100;

/** The desk's page of what may be one asset. */
export interface SameAssetBoard extends Proposals {
  /** Merges that hold, the newest first. */
  readonly merged: readonly Decision[];
  /** Pairs refused or undone, the newest first. */
  readonly refused: readonly Decision[];
  /** Pairs refused or undone that other links join all the same: a person looks which of them is wrong. */
  readonly conflicts: readonly Decision[];
}

/** One pair as it stands now. */
export interface PairView {
  readonly pair: Proposal;
  readonly decision: Decision | null;
  /** What a person may do now. */
  readonly may: readonly ('confirm' | 'refuse' | 'undo')[];
  /** Where one side is a listing handed over. */
  readonly handedOver: HandedOver | null;
  /** They are one asset as things stand, by this pair or by other links. */
  readonly isJoined: boolean;
}

function newestFirst(a: Decision, b: Decision): number {
  const [left, right] = [a.said.at(-1)?.at ?? '', b.said.at(-1)?.at ?? ''];
  return left < right ? 1 : left > right ? -1 : a.id < b.id ? -1 : 1;
}

function areJoined(lots: ReadonlyMap<string, LotCard>, groups: AssetGroups, [a, b]: Decision['pair']): boolean {
  const card = lots.get(a);
  return card !== undefined && groups(card).some((member) => member.card.lotId === b);
}

/**
 * Reads what may be one asset, found anew among all lots, and what was decided.
 * @throws AppError `ACCESS.DENIED`
 */
export async function readSameAssetBoard(caller: Caller, ports: SameAssetPorts): Promise<SameAssetBoard> {
  requireRole(caller, 'office', 'auditor');
  const [lots, decisions, head, handedOver] = await Promise.all([
    ports.lots(),
    readDecisions(ports),
    readSameAssets(ports.records),
    readHandedOver(caller, ports),
  ]);
  const source = lotsBySource(lots);
  const groups = assetGroups(source, { ...head, links: linksOf(decisions.values()) });
  const planned = handedOver.map(({ sighting }) => sighting);
  const found = proposalsOf({ hash: ports.hash, lots, source, planned, groups, decisions, most: MOST_PROPOSED });
  const all = [...decisions.values()].toSorted(newestFirst);
  const refused = all.filter((decision) => !isMerged(decision));
  const conflicts = refused.filter(({ pair }) => areJoined(lots, groups, pair));
  return { ...found, merged: all.filter(isMerged), refused, conflicts };
}

function mayOf({ left, right, evidence, pair, hash }: Proposal, decision: Decision | null): PairView['may'] {
  if (decision !== null && isMerged(decision)) return isOfPlacement({ pair }) ? [] : ['undo'];
  const isAsked = mayBeJoined(left, right) && !areDifferent(left, right) && isEnough(evidence);
  if (!isAsked) return [];
  return decision !== null && newestOf(decision).hash === hash ? ['confirm'] : ['confirm', 'refuse'];
}

/** A side of a decided pair that is not there any more, by what its name was then. */
function goneSighting(id: string, name: string): Sighting {
  const nothing = {
    seller: null,
    jurisdiction: null,
    township: null,
    location: null,
    area: null,
    listing: null,
  } as const;
  const unpriced = { appraisalFen: null, startPriceFen: null, priceBasis: null, startsAt: null, endsAt: null } as const;
  return { lotId: id, platform: '', title: name, ...nothing, ...unpriced, isPlanned: id.includes(':') };
}

/**
 * One pair with its evidence as it is now, and what people said of it.
 * @throws AppError `ACCESS.DENIED`; `RESOURCE.NOT_FOUND` when a side is neither known nor was decided about
 */
export async function readPair(caller: Caller, ports: SameAssetPorts, a: string, b: string): Promise<PairView> {
  requireRole(caller, 'office', 'auditor');
  const id = pairId(ports.hash, a, b);
  const [lots, known, head, handedOver] = await Promise.all([
    ports.lots(),
    load(ports, decisionAggregate, id),
    readSameAssets(ports.records),
    readHandedOver(caller, ports),
  ]);
  const decision = known?.state ?? null;
  const waiting = handedOver.find(({ sighting }) => sighting.lotId === a || sighting.lotId === b) ?? null;
  const sideOf = (side: string): Sighting => {
    const card = lots.get(side);
    if (card !== undefined) return sightingOf(card);
    if (waiting?.sighting.lotId === side) return waiting.sighting;
    const at = decision?.pair.indexOf(side) ?? -1;
    const name = decision?.names[at];
    if (name === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no such pair');
    return goneSighting(side, name);
  };
  if (a === b) throw new AppError('RESOURCE.NOT_FOUND', 'no such pair');
  const pair = proposalOf(ports.hash, sideOf(a), sideOf(b));
  const groups = assetGroups(lotsBySource(lots), head);
  const isJoined = areJoined(lots, groups, pair.pair);
  return { pair, decision, may: mayOf(pair, decision), handedOver: waiting, isJoined };
}
