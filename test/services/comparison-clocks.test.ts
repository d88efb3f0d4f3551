import { describe, expect, it } from 'vitest';
import type { RoundFacts } from '#shared/domain/comparison/round-facts.ts';
import { fen } from '#shared/domain/money.ts';
import { addMs } from '#shared/domain/time.ts';
import { compare } from '#shared/services/comparison/compare.ts';
import type { ClockFigure } from '#shared/services/comparison/model-clocks.ts';
import { aRound, beijing } from '#test/support/round-facts.ts';
import { vectors } from '../statistics/vectors.ts';
import { inputOf } from './comparison-facts.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A Monday in weeks without holidays. */
const END = beijing('2023-07-03 10:00');

function clockOf(facts: readonly RoundFacts[], id: string, asOf = beijing('2023-07-28 10:00')): ClockFigure {
  const figure = compare(inputOf(facts, { asOf })).all.clocks.find(({ clock }) => clock === id);
  if (figure === undefined) throw new RangeError(id);
  return figure;
}

function lots(count: number, make: (index: number) => Partial<RoundFacts>): readonly RoundFacts[] {
  return Array.from({ length: count }, (_, index) =>
    aRound({
      lotId: `east.${String(index).padStart(2, '0')}`,
      platform: 'east',
      status: 'passed-in',
      endsAt: END,
      outcomeSeenAt: END,
      depositFen: fen(500_00),
      ...make(index),
    }),
  );
}

describe('a clock of a column', () => {
  it('follows open cases: the median is not that of the closed ones', () => {
    const { durations, event, median, p75 } = vectors.kaplanMeier;
    const asOf = addMs(END, 20 * HOUR_MS);
    const facts = durations.map((hours, index) => {
      const isDone = event[index] === 1;
      const endsAt = isDone ? END : addMs(asOf, -hours * HOUR_MS);
      const outcomeSeenAt = isDone ? addMs(END, hours * HOUR_MS) : null;
      const status = isDone ? 'passed-in' : 'ended';
      return aRound({ lotId: `east.${index}`, platform: 'east', status, endsAt, outcomeSeenAt });
    });

    const figure = clockOf(facts, 'knowledge', asOf);

    expect(figure.times).toMatchObject({ kind: 'times', method: 'kaplan-meier', median, p75, p90: null, lastTime: 20 });
    expect([figure.closed.length, figure.open.length]).toEqual([9, 4]);
  });

  it('shows only counts below ten cases', () => {
    const nine = clockOf(
      lots(9, () => ({ depositsRefundedAt: addMs(END, DAY_MS) })),
      'refund',
    );
    const ten = clockOf(
      lots(10, () => ({ depositsRefundedAt: addMs(END, DAY_MS) })),
      'refund',
    );

    expect(nine.times).toEqual({ kind: 'too-few' });
    expect(nine.limits[0]).toMatchObject({ share: null, interval: null });
    expect(nine.closed).toHaveLength(9);
    expect(ten.times).toMatchObject({ kind: 'times', median: 1 });
  });

  it('tells what was late from what is still open past the limit', () => {
    const days = [1, 2, 3, 4, null, 1, 1, 1, 1, 1, 1, 1];
    const facts = lots(12, (index) => {
      const after = days[index];
      return { depositsRefundedAt: after == null ? null : addMs(END, after * DAY_MS) };
    });

    const [limit] = clockOf(facts, 'refund').limits;

    expect(limit).toMatchObject({ broken: ['east.03', 'east.04'], overdue: ['east.04'], possible: [] });
    expect(limit?.share).toBe(833_333);
  });

  it('gives windows where the event was only noticed', () => {
    const facts = lots(12, () => ({ outcomeSeenAt: addMs(END, 5 * HOUR_MS) }));

    const { times } = clockOf(facts, 'result');

    expect(times).toMatchObject({ kind: 'polled', median: { after: -1, by: 5 }, widestGap: 6 });
  });

  it('keeps a withdrawal among all cases, as never done', () => {
    const facts = lots(20, (index) => ({
      materialsCompleteAt: END,
      endsAt: addMs(END, 20 * DAY_MS),
      ...(index < 8
        ? { status: 'withdrawn', outcomeSeenAt: addMs(END, DAY_MS) }
        : { status: 'bidding', outcomeSeenAt: null, liveAt: addMs(END, 2 * DAY_MS) }),
    }));

    const figure = clockOf(facts, 'listing');

    expect(figure.withdrawn).toHaveLength(8);
    expect(figure.times).toMatchObject({ method: 'aalen-johansen', median: 2, p75: null });
  });

  it('names why nothing is known', () => {
    const figure = clockOf(
      lots(2, (index) => ({ depositFen: null, depositsRefundedAt: index === 0 ? addMs(END, DAY_MS) : null })),
      'refund',
    );

    expect(figure.unknownWhy).toEqual([{ why: 'deposit-unknown', lots: ['east.01'] }]);
    expect(figure.lots).toEqual(['east.00', 'east.01']);
  });

  it('of a lower limit counts those over too soon', () => {
    const facts = lots(12, (index) => ({
      status: 'sold',
      publicityStartsAt: END,
      publicityEndsAt: addMs(END, (index < 3 ? 2 : 3) * DAY_MS),
    }));

    const [limit] = clockOf(facts, 'publicity').limits;

    expect(limit).toMatchObject({ share: 750_000, broken: ['east.00', 'east.01', 'east.02'], overdue: [] });
  });
});
