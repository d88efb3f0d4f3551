import * as z from 'zod/mini';
import { described, orUnknown } from './described.ts';

const BEIJING_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?\+08:00$/;

/** A time as every answer writes it. */
export const Time = described(
  z.string().check(z.regex(BEIJING_TIME)),
  '时间,RFC 3339,北京时间 +08:00。RFC 3339 time with the offset of Beijing.',
  { id: 'Time', format: 'date-time', examples: ['2026-05-06T18:01:50+08:00'] },
);

/** Money as every answer writes it. */
export const Fen = described(
  z.int().check(z.nonnegative()),
  '金额,单位为分,整数。Money in whole fen: 100 fen are 1 yuan.',
  { id: 'Fen', examples: [12000000] },
);

/** A lot's id. */
export const LotId = described(
  z.string().check(z.regex(/^[a-z0-9-]+\.[A-Za-z0-9_~-]+$/)),
  '标的编号:平台编号、点、平台上的编号。Platform, a dot, the id the platform gave.',
  { id: 'LotId' },
);

/** A time that may be unknown. */
export function time(description: string) {
  return orUnknown(Time, description);
}

/** Money that may be unknown. */
export function fen(description: string) {
  return orUnknown(Fen, description);
}

/** A number of things that may be unknown. */
export function count(description: string) {
  return orUnknown(z.int().check(z.nonnegative()), description);
}

/** Text that may be unknown. */
export function text(description: string) {
  return orUnknown(z.string(), description);
}

/** One of several words, or unknown. */
export function word<const W extends readonly string[]>(words: W, description: string) {
  return orUnknown(z.enum(words), description);
}
