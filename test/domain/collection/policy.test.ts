import { describe, expect, it } from 'vitest';
import type { KnownLot } from '#shared/domain/collection/known-lot.ts';
import { nextPageLook } from '#shared/domain/collection/page-policy.ts';
import { firstLook, isDueWithin, nextLook } from '#shared/domain/collection/policy.ts';
import { type CollectionTask, newTask } from '#shared/domain/collection/task.ts';
import { addMs, type Instant } from '#shared/domain/time.ts';
import { START } from '#test/support/fixed-ambient.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const FACTS = { listed: [], showsBids: true, showsSettlement: true } as const;
const LISTED = { ...FACTS, listed: ['status', 'price', 'outcome'] } as const;

function aKnownLot(of: Partial<KnownLot> = {}): KnownLot {
  const times = { startsAt: addMs(START, -DAY_MS), endsAt: addMs(START, DAY_MS), finalAt: null };
  return { externalId: '1024', url: null, status: 'bidding', ...times, isOnList: false, ...of };
}

function readAt(lastAt: Instant, of: Partial<CollectionTask> = {}): CollectionTask {
  return { ...newTask({ what: 'lot', externalId: '1024' }), version: 1, lastAt, ...of };
}

/** How long after it was read the lot is read again, and what for. */
function next(beforeEndMs: number): readonly [number, string | undefined] {
  const endsAt = addMs(START, beforeEndMs);
  const look = nextLook(aKnownLot({ endsAt }), readAt(START), FACTS, START);
  return [(Date.parse(look?.at ?? '') - Date.parse(START)) / SECOND_MS, look?.wanted];
}

