import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riskTable } from '#shared/statistics/core/risk-table.ts';
import { kaplanMeierSteps } from '#shared/statistics/core/survival.ts';
import { turnbullCells } from '#shared/statistics/core/turnbull.ts';
import { type PolledEvent, polledShareWithin, polledTimes } from '#shared/statistics/polled.ts';
import { manySpells, withReordering } from './arbitraries.ts';

function manyPolled(): fc.Arbitrary<PolledEvent[]> {
  const event = fc
    .record({ after: fc.integer({ min: -1, max: 25 }), gap: fc.option(fc.integer({ min: 1, max: 12 })) })
    .map(({ after, gap }) => ({ after, by: gap === null ? null : after + gap }));
  return fc.array(event, { minLength: 1, maxLength: 40 });
}

describe('polledTimes', () => {
  it('places each quantile between two looks', () => {
    const events = [
      { after: 0, by: 4 },
      { after: 4, by: 8 },
      { after: 4, by: 8 },
      { after: 8, by: 24 },
      { after: 30, by: null },
    ];

    expect(polledTimes(events)).toEqual({
      cases: 5,
      seen: 4,
      open: 1,
      median: { after: 4, by: 8 },
      p75: { after: 8, by: 24 },
      p90: { after: 30, by: null },
      medianGap: 4,
      widestGap: 16,
    });
  });

  it('narrows the event down where windows overlap', () => {
    const events = [
      { after: 0, by: 4 },
      { after: 3, by: 9 },
    ];

    expect(polledTimes(events)?.median).toEqual({ after: 3, by: 4 });
  });

  it('answers the same in any order', () => {
    fc.assert(
      fc.property(withReordering(manyPolled()), fc.nat(30), ([one, other], limit) => {
        expect(polledTimes(other)).toEqual(polledTimes(one));
        expect(polledShareWithin(other, limit)).toEqual(polledShareWithin(one, limit));
      }),
    );
  });

  it('knows no gap when nothing was seen, and nothing of nothing', () => {
    expect(polledTimes([{ after: 7, by: null }])).toMatchObject({
      median: { after: 7, by: null },
      medianGap: null,
      widestGap: null,
    });
    expect(polledTimes([])).toBeNull();
  });

  it.each([
    { after: -2, by: 3 },
    { after: 3, by: 3 },
    { after: 0.5, by: 3 },
    { after: 0, by: 2.5 },
  ])('refuses what is no window: $after to $by', (event) => {
    expect(() => polledTimes([event])).toThrow(RangeError);
  });
});

describe('polledShareWithin', () => {
  it('gives what is certain and what is possible', () => {
    const events = [
      { after: 0, by: 4 },
      { after: 4, by: 8 },
    ];

    expect([3, 4, 5, 8].map((limit) => polledShareWithin(events, limit))).toEqual([
      { low: 0, high: 500_000 },
      { low: 500_000, high: 500_000 },
      { low: 500_000, high: 1_000_000 },
      { low: 1_000_000, high: 1_000_000 },
    ]);
  });

  it('is unknown of nothing and refuses a limit that is no time', () => {
    expect(polledShareWithin([], 3)).toBeNull();
    expect(() => polledShareWithin([], -1)).toThrow(RangeError);
  });
});

describe('turnbullCells', () => {
  it('are the Kaplan–Meier curve when every event is known to the unit', () => {
    fc.assert(
      fc.property(manySpells(), (spells) => {
        const windows = spells.map(({ time, ending }) =>
          ending === 'done' ? { after: time - 1, by: time } : { after: time, by: Number.POSITIVE_INFINITY },
        );

        const cells = turnbullCells(windows);

        for (const { time, notDone } of kaplanMeierSteps(riskTable(spells))) {
          const later = cells.reduce((sum, { by, mass }) => sum + (by > time ? mass : 0), 0);
          // The rounds stop a thousandth of log-likelihood before the best: a few hundredths of a standard error.
          expect(Math.abs(later - notDone)).toBeLessThan(0.01);
        }
      }),
    );
  });

  it('carry masses that no other masses beat by a thousandth of log-likelihood', () => {
    fc.assert(
      fc.property(manyPolled(), (events) => {
        const windows = events.map(({ after, by }) => ({ after, by: by ?? Number.POSITIVE_INFINITY }));

        const cells = turnbullCells(windows);

        const inside = (window: { after: number; by: number }) =>
          cells.filter(({ after, by }) => after >= window.after && by <= window.by);
        const massOf = (window: { after: number; by: number }) =>
          inside(window).reduce((sum, { mass }) => sum + mass, 0);
        expect(cells.reduce((sum, { mass }) => sum + mass, 0)).toBeCloseTo(1, 9);
        for (const cell of cells) {
          const pull = windows.reduce((sum, w) => sum + (inside(w).includes(cell) ? 1 / massOf(w) : 0), 0);
          expect(pull - windows.length).toBeLessThan(2e-3);
        }
      }),
    );
  });
});
