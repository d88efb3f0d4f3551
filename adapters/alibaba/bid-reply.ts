import * as z from 'zod/mini';
import type { BidObservation } from '#shared/domain/bid.ts';
import type { Instant } from '#shared/domain/time.ts';
import type { QuarantinedRow } from '#shared/ports/auction-platform.ts';
import { collectUnread, drifting } from '../kit/drifting.ts';
import { type JsValue, readJsObject } from '../kit/js-object.ts';
import { decodeExactly, type Page, unreadableText } from '../kit/page.ts';
import { readEpochMs } from '../kit/page-time.ts';
import { drift } from '../kit/refusal.ts';
import { BadRow, readRows, refuseIfDrifted, toPointer } from '../kit/rows.ts';
import { readBidder, readBidPrice, readBidTime, readStanding, STANDING_CODES } from './bid-row.ts';

/** One page of the bid history; rows are read one by one so that a bad one harms no other. */
const BidReply = drifting(z.object({ records: z.array(z.unknown()) }));

/** One bid, from crawlers' code: no reply is saved anywhere we know of. */
const BidRecord = drifting(
  z.object({
    alias: z.string(),
    /** Yuan with thousands separators. */
    price: z.string(),
    date: z.optional(z.string()),
    /** Milliseconds since 1970, in some replies beside `date`, in some alone. */
    bidTime: z.optional(z.union([z.number(), z.string()])),
    status: z.optional(z.union([z.int(), z.string()])),
  }),
);
type BidRecord = Extract<ReturnType<typeof BidRecord.read>, { ok: true }>['value'];

/** Says whether the document is a reply rather than a table: it starts with a call or a brace. */
export function isBidReply(page: Page): boolean {
  return /^\s*(?:\/\*[^*]{0,40}\*\/)?\s*[\w$.]{0,100}\s*[({]/.test(page.bytes.toString('latin1', 0, 1000));
}

/**
 * Reads a reply of the call that pages through a lot's bids (`get_bid_records.htm`), newest first, 20 a page.
 * @throws AppError `DOCUMENT.ENCODING`, or `DOCUMENT.DRIFT` for text that is no literal, a reply without
 * records, and when too many rows are bad
 */
export function readBidReply(page: Page): {
  readonly bids: readonly BidObservation[];
  readonly quarantined: readonly QuarantinedRow[];
  readonly unread: readonly string[];
} {
  const reply = BidReply.read(parseReply(page));
  if (!reply.ok) throw drift('the reply carries no records', { missing: reply.path });
  const unread = collectUnread();
  unread.add('', reply.unread);
  const { records } = reply.value;
  const { good, bad } = readRows(
    records,
    (index) => toPointer('records', index),
    (value) => {
      const reading = BidRecord.read(value);
      if (!reading.ok) throw new BadRow(reading.path, reading.reason);
      unread.add('/records/*', reading.unread);
      return readBid(reading.value);
    },
  );
  refuseIfDrifted(records.length, bad);
  return { bids: good.map(({ row }) => row), quarantined: bad, unread: unread.list() };
}

function parseReply(page: Page): JsValue {
  const text = decodeExactly(page);
  if (text === undefined) throw unreadableText('undecodable bytes');
  return readJsObject(text);
}

function readBid({ alias, price, date, bidTime, status }: BidRecord): BidObservation {
  return {
    bidder: readBidder(alias, '/alias'),
    price: readBidPrice(price, '/price'),
    at: date === undefined ? readMilliseconds(bidTime) : readBidTime(date, '/date'),
    standing: status === undefined ? 'unknown' : readStanding(STANDING_CODES, String(status), '/status'),
  };
}

function readMilliseconds(bidTime: number | string | undefined): Instant {
  const at = readEpochMs(Number(bidTime ?? Number.NaN));
  if (at === undefined) throw new BadRow(bidTime === undefined ? '/date' : '/bidTime', 'not a time');
  return at;
}
