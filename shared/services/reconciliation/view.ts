import type { BidEntry } from '../../domain/bid-log.ts';
import type { Caller } from '../../domain/caller.ts';
import { type LotCard, toLotCard } from '../../domain/lot-card.ts';
import type { LotId } from '../../domain/lot-id.ts';
import type { ClosingData, EnteredTotals, ReconciliationEvent, Signed } from '../../domain/reconciliation/events.ts';
import type { Finding } from '../../domain/reconciliation/finding.ts';
import { type ItemSubject, parseItemId, platformOf, type TotalsSubject } from '../../domain/reconciliation/item-id.ts';
import { AppError } from '../../errors/app-error.ts';
import { requireRole } from '../authorise.ts';
import { load, readLog } from '../events/load.ts';
import { placementAggregate } from '../placement/placement-aggregate.ts';
import type { Item, LotBody } from './item.ts';
import { listItem } from './list-items.ts';
import { readLotCheck } from './lot-check.ts';
import { lotItemOf } from './lot-items.ts';
import { reconciliationAggregate, saidOfPlatform } from './reconciliation-log.ts';
import type { ReconciliationPorts } from './reconciliation-ports.ts';
import { platformsShowingBids } from './shows-bids.ts';
import { totalsItems } from './totals-items.ts';
import { readWinner } from './winners.ts';

/** What a lot's page shows beside the findings. */
export interface LotEvidence {
  readonly card: LotCard;
  readonly findings: readonly Finding[];
  /** The whole log, in the order of bidding. */
  readonly bids: readonly BidEntry[];
  readonly winner: string | null;
  /** The placement of ours that the lot is, where what the platform shows differs from what was approved. */
  readonly placement: { readonly id: string; readonly differences: number } | null;
}

/** One thing somebody did about an item. */
export type ItemDeed =
  | ({ readonly type: 'entered' } & Signed<EnteredTotals>)
  | ({ readonly type: 'closed' } & Signed<ClosingData>);

/** An item with all that was said of it. */
export interface ItemView {
  readonly item: Item;
  readonly lot: LotEvidence | null;
  /** Titles of the lots an item names, by id, where they are known. */
  readonly titles: ReadonlyMap<string, string>;
  /** In order of time. */
  readonly history: readonly ItemDeed[];
}

type Found = Pick<ItemView, 'item' | 'lot'>;

async function differingPlacement(
  ports: ReconciliationPorts,
  { reference }: LotCard,
): Promise<LotEvidence['placement']> {
  const placement = reference === null ? undefined : (await load(ports, placementAggregate, reference))?.state;
  const differences = placement?.shown?.differences.length ?? 0;
  return placement === undefined || differences === 0 ? null : { id: placement.id, differences };
}

async function findLot(ports: ReconciliationPorts, lotId: LotId): Promise<Found | undefined> {
  const platform = platformOf({ kind: 'lot', lotId });
  const [showing, winner] = await Promise.all([
    platformsShowingBids(ports),
    readWinner(ports.records, platform, lotId),
  ]);
  const read = await readLotCheck(ports, lotId, { winner, showsBids: showing.has(platform) });
  if (read === undefined) return undefined;
  const card = toLotCard(read.state, read.version, read.loggedBids);
  const said = (await load(ports, reconciliationAggregate, `lot:${lotId}`))?.state;
  const { findings, unchecked } = read.check;
  const found = findings.map(({ code, words }) => ({ code, words }));
  const item: Item<LotBody> = lotItemOf(ports, card, { unchecked, findings: found, hash: read.hash }, said);
  const placement = await differingPlacement(ports, card);
  return { item, lot: { card, findings, bids: read.bids, winner, placement } };
}

async function findTotals(
  caller: Caller,
  ports: ReconciliationPorts,
  id: string,
  { platform, from, to }: TotalsSubject,
): Promise<Found | undefined> {
  const [{ facts }, said] = await Promise.all([ports.readFacts(caller), saidOfPlatform(ports, platform)]);
  const items = await totalsItems(ports, { platform, facts, said }, { from, to });
  const item = items.find((each) => each.id === id);
  return item && { item, lot: null };
}

async function findList(ports: ReconciliationPorts, documentId: string): Promise<Found | undefined> {
  const platform = platformOf({ kind: 'list', documentId });
  const [cards, said] = await Promise.all([ports.lots(), saidOfPlatform(ports, platform)]);
  const item = await listItem(ports, { platform, cards, said }, documentId);
  return item && { item, lot: null };
}

function find(
  caller: Caller,
  ports: ReconciliationPorts,
  id: string,
  subject: ItemSubject,
): Promise<Found | undefined> {
  if (subject.kind === 'lot') return findLot(ports, subject.lotId);
  if (subject.kind === 'list') return findList(ports, subject.documentId);
  return findTotals(caller, ports, id, subject);
}

/**
 * An item as it stands now, worked out from the record.
 * @throws AppError `RESOURCE.NOT_FOUND`
 */
export async function currentItem(caller: Caller, ports: ReconciliationPorts, id: string): Promise<Found> {
  const subject = parseItemId(id);
  const found = subject === undefined ? undefined : await find(caller, ports, id, subject);
  if (found === undefined) {
    throw new AppError('RESOURCE.NOT_FOUND', 'nothing like this is reconciled', { details: { id: id.slice(0, 200) } });
  }
  return found;
}

function lotsNamed({ body }: Item): readonly string[] {
  if (body.kind === 'lot') return [];
  if (body.kind !== 'list') return body.lines.flatMap(({ lots, uncounted }) => [...lots, ...uncounted]);
  const { missingWithUs, missingWithThem, amountDiffers, outcomeDiffers } = body.comparison;
  const differing = [...amountDiffers, ...outcomeDiffers].map(({ lotId }) => lotId);
  return [...missingWithUs, ...missingWithThem, ...differing];
}

async function titlesOf(ports: ReconciliationPorts, item: Item): Promise<ReadonlyMap<string, string>> {
  const named = new Set(lotsNamed(item));
  if (named.size === 0) return new Map();
  const cards = await ports.lots();
  return new Map(
    [...named].flatMap((lotId) => {
      const title = cards.get(lotId)?.title ?? null;
      return title === null ? [] : [[lotId, title] as const];
    }),
  );
}

/**
 * One item with both sides, its evidence and its history.
 * @throws AppError `ACCESS.DENIED`, `RESOURCE.NOT_FOUND`
 */
export async function readItem(caller: Caller, ports: ReconciliationPorts, id: string): Promise<ItemView> {
  requireRole(caller, 'office', 'auditor', 'operator');
  const found = await currentItem(caller, ports, id);
  const log = await readLog<ReconciliationEvent>(ports, { kind: 'reconciliation', id: found.item.id });
  const history = log.map(
    ({ event, by, at }): ItemDeed =>
      event.type === 'entered' ? { type: 'entered', ...event.data, by, at } : { type: 'closed', ...event.data, by, at },
  );
  return { ...found, titles: await titlesOf(ports, found.item), history };
}
