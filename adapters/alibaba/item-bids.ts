import type { BidObservation, BidStanding } from '#shared/domain/bid.ts';
import { parseMoney } from '#shared/domain/money.ts';
import { parseBeijing } from '#shared/domain/time.ts';
import type { QuarantinedRow } from '#shared/ports/auction-platform.ts';
import { BadRow, need, quote, readRows, refuseIfDrifted } from '../kit/rows.ts';

const STANDINGS: ReadonlyMap<string, BidStanding> = new Map([
  ['成交', 'winning'],
  ['出局', 'outbid'],
  ['领先', 'leading'],
]);

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

function readBid(cells: readonly string[]): BidObservation {
  const [standing = '', bidder = '', price = '', time = ''] = cells;
  // Anything but an alias may be a person's name; then not even the reason repeats it.
  if (!/^[A-Z]?\d{3,8}$/.test(bidder)) throw new BadRow(' td:nth-of-type(2)', 'not a public bidder number');
  const amount = parseMoney(price);
  if (amount.kind !== 'amount') throw new BadRow(' td:nth-of-type(3)', `not an amount: ${quote(price)}`);
  return {
    bidder,
    price: amount.fen,
    at: need(parseBeijing(time), ' td:nth-of-type(4)', `not a time: ${quote(time)}`),
    standing: need(STANDINGS.get(standing), ' td:nth-of-type(1)', `unknown status word ${quote(standing)}`),
  };
}
