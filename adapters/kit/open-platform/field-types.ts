import * as z from 'zod/mini';
import { fen, ppm } from '#shared/domain/money.ts';
import { type Instant, parseBeijing, parseBeijingDate, parseInstant, toEpochMs } from '#shared/domain/time.ts';
import type { Area } from '#shared/domain/trade.ts';
import { readOrganisation, toFactText } from '../fact-text.ts';
import { readLink } from '../link.ts';
import { readEpochMs } from '../page-time.ts';
import { maskPersonNames } from '../person-names.ts';
import type { Words } from './words.ts';

/** Longer than any real title or reason, and short enough to be looked through for names. */
const LONGEST_TEXT = 2_000;

/** A milestone: an instant, or a whole Beijing day, which is kept as the 00:00 it begins with. */
export interface Moment {
  readonly at: Instant;
  readonly isDay: boolean;
}

/** Names what a field means, in Chinese, for whoever generates documentation from the schemas. */
export function meaning<S extends z.ZodMiniType>(zh: string, type: S): S {
  return type.check(z.describe(zh));
}

/** A field that may be left out; `null` says the same as nothing. */
export function maybe<S extends z.ZodMiniType>(zh: string, type: S) {
  const absent = z.transform((value: z.output<S> | null | undefined) => value ?? undefined);
  return meaning(zh, z.pipe(z.optional(z.nullable(type)), absent));
}

/** Text that one of our readers understands; what it does not understand fails the field. */
function written<T>(read: (text: string) => T | undefined) {
  return z.pipe(
    z.string().check(z.maxLength(LONGEST_TEXT)),
    z.transform((text, context) => {
      const found = read(text);
      if (found !== undefined) return found;
      context.issues.push({ code: 'custom', input: text });
      return z.NEVER;
    }),
  );
}

/** One word of a table; any other fails the field. */
export function word<T extends string>(words: Words<T>) {
  return z.pipe(
    z.enum(Object.keys(words)),
    written((theirs) => words[theirs]?.ours),
  );
}

export const amount = z.pipe(z.int().check(z.nonnegative()), z.transform(fen));
export const count = z.int().check(z.nonnegative());
export const rate = z.pipe(count, z.transform(ppm));
export const round = z.union([z.int().check(z.positive(), z.lte(99)), z.literal(['again', 'sell-off'])]);

/** Ids go into keys and addresses. */
export const id = z.string().check(z.regex(/^[A-Za-z0-9._:-]{1,64}$/));

/** Too short for a phone or identity number, and no name. */
export const bidderNumber = z.string().check(z.regex(/^[A-Za-z]{0,3}[0-9]{1,8}$/));
export const divisionCode = z.string().check(z.regex(/^[0-9]{9}(?:[0-9]{3})?$/));

export const text = written((value) => toFactText(maskPersonNames(value)) || undefined);
export const organisation = written(readOrganisation);
export const instant = written((value) => sane(parseInstant(value)));
export const moment = written<Moment>((value) => {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? parseBeijingDate(value) : undefined;
  const at = sane(day === undefined ? parseInstant(value) : parseBeijing(`${day} 00:00`));
  return at === undefined ? undefined : { at, isDay: day !== undefined };
});

/** What is no web address fails the field. */
export const address = written((value) => (readLink(value, []).kind === 'unreadable' ? undefined : value));

export const area = z.pipe(
  z.object({
    value: meaning('面积数值，十进制文本，最多三位小数，大于零', z.string().check(z.regex(/^\d{1,9}(?:\.\d{1,3})?$/))),
    unit: meaning('面积单位：mu 亩，m2 平方米', z.enum(['mu', 'm2'])),
  }),
  z.transform(({ value, unit }, context): Area => {
    const [whole = '', fraction = ''] = value.split('.');
    const thousandths = Number(whole + fraction.padEnd(3, '0'));
    if (thousandths === 0) context.issues.push({ code: 'custom', input: value, path: ['value'] });
    return { thousandths, unit };
  }),
);

function sane(at: Instant | undefined): Instant | undefined {
  return at === undefined ? undefined : readEpochMs(toEpochMs(at));
}
