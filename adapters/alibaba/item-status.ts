import type { BidObservation } from '#shared/domain/bid.ts';
import type { LotStatus } from '#shared/domain/lot-status.ts';
import type { Fen } from '#shared/domain/money.ts';
import { toPlainText } from '#shared/domain/plain-text.ts';
import type { Instant } from '#shared/domain/time.ts';
import { readEpochMs } from '../kit/page-time.ts';
import { quote } from '../kit/rows.ts';
import type { ItemPage } from './item-page.ts';
import { type Note, readAmount } from './item-terms.ts';
import { readOverWords } from './words.ts';

const HAMMER = /成交价[^\d:]{0,10}:? ?([¥￥]? ?[\d,.]+ ?[万亿]?元?)/;

/** The page's own times: its clock, and when bidding starts and ends. */
export interface ItemTimes {
  readonly clock: Instant | undefined;
  readonly startsAt: Instant | undefined;
  readonly endsAt: Instant | undefined;
}

/** Reads the countdown's attributes. The clock may also be said as the time left to the end. */
export function readTimes(countdown: Readonly<Record<string, string>>, note: Note): ItemTimes {
  const milliseconds = (name: string) => {
    const text = countdown[name]?.trim() ?? '';
    return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
  };
  const start = readEpochMs(milliseconds('data-start') ?? Number.NaN);
  const end = readEpochMs(milliseconds('data-end') ?? Number.NaN);
  const left = milliseconds('data-timetoend') ?? Number.NaN;
  const now = milliseconds('data-now') ?? (milliseconds('data-end') ?? Number.NaN) - left;
  const clock = readEpochMs(now);
  if (start === undefined) note('startsAt', 'data-start of #sf-countdown is not a time');
  if (end === undefined) note('endsAt', 'data-end of #sf-countdown is not a time');
  if (start === undefined || end === undefined || start < end) return { clock, startsAt: start, endsAt: end };
  note('endsAt', 'data-end of #sf-countdown is not after data-start');
  return { clock, startsAt: undefined, endsAt: undefined };
}

/**
 * Reads the status: the words of an ended lot decide, and without them the page's clock.
 * Undefined when words are not known; those are noted.
 */
export function readStatus({ over }: ItemPage, times: ItemTimes, note: Note): LotStatus | undefined {
  if (over === undefined) return phaseByClock(times);
  const headline = readOverWords(over.headline);
  if (headline !== undefined && headline !== 'unknown' && headline !== 'ended') return headline;
  const status = readOverWords(over.text);
  if (status === undefined) return phaseByClock(times) ?? 'ended';
  if (status !== 'unknown') return status;
  note('status', `unknown words on an ended lot: ${quote(over.headline === '' ? over.text : over.headline)}`);
  return undefined;
}

function phaseByClock({ clock, startsAt, endsAt }: ItemTimes): LotStatus | undefined {
  if (clock === undefined || startsAt === undefined || endsAt === undefined) return undefined;
  if (clock < startsAt) return 'announced';
  return clock < endsAt ? 'bidding' : 'ended';
}

/**
 * Reads the hammer price (成交价) of a sale: from the winning row of the bid table, else from the ended lot's words.
 * Undefined, and noted, when no place states it, two places differ, or an ascending sale would end below its start.
 */
export function readHammer(
  { over }: ItemPage,
  bids: readonly BidObservation[],
  lowest: Fen | undefined,
  note: Note,
): Fen | undefined {
  const written = HAMMER.exec(toPlainText(over?.text ?? ''))?.[1];
  const worded = written === undefined ? undefined : readAmount(written, 'hammerPrice', '成交价', note);
  const winning = bids.filter(({ standing }) => standing === 'winning').map(({ price }) => price);
  const prices = new Set([...winning, ...(worded === undefined ? [] : [worded])]);
  const [price] = prices;
  if (price === undefined) note('status', 'a sale without a price');
  if (prices.size > 1) note('hammerPrice', 'the page states more than one hammer price');
  if (price === undefined || prices.size > 1) return undefined;
  if (lowest === undefined || price >= lowest) return price;
  note('hammerPrice', 'an ascending sale below its start price');
  return undefined;
}
