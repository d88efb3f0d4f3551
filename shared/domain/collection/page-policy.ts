import { addMs, type Instant } from '../time.ts';
import type { FetchedList, Fetching } from './fetching.ts';
import type { Look } from './policy.ts';
import type { CollectionTask, ShownEnd } from './task.ts';
import { dueAfterEnd, dueBeforeEnd, isHurried } from './tiers.ts';

/** A page that shows nothing coming is read so often: new lots appear there. */
const PAGE_EVERY_MS = 60 * 60_000;
/** One reading shows all that changed. */
const CHANGES_EVERY_MS = 5 * 60_000;

/** No list shows a result at the very second: a page with many ends would spend half its readings on finding that out. */
const SHOWN_AFTER_MS = 6000;
const SHORTEST_PACE_MS = 5000;
/** The budget of a minute is spent in so much time: `platform-calls/slot-seconds.ts` says why. */
const SPAN_SECONDS = 71;

/** What the policy needs to know of a list. */
export interface ListFacts {
  readonly shows: FetchedList['shows'];
  readonly listed: Fetching['listed'];
  readonly requestsPerMinute: number;
}

/** When one end asks for a reading, and whether that can wait. */
type Asked = Omit<Look, 'isFallback'>;

/**
 * When a page of a list is read next (下次读取): as the nearest end of the lots on it asks for, right after every end, and then as
 * often as the budget allows until the result is there. One request shows all lots of the page.
 */
export function nextPageLook(task: CollectionTask, facts: ListFacts, now: Instant): Look {
  const { lastAt, dueAt, failures } = task;
  if (task.step !== null && dueAt !== null) return { at: dueAt, urgentFrom: null, isFallback: false };
  const look = lastAt === null ? { at: now, urgentFrom: null, isFallback: false } : lookAfter(lastAt, task.ends, facts);
  if (failures === 0 || dueAt === null || look.at >= dueAt) return look;
  return { ...look, at: dueAt };
}

/** How many results a page is waited for: of two that are due, the one with more goes first. */
export function waitingOn({ ends }: Pick<CollectionTask, 'ends'>, now: Instant): number {
  return ends.filter(({ at }) => at <= now).length;
}

function lookAfter(last: Instant, ends: readonly ShownEnd[], facts: ListFacts): Look {
  const asked = ends.flatMap(({ at }) => askedBy(at, last, facts) ?? []);
  const everyMs = facts.shows === 'page' ? PAGE_EVERY_MS : CHANGES_EVERY_MS;
  const urgent = asked.flatMap(({ urgentFrom }) => urgentFrom ?? []);
  const first = asked.reduce((soonest, { at }) => (at < soonest ? at : soonest), addMs(last, everyMs));
  const paced = addMs(last, paceMs(facts.requestsPerMinute));
  return {
    at: first > paced ? first : paced,
    urgentFrom: urgent.length === 0 ? null : urgent.reduce((soonest, at) => (at < soonest ? at : soonest)),
    isFallback: false,
  };
}

function askedBy(end: Instant, last: Instant, { listed, requestsPerMinute }: ListFacts): Asked | undefined {
  const isAwaited = listed.includes('outcome');
  const shown = addMs(end, SHOWN_AFTER_MS);
  if (shown > last) {
    const due = end > last ? dueBeforeEnd(last, end) : end;
    return { at: due < end ? due : shown, urgentFrom: isAwaited ? shown : null };
  }
  const at = isAwaited ? dueAfterEnd(last, end) : null;
  if (at === null) return undefined;
  if (!isHurried(last, end)) return { at, urgentFrom: null };
  const paced = addMs(last, paceMs(requestsPerMinute));
  const soon = at < paced ? at : paced;
  return { at: soon, urgentFrom: soon };
}

/** As often as the budget allows for one page, for a while. */
function paceMs(requestsPerMinute: number): number {
  return Math.max(SHORTEST_PACE_MS, Math.ceil(SPAN_SECONDS / requestsPerMinute) * 1000);
}
