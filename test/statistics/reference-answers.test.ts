import { describe, expect, it } from 'vitest';
import { normalLimits } from '#shared/statistics/core/funnel.ts';
import { logRankScore } from '#shared/statistics/core/log-rank.ts';
import { chiSquareAbove, reachOf, Z95 } from '#shared/statistics/core/normal.ts';
import { clopperPearson, newcombe, wilson } from '#shared/statistics/core/proportion.ts';
import { riskTable } from '#shared/statistics/core/risk-table.ts';
import { mantelHaenszel, standardise } from '#shared/statistics/core/strata.ts';
import { kaplanMeierSteps } from '#shared/statistics/core/survival.ts';
import { kaplanMeier } from '#shared/statistics/kaplan-meier.ts';
import { premiums } from '#shared/statistics/premium.ts';
import { shareOf, wilsonInterval } from '#shared/statistics/proportion.ts';
import { quantiles } from '#shared/statistics/quantiles.ts';
import type { Spell } from '#shared/statistics/spell.ts';
import { vectors } from './vectors.ts';

/** Decimals of the tolerance the answers are given with: 1e-9. */
const DECIMALS = 9;

function expectClose(actual: Readonly<Record<string, number>>, expected: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(expected)) expect(actual[name], name).toBeCloseTo(value, DECIMALS);
}

function spellsOf(times: readonly number[], events: readonly number[]): Spell[] {
  return times.map((time, index) => ({ time, ending: events[index] === 1 ? 'done' : 'open' }));
}

const { directStandardisation: direct, kaplanMeier: followed, seedReport2023: report } = vectors;
const strata = direct.strata.map((key, index) => ({
  key,
  a: { hits: direct.A.x[index] ?? 0, total: direct.A.n[index] ?? 0 },
  b: { hits: direct.B.x[index] ?? 0, total: direct.B.n[index] ?? 0 },
}));

describe('reference answers', () => {
  it.each(vectors.wilson95)('give the Wilson interval of $x of $n', ({ x, n, lo, hi }) => {
    const { low, high } = wilson({ hits: x, total: n }, Z95);

    expectClose({ low, high }, { low: lo, high: hi });
  });

  it.each(vectors.clopperPearson95)('give the exact interval of $x of $n', ({ x, n, lo, hi }) => {
    const { low, high } = clopperPearson({ hits: x, total: n }, 0.05);

    expectClose({ low, high }, { low: lo, high: hi });
  });

  it.each(vectors.newcombeDiff95)('give the difference of $x1/$n1 and $x2/$n2', ({ x1, n1, x2, n2, diff, lo, hi }) => {
    const { difference, low, high } = newcombe({ hits: x1, total: n1 }, { hits: x2, total: n2 }, Z95);

    expectClose({ difference, low, high }, { difference: diff, low: lo, high: hi });
  });

  it('give the directly standardised rates, their errors and the interval', () => {
    const { rateA, rateB, errorA, errorB, difference, low, high } = standardise(strata);

    expectClose(
      { stdA: rateA, stdB: rateB, seA: errorA, seB: errorB, diff: difference, diffLoWald: low, diffHiWald: high },
      {
        stdA: direct.stdA,
        stdB: direct.stdB,
        seA: direct.seA,
        seB: direct.seB,
        diff: direct.diff,
        diffLoWald: direct.diffLoWald,
        diffHiWald: direct.diffHiWald,
      },
    );
  });

  it('give the Mantel–Haenszel odds ratio', () => {
    expect(mantelHaenszel(strata)).toBeCloseTo(vectors.mantelHaenszelOR_A_vs_B, DECIMALS);
  });

  it('give every row of the Kaplan–Meier curve', () => {
    const steps = kaplanMeierSteps(riskTable(spellsOf(followed.durations, followed.event)));

    expect(steps.map(({ time, atRisk, done }) => [time, atRisk, done])).toEqual(
      followed.rows.map(({ t, nRisk, nEvent }) => [t, nRisk, nEvent]),
    );
    followed.rows.forEach((row, index) => {
      const step = steps[index];
      expectClose(
        {
          S: step?.notDone ?? -1,
          se: step?.standardError ?? -1,
          low: step?.bounds?.low ?? -1,
          high: step?.bounds?.high ?? -1,
        },
        { S: row.S, se: row.seGreenwood, low: row.lo_loglog, high: row.hi_loglog },
      );
    });
  });

  it('give median and p75 with open cases, and say how many are open where p90 is not reached', () => {
    const curve = kaplanMeier(spellsOf(followed.durations, followed.event));

    expect(curve).toMatchObject({ median: followed.median, p75: followed.p75, p90: null });
    expect(curve).toMatchObject({ lastTime: 20, stillOpenAtLast: 216_346, cases: 13, done: 9, open: 4 });
  });

  it('show the closed cases alone as too quick', () => {
    const closed = followed.durations.filter((_, index) => followed.event[index] === 1);

    expect(quantiles(closed)?.median).toBe(followed.naiveMedianOfClosed);
    expect(followed.naiveMedianOfClosed).toBeLessThan(followed.median);
  });

  it('give the log-rank statistic and its p-value', () => {
    const { T1, E1, T2, E2, chi2, p } = vectors.logrank;

    const { done, expected, variance } = logRankScore(spellsOf(T1, E1), spellsOf(T2, E2));

    const statistic = (done - expected) ** 2 / variance;
    expectClose({ chi2: statistic, p: chiSquareAbove(statistic) }, { chi2, p });
  });

  it('give the four premiums to the ppm', () => {
    const { lots_fen: lots, meanOfRates, ratioOfTotals, median, max } = vectors.premium;
    const sales = lots.map(({ start, hammer }, index) => ({ key: `lot ${index}`, startFen: start, hammerFen: hammer }));

    const of = premiums(sales, 0);

    const ppm = (rate: number) => Math.round(rate * 1_000_000);
    expect(of).toMatchObject({
      cases: 4,
      leftOut: 0,
      meanOfRates: ppm(meanOfRates),
      ratioOfTotals: ppm(ratioOfTotals),
      median: ppm(median),
      max: ppm(max),
      maxKey: 'lot 2',
    });
  });

  it.each(vectors.funnel)('give the funnel limits round $p0 for $n cases', ({ p0, n, lo95, hi95, lo998, hi998 }) => {
    const inner = normalLimits(p0, n, Z95);
    const outer = normalLimits(p0, n, reachOf(0.998));

    expectClose({ ...inner }, { low: lo95, high: hi95 });
    expectClose({ ...outer }, { low: lo998, high: hi998 });
  });

  it("give the district's published success rate and its interval", () => {
    const tally = { hits: report.sold, total: report.completed };

    expect(report.rural + report.state).toBe(report.sold);
    expect(shareOf(tally)).toBe(Math.round(report.successRate * 1_000_000));
    expect(wilsonInterval(tally)).toEqual({ low: 577_191, high: 654_139 });
  });
});
