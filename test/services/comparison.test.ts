import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePeriod } from '#shared/domain/comparison/period.ts';
import { fen } from '#shared/domain/money.ts';
import { compare } from '#shared/services/comparison/compare.ts';
import { comparisonJson } from '#shared/services/comparison/comparison-json.ts';
import { figureLists, lotsBehind } from '#shared/services/comparison/lots-behind.ts';
import { seededRandom } from '#test/support/fixed-ambient.ts';
import { aRound, aSoldRound, beijing } from '#test/support/round-facts.ts';
import { aFee, aSchedule } from '../domain/fees-builders.ts';
import { inputOf, manyFacts } from './comparison-facts.ts';

const SCHEDULES = [
  aSchedule({ id: 'east-fees', platform: 'east' }),
  aSchedule({ id: 'west-fees', platform: 'west', components: [aFee({ payer: 'seller' })] }),
];

describe('compare', () => {
  it('says the same whatever the order of the facts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.nat(), (count, seed) => {
        const facts = manyFacts(count, seed);
        const shuffled = seededRandom(seed).shuffled(facts);

        const [one, other] = [facts, shuffled].map((given) => compare(inputOf(given, { schedules: SCHEDULES })));

        expect(JSON.stringify(other)).toBe(JSON.stringify(one));
      }),
      { numRuns: 12 },
    );
  });

  it('has a column for every platform the facts know, with empty figures where none of its lots counts', () => {
    const facts = [
      aSoldRound({ platform: 'west' }),
      aRound({ lotId: 'east.1', platform: 'east', tradeCategory: 'judicial' }),
    ];

    const { platforms, reference } = compare(inputOf(facts));

    expect(platforms.map(({ id, name, lots }) => [id, name, lots.length])).toEqual([
      ['east', '东台', 0],
      ['west', '西台', 1],
    ]);
    expect(reference).toEqual(['east.1']);
  });

  it('sets the same days of the year before beside them', () => {
    const of = (lotId: string, day: string, yuan: number) =>
      aSoldRound({ lotId, platform: 'east', endsAt: beijing(`${day} 10:00`), hammerPriceFen: fen(yuan * 100) });
    const facts = [
      of('1', '2022-10-31', 100),
      of('2', '2022-11-01', 900),
      of('3', '2023-03-01', 100),
      of('4', '2023-10-31', 50),
    ];

    const { all, lastYearPeriod } = compare(inputOf(facts));

    expect(lastYearPeriod).toEqual(parsePeriod('2022-01-01', '2022-10-31'));
    expect(all.lastYear.sold.lots).toEqual(['1']);
    expect(all.lastYear.change).toEqual({ sold: 1_000_000, amount: 500_000, success: 0 });
  });

  it('says no change where there was nothing the year before', () => {
    const { all } = compare(inputOf([aSoldRound({ platform: 'east' })]));

    expect(all.lastYear.change).toEqual({ sold: null, amount: null, success: null });
  });

  it('gives no interval of fewer than ten lots', () => {
    const sold = (count: number) => Array.from({ length: count }, (_, index) => aSoldRound({ lotId: `east.${index}` }));

    expect(compare(inputOf(sold(9))).all.successInterval).toBeNull();
    expect(compare(inputOf(sold(10))).all.successInterval).toEqual({ low: 722_467, high: 1_000_000 });
  });

  it('defines every figure once', () => {
    const { definitions } = compare(inputOf([]));

    expect(new Set(definitions.map(({ id }) => id)).size).toBe(definitions.length);
  });
});

describe('lots behind figures', () => {
  const facts = manyFacts(2_500, 11);
  const comparison = compare(inputOf(facts, { schedules: SCHEDULES }));
  const lists = figureLists(comparison);

  it('are found by the path of each, and by one path only one', () => {
    const paths = lists.map(([path]) => path);

    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.length).toBeGreaterThan(700);
    for (const [path, lots] of lists) expect(lotsBehind(comparison, path), path).toEqual(lots);
    expect(lotsBehind(comparison, 'all/nothing')).toBeUndefined();
  });

  it('are lots of the facts, each once, ascending', () => {
    const known = new Set(facts.map(({ lotId }) => lotId));

    for (const [path, lots] of lists) {
      expect(new Set(lots).size, path).toBe(lots.length);
      expect(
        lots.every((id) => known.has(id)),
        path,
      ).toBe(true);
      expect(lots, path).toEqual(lots.toSorted());
    }
  });

  it('leave no list of lots without a path', () => {
    const { overdue: _, breakevens: __, ...json } = JSON.parse(comparisonJson(comparison));

    expect(JSON.stringify(json)).not.toMatch(/"(?:east|west|north)\.\d{6}"/);
  });

  it('of the platforms together are those of the district', () => {
    for (const path of ['sold', 'completed', 'success-official/part', 'amount', 'clock/refund', 'quality/accuracy']) {
      const own = ['east', 'north', 'west'].flatMap((id) => lotsBehind(comparison, `${id}/${path}`) ?? []);

      expect(own.sort(), path).toEqual(lotsBehind(comparison, `all/${path}`));
    }
  });
});

describe('the comparison for programs', () => {
  it('stays small however many lots there are, and says how many are behind each figure', () => {
    const comparison = compare(inputOf(manyFacts(5_000, 3), { schedules: SCHEDULES }));

    const json = comparisonJson(comparison);

    expect(comparison.all.lots.length).toBeGreaterThan(1_000);
    expect(json.length).toBeLessThan(1_000_000);
    const { all, figures, overdueInAll } = JSON.parse(json);
    expect(all.outcome.sold.lots).toBe(comparison.all.outcome.sold.lots.length);
    expect(figures['all/sold']).toBe(comparison.all.outcome.sold.lots.length);
    expect(comparison.overdue.length).toBeGreaterThan(100);
    expect(overdueInAll).toBe(comparison.overdue.length);
  });
});
