import { addMs, type Instant, parseBeijing, parseBeijingDate, toEpochMs } from '#shared/domain/time.ts';
import type { Note } from './notice-amounts.ts';
import { readEpochMs } from './page-time.ts';
import { quote } from './rows.ts';

/** A window of time; an end that is not said or not readable is absent. */
interface Window {
  readonly from?: Instant;
  readonly to?: Instant;
}

const DAY_MS = 86_400_000;
/** Words around a time that say nothing of their own. */
const AROUND = /^(?:自|从)|(?:\([^)]*\)|起|止|截止|为止|前|正)+$/g;
const BETWEEN = /起?(?:至|到|-{1,2}|—|~)/;

/**
 * Reads 2025年8月15日9时起至8月21日下午16时止: the end may leave out the year, or year and month, of the start.
 * A single time is the one its clause speaks of (截止), else `single`. A damaged time is noted with its clause and left unsaid, however plain its repair would seem; so is a day without clock.
 */
export function readWindow(
  written: string,
  place: string,
  clause: string,
  note: Note,
  single: 'from' | 'unsaid' = 'from',
): Window {
  // Hyphens inside a day would be taken for the one between two times.
  const plain = written.replace(/(?<=\d{4})-|(?<=-\d{1,2})-/g, '/');
  const [first = '', second] = plain.split(BETWEEN, 2).map((text) => text.trim());
  if (second === undefined) return readSingle(first, place, clause, note, single);
  const from = readTime(first, place, clause, note);
  const to = readTime(completed(first, second), place, clause, note);
  if (from !== undefined && to !== undefined && to <= from) {
    note(place, `the end is not after the start: ${quote(clause)}`);
    return {};
  }
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/**
 * Reads days on which lots are shown (2025年8月19日、20日): from the start of the first to the end of the last, for whole
 * days are what such a clause gives. Days that do not follow one another are no window.
 */
export function readDays(written: string, place: string, clause: string, note: Note): Window {
  if (!/\d/.test(written)) return {};
  const isList = written.includes('、') || written.includes('和');
  const [first = '', ...others] = written.split(/、|和|至|到/).map((text) => text.replace(/起|止/g, '').trim());
  const days = [first, ...others.map((text) => completed(first, text))].map(startOfDay);
  const known = days.filter((day) => day !== undefined);
  const [from] = known;
  const last = known.at(-1);
  const isOrdered = known.every((day, index) => index === 0 || gap(known[index - 1], day) >= DAY_MS);
  const isGapless = !isList || known.every((day, index) => index === 0 || gap(known[index - 1], day) === DAY_MS);
  if (known.length === days.length && isOrdered && isGapless && from !== undefined && last !== undefined) {
    return { from, to: addMs(last, DAY_MS) };
  }
  note(place, `not days that follow one another: ${quote(clause)}`);
  return {};
}

function readSingle(written: string, place: string, clause: string, note: Note, single: 'from' | 'unsaid'): Window {
  const time = readTime(written, place, clause, note);
  if (time === undefined) return {};
  if (/截止|止$|前$/.test(clause)) return { to: time };
  if (single === 'from' || /起$/.test(clause)) return { from: time };
  note(place, `neither a start nor an end: ${quote(clause)}`);
  return {};
}

/** The day as the 00:00 that stands for it. */
export function startOfDay(text: string): Instant | undefined {
  const day = parseBeijingDate(text);
  return day === undefined ? undefined : within(parseBeijing(`${day} 00:00`));
}

function readTime(written: string, place: string, clause: string, note: Note): Instant | undefined {
  if (!/\d/.test(written)) return undefined;
  const bare = written.replace(AROUND, '').trim();
  const time = within(parseBeijing(bare));
  if (time !== undefined) return time;
  const isDay = parseBeijingDate(bare) !== undefined;
  note(place, `${isDay ? 'a day without time of day' : 'not a Beijing time'}: ${quote(clause)}`);
  return undefined;
}

/** Puts the year, or year and month, of the first time before a second one that starts at its month or day. */
function completed(first: string, second: string): string {
  const [, year = '', month = ''] = /^(?:自|从)?(\d{4}年)(\d{1,2}月)\d{1,2}日/.exec(first) ?? [];
  if (/^\d{1,2}月/.test(second)) return year + second;
  return /^\d{1,2}日/.test(second) ? year + month + second : second;
}

function within(time: Instant | undefined): Instant | undefined {
  return time === undefined ? undefined : readEpochMs(toEpochMs(time));
}

function gap(earlier: Instant | undefined, later: Instant): number {
  return earlier === undefined ? 0 : toEpochMs(later) - toEpochMs(earlier);
}
