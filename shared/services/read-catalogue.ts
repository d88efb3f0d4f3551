import { type BidEntry, inBiddingOrder } from '../domain/bid-log.ts';
import type { Caller } from '../domain/caller.ts';
import { type LotCard, toLotCard } from '../domain/lot-card.ts';
import { type LotId, parseLotId } from '../domain/lot-id.ts';
import type { LotState } from '../domain/lot-state.ts';
import { AppError } from '../errors/app-error.ts';
import type { ItemStore } from '../ports/item-store.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { requireRole } from './authorise.ts';
import { type CatalogueHead, loadCatalogue, readHead } from './catalogue-snapshot.ts';
import { readBids } from './records/bid-chunks.ts';
import { keys } from './records/keys.ts';
import { parseLotItem } from './records/lot-record.ts';

interface Ports {
  readonly records: ItemStore;
  readonly snapshots: ObjectStore;
}

/** The catalogue laid out for readers: soonest end first among open lots, then the rest. */
export interface CatalogueView {
  /** Changes whenever the content does; `empty` before the first snapshot. */
  readonly etag: string;
  readonly upToSeq: number;
  readonly lots: readonly LotCard[];
}

/** Everything known of one lot. */
export interface LotView {
  readonly card: LotCard;
  readonly state: LotState;
  readonly bids: readonly BidEntry[];
}

const EMPTY_VIEW: CatalogueView = { etag: 'empty', upToSeq: -1, lots: [] };

const OPEN = new Set(['bidding', 'announced', 'suspended']);

/** Open lots first by their end, then closed ones, the latest end first; lots without an end come last. */
function compareCards(a: LotCard, b: LotCard): number {
  const openA = OPEN.has(a.status);
  if (openA !== OPEN.has(b.status)) return openA ? -1 : 1;
  if (a.endsAt !== b.endsAt) {
    if (a.endsAt === null || b.endsAt === null) return a.endsAt === null ? 1 : -1;
    return a.endsAt < b.endsAt === openA ? -1 : 1;
  }
  return a.lotId < b.lotId ? -1 : 1;
}

/** A reader that keeps the last snapshot in memory and asks only whether it is still the newest. */
export function catalogueReader(ports: Ports): (caller: Caller) => Promise<CatalogueView> {
  let view = EMPTY_VIEW;
  const load = async (head: CatalogueHead): Promise<CatalogueView> => {
    const catalogue = await loadCatalogue(ports.snapshots, head);
    const lots = [...catalogue.lots.values()].sort(compareCards);
    return { etag: head.etag, upToSeq: catalogue.upToSeq, lots };
  };
  return async (caller) => {
    requireRole(caller, 'public', 'operator', 'system');
    const head = await readHead(ports.records);
    if (head === undefined) return EMPTY_VIEW;
    if (head.etag !== view.etag) view = await load(head);
    return view;
  };
}

/**
 * Reads one lot from the record itself, bids included.
 * @throws AppError `RESOURCE.NOT_FOUND`
 */
export async function readLot(caller: Caller, ports: Pick<Ports, 'records'>, text: string): Promise<LotView> {
  requireRole(caller, 'public', 'operator', 'system');
  const lotId: LotId | undefined = parseLotId(text);
  const item = lotId === undefined ? undefined : await ports.records.get(keys.lot(lotId));
  if (lotId === undefined || item === undefined) {
    throw new AppError('RESOURCE.NOT_FOUND', 'no such lot', { details: { lotId: text.slice(0, 200) } });
  }
  const record = parseLotItem(lotId, item);
  const { log } = await readBids(ports.records, record);
  const card = toLotCard(record.state, record.version, record.bidCount);
  return { card, state: record.state, bids: inBiddingOrder(log.values()) };
}
