import type { BidObservation } from '#shared/domain/bid.ts';
import type { QuarantinedRow } from '#shared/ports/auction-platform.ts';
import { readRows, refuseIfDrifted } from '../kit/rows.ts';
import { readBidder, readBidPrice, readBidTime, readStanding, STANDINGS } from './bid-row.ts';

/**
 * Reads the bid table (竞买记录) of a detail page: 状态, 竞买号, 价格, 时间.
 * @throws AppError `DOCUMENT.DRIFT` when too many rows are bad
 */
export function readBidTable(rows: readonly (readonly string[])[]): {
  readonly bids: readonly BidObservation[];
  readonly quarantined: readonly QuarantinedRow[];
} {
  const { good, bad } = readRows(rows, (index) => `#J_RecordList tr:nth-of-type(${index + 1})`, readBid);
  refuseIfDrifted(rows.length, bad);
  return { bids: good.map(({ row }) => row), quarantined: bad };
}

function readBid([standing = '', bidder = '', price = '', time = '']: readonly string[]): BidObservation {
  return {
    bidder: readBidder(bidder, ' td:nth-of-type(2)'),
    price: readBidPrice(price, ' td:nth-of-type(3)'),
    at: readBidTime(time, ' td:nth-of-type(4)'),
    standing: readStanding(STANDINGS, standing, ' td:nth-of-type(1)'),
  };
}