describe('when a lot is read', () => {
  it('is at once for its terms, when nobody read it yet', () => {
    expect(firstLook(aKnownLot(), FACTS, START)).toMatchObject({ wanted: 'terms', at: START });
  });

  it('is never, when it was over a month ago before anybody heard of it', () => {
    const finalAt = addMs(START, -31 * DAY_MS);

    expect(firstLook(aKnownLot({ status: 'sold', finalAt }), FACTS, START)).toBeNull();
  });

  it.each([
    [5 * DAY_MS, 6 * 3600, 'bidding'],
    [2 * DAY_MS, 3600, 'bidding'],
    [5 * HOUR_MS, 1200, 'bidding'],
    [61 * MINUTE_MS, 300, 'bidding'],
    [30 * MINUTE_MS, 300, 'bidding'],
    [10 * MINUTE_MS, 60, 'bidding'],
    [4 * MINUTE_MS, 30, 'bidding'],
    [40 * SECOND_MS, 40, 'result'],
    [10 * SECOND_MS, 10, 'result'],
  ])('%i ms before the end is %i s later, for its %s', (beforeEndMs, seconds, wanted) => {
    expect(next(beforeEndMs)).toEqual([seconds, wanted]);
  });

  it.each([
    [0, 15],
    [9 * MINUTE_MS, 15],
    [20 * MINUTE_MS, 60],
    [5 * HOUR_MS, 600],
    [3 * DAY_MS, 3600],
    [30 * DAY_MS, 86_400],
  ])('%i ms after the end without a result is %i s later', (afterEndMs, seconds) => {
    const endsAt = addMs(START, -afterEndMs);

    const look = nextLook(aKnownLot({ endsAt, status: 'ended' }), readAt(START), FACTS, START);

    expect(look).toMatchObject({ wanted: 'result', at: addMs(START, seconds * SECOND_MS) });
  });

  it('cannot wait once the end is reached, and can when the result is late', () => {
    const urgentFrom = (afterEndMs: number) =>
      nextLook(aKnownLot({ endsAt: addMs(START, -afterEndMs) }), readAt(START), FACTS, START)?.urgentFrom;

    expect([urgentFrom(MINUTE_MS), urgentFrom(HOUR_MS)]).toEqual([addMs(START, 15 * SECOND_MS), null]);
  });

  it('is left to a list that shows outcomes, and nobody reserves the reading that stands in for it', () => {
    const lot = aKnownLot({ isOnList: true, endsAt: addMs(START, MINUTE_MS) });

    const look = nextLook(lot, readAt(START), LISTED, START);

    expect(look).toMatchObject({ wanted: 'result', at: addMs(START, 2 * MINUTE_MS), isFallback: true });
    expect(look !== null && isDueWithin(look, START, 10 * MINUTE_MS)).toBe(false);
  });

  it('is once for all bids when the outcome is known, then for what follows, ever less often', () => {
    const lot = aKnownLot({ status: 'sold', finalAt: START });
    const later = (settlementAt: Instant | null) =>
      nextLook(lot, readAt(START, { resultAt: START, settlementAt }), FACTS, START);

    expect(nextLook(lot, readAt(START), FACTS, START)).toMatchObject({ wanted: 'result', at: START });
    expect(later(null)).toMatchObject({ wanted: 'settlement', at: START });
    expect(later(addMs(START, 2 * HOUR_MS))).toMatchObject({ at: addMs(START, 3 * HOUR_MS) });
    expect(later(addMs(START, 2 * DAY_MS))).toMatchObject({ at: addMs(START, 3 * DAY_MS) });
    expect(later(addMs(START, 91 * DAY_MS))).toBeNull();
  });

  it('is no later for a platform whose clock is ahead of ours', () => {
    const lot = aKnownLot({ status: 'passed-in', finalAt: addMs(START, HOUR_MS) });

    const look = (settlementAt: Instant | null, now: Instant) =>
      nextLook(lot, readAt(START, { resultAt: START, settlementAt }), FACTS, now);

    expect(look(null, START)).toMatchObject({ wanted: 'settlement', at: START });
    expect(look(START, addMs(START, MINUTE_MS))).toMatchObject({ at: addMs(START, 2 * MINUTE_MS) });
  });

  it('is for the result as soon as it is over, though its end was to come later', () => {
    const look = nextLook(aKnownLot({ status: 'ended' }), readAt(START), FACTS, START);

    expect(look).toMatchObject({ wanted: 'result', at: addMs(START, 15 * SECOND_MS) });
  });

  it('is daily for its terms until the end, where the platform tells outcomes elsewhere', () => {
    const apart = { ...FACTS, outcomesApart: true } as const;
    const look = (endsAt: Instant) => nextLook(aKnownLot({ endsAt }), readAt(START), apart, START);

    expect(look(addMs(START, MINUTE_MS))).toMatchObject({ wanted: 'terms', at: addMs(START, DAY_MS) });
    expect(look(addMs(START, -MINUTE_MS))).toBeNull();
  });

  it('is not before a failure has been waited out', () => {
    const dueAt = addMs(START, HOUR_MS);

    const look = nextLook(aKnownLot(), readAt(START, { failures: 3, dueAt }), FACTS, START);

    expect(look?.at).toBe(dueAt);
  });
});

describe('when a page of a list is read', () => {
  const facts = { shows: 'page', listed: ['outcome'], requestsPerMinute: 6 } as const;
  const page = (endsInMs: readonly number[]): CollectionTask => ({
    ...newTask({ what: 'list', list: 'open', page: null }),
    lastAt: START,
    ends: endsInMs.map((ms, index) => ({ lot: String(index), at: addMs(START, ms) })),
  });

  it.each([
    ['within the hour, where nothing on it ends', [], 3600],
    ['by the nearest end', [2 * DAY_MS, 30 * MINUTE_MS], 300],
    ['six seconds after an end', [40 * SECOND_MS], 46],
    ['as often as the budget allows while a result is missing', [-20 * SECOND_MS], 12],
    ['with patience where one is late', [-20 * MINUTE_MS], 60],
  ])('is %s', (_, endsInMs, seconds) => {
    expect(nextPageLook(page(endsInMs), facts, START).at).toBe(addMs(START, seconds * SECOND_MS));
  });

  it('does not wait for results that the list never shows', () => {
    const look = nextPageLook(page([-20 * SECOND_MS]), { ...facts, listed: ['status'] }, START);

    expect(look).toMatchObject({ at: addMs(START, HOUR_MS), urgentFrom: null });
  });
});
