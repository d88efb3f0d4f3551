import { type Fen, fromYuanNumber, parseMoney } from '#shared/domain/money.ts';
import { toPlainText } from '#shared/domain/plain-text.ts';
import { type PriceBasis, parsePriceBasis } from '#shared/domain/price.ts';
import type { Instant } from '#shared/domain/time.ts';
import { readEpochMs } from '../kit/page-time.ts';
import { quote } from '../kit/rows.ts';
import { BY_UNIT } from './words.ts';

/** Quarantines one field; the others of its lot go on. */
export type Note = (field: string, reason: string) => void;

/** A value of a reply as it was written. */
type Written = number | string | null | undefined;

/** Reads yuan, as a number or its text. Undefined where nothing was entered; what cannot be read is noted. */
export function readYuan(value: Written, field: string, note: Note): Fen | undefined {
  const text = toPlainText(String(value ?? ''));
  const written = parseMoney(text);
  if (written.kind === 'none') return undefined;
  const read = typeof value === 'number' ? fromYuanNumber(value) : written.kind === 'amount' ? written.fen : undefined;
  if (read === undefined) note(field, `not an amount in yuan: ${quote(text)}`);
  return read;
}

/** As `readYuan`, for fields in which 0 stands where nothing was entered. */
export function readYuanAboveZero(value: Written, field: string, note: Note): Fen | undefined {
  const read = readYuan(value, field, note);
  return read === 0 ? undefined : read;
}

/** Reads milliseconds since 1970, as a number or its text. */
export function readMoment(value: Written, field: string, note: Note): Instant | undefined {
  const text = String(value ?? '').trim();
  if (text === '') return undefined;
  const at = /^\d{1,15}$/.test(text) ? readEpochMs(Number(text)) : undefined;
  if (at === undefined) note(field, 'not a time');
  return at;
}

/** Start and end of a lot; both are left unsaid where they contradict each other. */
export function readSpan(
  row: { readonly startTime?: Written; readonly endTime?: Written },
  note: Note,
): { readonly startsAt: Instant | undefined; readonly endsAt: Instant | undefined } {
  const startsAt = readMoment(row.startTime, '/startTime', note);
  const endsAt = readMoment(row.endTime, '/endTime', note);
  if (startsAt === undefined || endsAt === undefined || startsAt < endsAt) return { startsAt, endsAt };
  note('/endTime', 'not after the start');
  return { startsAt: undefined, endsAt: undefined };
}

/** Seconds as whole minutes, which an extension is counted in; undefined for none. */
export function readExtension(value: Written, note: Note): number | undefined {
  const text = String(value ?? '').trim();
  if (text === '' || text === '0') return undefined;
  const seconds = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (seconds % 60 === 0 && seconds < 86_400) return seconds / 60;
  note('/limitTime', 'not a number of minutes');
  return undefined;
}

/** What the prices are prices of. Only lots priced by the unit say so; elsewhere the same field may hold a year's rent. */
export function readPriceBasis(
  { lotMode, unit }: { readonly lotMode?: Written; readonly unit?: string | null | undefined },
  note: Note,
): PriceBasis | undefined {
  if (String(lotMode ?? '') !== BY_UNIT) return undefined;
  const word = toPlainText(unit ?? '');
  if (word === '') return 'per_unit';
  const basis = parsePriceBasis(`元/${word}`);
  if (basis === undefined) note('/unit', `not a price basis: ${quote(word)}`);
  return basis;
}
