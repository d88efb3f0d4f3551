import type { BidObservation } from '#shared/domain/bid.ts';
import type { MappedDocument, RawDocument } from '#shared/ports/auction-platform.ts';
import { collectUnread, type UnreadFields } from '../kit/drifting.ts';
import { BadRow, need, readRows, refuseIfDrifted, toPointer } from '../kit/rows.ts';
import { readMoment, readYuan } from './fields.ts';
import { needSubject } from './lot-number.ts';
import { readReply } from './reply.ts';
import { PriceLog, PriceRow } from './schema.ts';

/**
 * Maps a page of the bids (竞价记录). The reply names no lot: the document's subject does. Who leads the site's script makes out
 * from the order alone, and a bid taken back turns it over: so a row says only whether it was taken back.
 */
export function mapPriceLog(document: RawDocument): MappedDocument {
  const { value, unread: around } = readReply(PriceLog, document);
  const { externalId } = needSubject(document);
  const unread = collectUnread();
  unread.add('', around);

  const { good, bad } = readRows(
    value.items,
    (index) => toPointer('items', index),
    (row) => readBid(row, unread),
  );
  refuseIfDrifted(value.items.length, bad);
  const bids = good.map(({ row }) => row);
  return {
    lots: [{ externalId, facts: { bidCount: value.totalCount } }],
    bids: [{ externalId, bids }],
    quarantined: bad,
    unread: unread.list(),
  };
}

function readBid(value: unknown, unread: UnreadFields): BidObservation {
  const row = PriceRow.read(value);
  if (!row.ok) throw new BadRow(row.path, row.reason);
  unread.add('/items/*', row.unread);
  const { bidNum, price, bidTime, isBack } = row.value;
  const note = (field: string, reason: string) => {
    throw new BadRow(field, reason);
  };
  return {
    bidder: readBidder(String(bidNum).trim()),
    price: need(readYuan(price, '/price', note), '/price', 'missing'),
    at: need(readMoment(bidTime, '/bidTime', note), '/bidTime', 'missing'),
    standing: isBack ? 'taken-back' : 'unknown',
  };
}

/** Anything but a public number may be a person's name, so that not even the reason repeats it. */
function readBidder(text: string): string {
  if (!/^[A-Z]{0,2}\d{1,8}$/.test(text)) throw new BadRow('/bidNum', 'not a public bidder number');
  return text;
}
