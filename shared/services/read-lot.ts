import { type BidEntry, inBiddingOrder } from '../domain/bid-log.ts';
import type { Caller } from '../domain/caller.ts';
import { type LotCard, toLotCard } from '../domain/lot-card.ts';
import { type LotId, parseLotId } from '../domain/lot-id.ts';
import type { LotState } from '../domain/lot-state.ts';
import { AppError } from '../errors/app-error.ts';
import type { ItemStore } from '../ports/item-store.ts';
import { requireRole } from './authorise.ts';
import { readBids } from './records/bid-chunks.ts';
import { keys } from './records/keys.ts';
import { parseLotItem } from './records/lot-record.ts';

/** Everything known of one lot. */
export interface LotView {
  readonly card: LotCard;
  readonly state: LotState;
  readonly bids: readonly BidEntry[];
}

/**
 * Reads one lot from the record itself, bids included.
 * @throws AppError `RESOURCE.NOT_FOUND`
 */
export async function readLot(caller: Caller, ports: { readonly records: ItemStore }, text: string): Promise<LotView> {
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
