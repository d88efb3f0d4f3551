import type { Owner } from '../../domain/asset/owner.ts';
import type { Caller } from '../../domain/caller.ts';
import { HOME_DISTRICT } from '../../domain/divisions.ts';
import type { Listing } from '../../domain/listing/listing.ts';
import { STATEMENT_KIND } from '../../domain/listing/statement.ts';
import { type LotCard, toLotCard } from '../../domain/lot-card.ts';
import { type LotId, parseLotId } from '../../domain/lot-id.ts';
import type { LotState } from '../../domain/lot-state.ts';
import { mayActForPlatform, maySee, type Reached } from '../../domain/people/reach.ts';
import { noSettlement } from '../../domain/settlement/fold.ts';
import { MILESTONES, type Milestone, toMoment } from '../../domain/settlement/milestone.ts';
import type { Settlement } from '../../domain/settlement/settlement.ts';
import type { Words } from '../../domain/settlement/standing.ts';
import { beijingDate } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import { listingAggregate } from '../desk/listing/listing-aggregate.ts';
import { findOwner } from '../desk/owner/read-owner.ts';
import { load } from '../events/load.ts';
import { keys } from '../records/keys.ts';
import { parseLotItem } from '../records/lot-record.ts';
import { settlementAggregate } from './settlement-aggregate.ts';
import type { SettlementPorts } from './settlement-ports.ts';

type Ports = Pick<SettlementPorts, 'records' | 'clock'>;

/** One lot with all that decides what may be done after its sale. */
export interface KnownLot {
  readonly card: LotCard;
  /** Names of facts that rest on the desk's own statements, not on the platform's word. */
  readonly ours: ReadonlySet<string>;
  readonly isOutcomeOurs: boolean;
  readonly settlement: Settlement;
  /** The listing of ours it came of; `null` where it is none of ours or nobody knows. */
  readonly listing: Listing | null;
  readonly owner: Owner | null;
  readonly reached: Reached;
}

/** Our listing's id in a lot's reference: that id itself, or with the round behind it. */
export function listingIdIn(reference: string | null): string | undefined {
  return /^([0-9a-z]{16})(?:-\d{1,4})?$/.exec(reference ?? '')?.[1];
}

/** Who reaches a lot whose owner nobody knows: whoever reaches its township and kind. */
export function reachedBy(card: Pick<LotCard, 'tradeCategory' | 'township'>, owner: Reached | null): Reached {
  if (owner !== null) return owner;
  const kind = card.tradeCategory === 'state' ? 'state' : 'collective';
  return { id: '', kind, division: card.township ?? HOME_DISTRICT.code };
}

/** Whether the caller may know what follows the sale of a lot: who sees its owner's things, and who works for its platform. */
export function maySeeSettlement(
  caller: Caller,
  card: Pick<LotCard, 'platform'>,
  reached: Reached,
  ports: Pick<Ports, 'clock'>,
): boolean {
  const today = beijingDate(ports.clock.now());
  return maySee(caller, reached) || mayActForPlatform(caller, card.platform, today) !== undefined;
}

/** What the platform and people say of each milestone. */
export function wordsOf(
  card: LotCard,
  { milestones }: Settlement,
  ours: ReadonlySet<string>,
): Readonly<Record<Milestone, Words>> {
  const words = MILESTONES.map((milestone): [Milestone, Words] => {
    const stated = card[milestone];
    const platform = stated === null || ours.has(milestone) ? null : toMoment(stated);
    return [milestone, { platform, recorded: milestones[milestone]?.at(-1)?.value.on ?? null }];
  });
  return Object.fromEntries(words) as Record<Milestone, Words>;
}

function isOurs(document: string): boolean {
  return document.split('.')[1] === STATEMENT_KIND;
}

/** The outcomes all came from statements of the desk. */
function outcomeIsOurs({ outcomes }: LotState): boolean {
  const stamps = Object.values(outcomes);
  return stamps.length > 0 && stamps.every(({ document }) => isOurs(document));
}

async function readRecord(ports: Ports, lotId: LotId) {
  const item = await ports.records.get(keys.lot(lotId));
  if (item === undefined) throw noSuchLot();
  const { state, version, bidCount } = parseLotItem(lotId, item);
  const ours = Object.entries(state.facts).flatMap(([name, { stamp }]) => (isOurs(stamp.document) ? [name] : []));
  return { card: toLotCard(state, version, bidCount), ours: new Set(ours), isOutcomeOurs: outcomeIsOurs(state) };
}

/**
 * A lot the caller may know of, from the record itself.
 * @throws AppError `RESOURCE.NOT_FOUND`, also where he may not
 */
export async function knownLot(caller: Caller, ports: Ports, text: string): Promise<KnownLot> {
  const lotId = parseLotId(text);
  if (lotId === undefined) throw noSuchLot();
  const record = await readRecord(ports, lotId);
  const { card } = record;
  const settlement = (await load(ports, settlementAggregate, lotId))?.state ?? noSettlement(lotId);
  const listingId = listingIdIn(card.reference);
  const listing = listingId === undefined ? undefined : (await load(ports, listingAggregate, listingId))?.state;
  const ownerId = listing?.ownerId ?? settlement.ownerId;
  const owner = ownerId === null ? null : ((await findOwner(ports, ownerId)) ?? null);
  const reached = reachedBy(card, owner);
  if (!maySeeSettlement(caller, card, reached, ports)) throw noSuchLot();
  return { ...record, settlement, listing: listing ?? null, owner, reached };
}

/** @throws AppError `RESOURCE.NOT_FOUND`: nobody learns of a sale that is not his business */
function noSuchLot(): AppError {
  return new AppError('RESOURCE.NOT_FOUND', 'no such lot');
}
