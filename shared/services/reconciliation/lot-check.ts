import { type BidEntry, inBiddingOrder } from '../../domain/bid-log.ts';
import type { LotId } from '../../domain/lot-id.ts';
import type { LotState } from '../../domain/lot-state.ts';
import { checkLot } from '../../domain/reconciliation/check-lot.ts';
import type { LotCheck } from '../../domain/reconciliation/finding.ts';
import { readBids } from '../records/bid-chunks.ts';
import { keys } from '../records/keys.ts';
import { parseLotItem } from '../records/lot-record.ts';
import { hashOfBody } from './item.ts';
import type { ReconciliationPorts } from './reconciliation-ports.ts';

/** What a check depends on beside the lot itself. */
export interface CheckBasis {
  readonly winner: string | null;
  readonly showsBids: boolean;
}

/** A lot's result held against its bids, read from the record itself. */
export interface CheckedLot {
  readonly version: number;
  readonly state: LotState;
  readonly loggedBids: number;
  /** In the order of bidding. */
  readonly bids: readonly BidEntry[];
  readonly check: LotCheck;
  /** Of everything that was found, the bids behind it among it. */
  readonly hash: string;
}

/**
 * Reads one lot and holds its result against its bids; undefined when there is no such lot.
 * @throws AppError `STORE.CONTENTION` when it was folded anew meanwhile
 */
export async function readLotCheck(
  { records, hash }: Pick<ReconciliationPorts, 'records' | 'hash'>,
  lotId: LotId,
  basis: CheckBasis,
): Promise<CheckedLot | undefined> {
  const item = await records.get(keys.lot(lotId));
  if (item === undefined) return undefined;
  const record = parseLotItem(lotId, item);
  const { log } = await readBids(records, record);
  const { version, state, bidCount } = record;
  const bids = inBiddingOrder(log.values());
  const check = checkLot({ state, bids, ...basis });
  return { version, state, loggedBids: bidCount, bids, check, hash: hashOfBody(hash, check.findings) };
}
