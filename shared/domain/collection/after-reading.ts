import type { Wanted } from '../../ports/platform-fetcher.ts';
import { isOutcome } from '../lot-status.ts';
import { addMs, type Instant } from '../time.ts';
import { triedAgainAt } from './back-off.ts';
import type { Fetching } from './fetching.ts';
import { afterSight, type KnownLot } from './known-lot.ts';
import { type ListFacts, nextPageLook } from './page-policy.ts';
import { type Look, nextLook } from './policy.ts';
import { endsAfter, type Reading, shownAfter } from './reading.ts';
import type { CollectionTask } from './task.ts';
import { lateSinceOf } from './tiers.ts';

/** A task after a request, and when the next one is to be. */
export interface Settled {
  readonly task: CollectionTask;
  /** `null`: never. */
  readonly look: Look | null;
  /** As it is known now; `null` for lists. */
  readonly lot: KnownLot | null;
}

/** Digests kept of one task. */
const MOST_DIGESTS = 20;
const DAY_MS = 86_400_000;

/** What every good answer changes. */
function answered(task: CollectionTask, { digest }: Reading, now: Instant): CollectionTask {
  const step = digestKey(task);
  const others = Object.entries(task.digests).filter(([known]) => known !== step);
  const digests = Object.fromEntries([...others.slice(1 - MOST_DIGESTS), [step, digest]]);
  return { ...task, digests, lastAt: now, failures: 0, firstFailedAt: null };
}

/** Under which key the digest of what a task brings next is kept: lots by step, lists once. */
export function digestKey({ subject, step }: CollectionTask): string {
  return subject.what === 'list' ? '' : (step ?? '');
}

/** A page of a list after it was read. */
export function afterPage(task: CollectionTask, reading: Reading, facts: ListFacts, now: Instant): Settled {
  const known = answered(task, reading, now);
  const ends = endsAfter(task.ends, reading.lots, facts.shows);
  const lateSince = facts.listed.includes('outcome') ? lateSinceOf(ends[0]?.at ?? null, now) : null;
  const { listed, next } = reading;
  const page = { ...known, ends, listed, lateSince, ...shownAfter(task, reading, now), next };
  return settled(facts.shows === 'page' ? page : afterChanges(task, page, reading, now), facts, now);
}

function settled(task: CollectionTask, facts: ListFacts, now: Instant): Settled {
  const look = nextPageLook(task, facts, now);
  return { task: { ...task, dueAt: look.at }, look, lot: null };
}

/** A list of changes is read in steps, each beginning where the one before ended; once a day it begins anew. */
function afterChanges(before: CollectionTask, page: CollectionTask, reading: Reading, now: Instant): CollectionTask {
  const isFirst = before.step === null;
  const isScanning = isFirst ? isReadWhole(before, now) : before.isScanning;
  const shown = (isFirst ? 0 : before.shown) + reading.rows;
  const rest = { ...page, next: null, shrunkSince: null, shown };
  if (reading.next !== null && reading.next !== before.step) {
    return { ...rest, step: reading.next, dueAt: now, isScanning };
  }
  const scannedAt = isScanning ? now : before.scannedAt;
  return { ...rest, step: null, resume: reading.resume ?? before.resume, scannedAt, isScanning: false };
}

/** Whether a list of changes is to be read whole now, and not from where it ended. */
export function isReadWhole({ resume, scannedAt }: CollectionTask, now: Instant): boolean {
  return resume === null || scannedAt === null || addMs(scannedAt, DAY_MS) <= now;
}

/** A lot after it was read. */
export function afterLot(
  task: CollectionTask,
  reading: Reading,
  { lot, wanted }: { readonly lot: KnownLot; readonly wanted: Wanted },
  facts: Fetching,
  now: Instant,
): Settled {
  const sight = reading.lots.find(({ externalId }) => externalId === lot.externalId);
  const seen = sight === undefined ? lot : afterSight(lot, sight, now);
  const known = { ...answered(task, reading, now), status: seen.status, endsAt: seen.endsAt };
  const { next } = reading;
  if (next !== null && next !== task.step) {
    const look = { at: now, urgentFrom: null, isFallback: false };
    return { task: { ...known, wanted, step: next, dueAt: now }, look, lot: seen };
  }
  const isFinal = isOutcome(seen.status);
  const whole: CollectionTask = {
    ...known,
    step: null,
    dueAt: null,
    lateSince: isFinal ? null : lateSinceOf(seen.endsAt, now),
    termsAt: wanted === 'terms' ? now : task.termsAt,
    resultAt: wanted === 'result' && isFinal ? now : task.resultAt,
    settlementAt: wanted === 'settlement' ? now : task.settlementAt,
  };
  const look = nextLook(seen, whole, facts, now);
  return { task: { ...whole, wanted: look?.wanted ?? wanted, dueAt: look?.at ?? null }, look, lot: seen };
}

/** A task after a failure: tried again later, and later each time; what was under way goes on then. */
export function afterFailure(
  task: CollectionTask,
  {
    code,
    wanted,
    pausedUntil,
  }: { readonly code: string; readonly wanted: Wanted | null; readonly pausedUntil: Instant | null },
  now: Instant,
): CollectionTask {
  const failures = task.failures + 1;
  const again = triedAgainAt(code, failures, now);
  const dueAt = pausedUntil !== null && pausedUntil > again ? pausedUntil : again;
  return { ...task, wanted, dueAt, failures, firstFailedAt: task.firstFailedAt ?? now, hasIncident: true };
}
