import type { Wanted } from '../../ports/platform-fetcher.ts';
import { isOutcome } from '../lot-status.ts';
import { addMs, type Instant } from '../time.ts';
import type { Fetching } from './fetching.ts';
import type { KnownLot } from './known-lot.ts';
import type { CollectionTask } from './task.ts';
import { BEFORE_START_MS, dueAfterEnd, dueAfterOutcome, dueBeforeEnd, isHurried } from './tiers.ts';

/** When something is read next. */
export interface Look {
  readonly at: Instant;
  /** From when on it must not wait: an end was reached. `null`: it can wait. */
  readonly urgentFrom: Instant | null;
  /** Something else should have shown it by then: it is asked only when that did not, so nobody reserves it ahead. */
  readonly isFallback: boolean;
}

/** When a lot is read next, and what for. */
export interface LotLook extends Look {
  readonly wanted: Wanted;
}

/** Says whether a look is to be reserved now, when moments are reserved so far ahead. */
export function isDueWithin({ at, isFallback }: Look, now: Instant, aheadMs: number): boolean {
  return at <= (isFallback ? now : addMs(now, aheadMs));
}

const DAY_MS = 86_400_000;

/** A list has so long to show a result before the lot itself is asked. */
const LIST_FIRST_MS = 60_000;

/** Lots that had ended earlier when they were first heard of are not read: what is known of them came from elsewhere. */
const LATEST_HISTORY_MS = 30 * DAY_MS;

type Facts = Pick<Fetching, 'listed' | 'showsBids' | 'showsSettlement' | 'outcomesApart'>;

/** When a lot nobody read yet is read: at once, for whatever there is to see of it; `null`: never. */
export function firstLook(lot: KnownLot, facts: Facts, now: Instant): LotLook | null {
  const { endsAt, finalAt } = lot;
  if (!isOutcome(lot.status)) {
    const isOver = endsAt !== null && endsAt <= now;
    if (isOver && addMs(endsAt, LATEST_HISTORY_MS) < now) return null;
    return { wanted: isOver ? 'result' : 'terms', at: now, urgentFrom: isOver ? now : null, isFallback: false };
  }
  if (finalAt === null || addMs(finalAt, LATEST_HISTORY_MS) < now) return null;
  return resultLook(lot, facts, now) ?? settlementLook(lot, null, facts, now);
}

/**
 * When a lot that was read is read next (下次读取); `null`: never again. Where a list shows what is wanted, the lot itself is
 * not asked for it.
 */
export function nextLook(lot: KnownLot, task: CollectionTask, facts: Facts, now: Instant): LotLook | null {
  const look = task.lastAt === null ? firstLook(lot, facts, now) : lookAfter(lot, task, task.lastAt, facts, now);
  if (task.step !== null && task.dueAt !== null) {
    return { wanted: task.wanted ?? 'terms', at: task.dueAt, urgentFrom: null, isFallback: false };
  }
  if (look === null || task.failures === 0 || task.dueAt === null) return look;
  return { ...look, at: look.at > task.dueAt ? look.at : task.dueAt };
}

function lookAfter(lot: KnownLot, task: CollectionTask, last: Instant, facts: Facts, now: Instant): LotLook | null {
  if (!isOutcome(lot.status)) return openLook(lot, last, facts);
  const result = task.resultAt === null ? resultLook(lot, facts, now) : null;
  return result ?? settlementLook(lot, task.settlementAt, facts, now);
}

/** While there is no outcome. */
function openLook({ status, startsAt, endsAt, isOnList }: KnownLot, last: Instant, facts: Facts): LotLook | null {
  const { listed, outcomesApart } = facts;
  if (endsAt === null) return later('terms', addMs(last, BEFORE_START_MS));
  if (outcomesApart === true) return last >= endsAt ? null : later('terms', addMs(last, BEFORE_START_MS));
  // What is over is over, whatever its end was to be and whosever clock is ahead.
  if (last >= endsAt || status === 'ended') {
    const at = dueAfterEnd(last, endsAt);
    return at === null
      ? null
      : { wanted: 'result', at, urgentFrom: isHurried(last, endsAt) ? at : null, isFallback: false };
  }
  if (isOnList && listed.includes('outcome')) {
    const at = addMs(endsAt, LIST_FIRST_MS);
    return { wanted: 'result', at, urgentFrom: at, isFallback: true };
  }
  const isShown = isOnList && listed.includes('status') && listed.includes('price');
  const at = isShown ? endsAt : earlier(endsAt, dueWhileOpen(last, startsAt, endsAt));
  return { wanted: at < endsAt ? 'bidding' : 'result', at, urgentFrom: endsAt, isFallback: false };
}

/** Before it begins once a day, and when it begins. */
function dueWhileOpen(last: Instant, startsAt: Instant | null, endsAt: Instant): Instant {
  if (startsAt === null || last >= startsAt) return dueBeforeEnd(last, endsAt);
  return earlier(startsAt, addMs(last, BEFORE_START_MS));
}

/** Once the outcome is known: how it came about, once; a list that tells outcomes leaves only the bids to be read. */
function resultLook({ status }: KnownLot, { showsBids, listed }: Facts, now: Instant): LotLook | null {
  return status === 'withdrawn' || (listed.includes('outcome') && !showsBids) ? null : later('result', now);
}

/** Deposits are paid back whatever the outcome. A platform's clock ahead of ours makes nothing later. */
function settlementLook({ finalAt }: KnownLot, last: Instant | null, facts: Facts, now: Instant): LotLook | null {
  if (finalAt === null || !facts.showsSettlement) return null;
  const at = last === null ? now : dueAfterOutcome(last, earlier(finalAt, last));
  return at === null ? null : later('settlement', at);
}

function later(wanted: Wanted, at: Instant): LotLook {
  return { wanted, at, urgentFrom: null, isFallback: false };
}

function earlier(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}
