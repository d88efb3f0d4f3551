import { describe, expect, it } from 'vitest';
import type { RoundFacts } from '#shared/domain/comparison/round-facts.ts';
import { compare } from '#shared/services/comparison/compare.ts';
import { aRound } from '#test/support/round-facts.ts';
import { inputOf, manyFacts } from './comparison-facts.ts';

/** Completed lots of a platform in a township, so many of them sold. */
function completed(platform: string, township: string | null, sold: number, of: number): readonly RoundFacts[] {
  return Array.from({ length: of }, (_, index) =>
    aRound({
      lotId: `${platform}.${township}.${index}`,
      platform,
      township,
      status: index < sold ? 'sold' : 'passed-in',
    }),
  );
}

describe('the table of townships', () => {
  it('has a row for each with a cell for every platform, lots without one last', () => {
    const facts = [
      ...completed('east', null, 1, 2),
      ...completed('west', '330502101', 2, 3),
      ...completed('east', '330502100', 1, 1),
    ];

    const { townships } = compare(inputOf(facts));

    expect(
      townships.map(({ name, all, platforms }) =>
        [name, all, ...platforms].map((cell) =>
          typeof cell === 'string' ? cell : `${cell.column} ${cell.sold.lots.length}/${cell.completed.lots.length}`,
        ),
      ),
    ).toEqual([
      ['织里镇', 'all 1/1', 'east 1/1', 'west 0/0'],
      ['八里店镇', 'all 2/3', 'east 0/0', 'west 2/3'],
      ['未注明', 'all 1/2', 'east 1/2', 'west 0/0'],
    ]);
  });
});

describe('the appendix', () => {
  it('marks on the funnel who lies beyond what chance explains, and only them', () => {
    const facts = [
      ...completed('east', '330502100', 90, 100),
      ...completed('west', '330502101', 20, 100),
      ...completed('north', '330502102', 27, 50),
    ];

    const { points, rate, lines } = compare(inputOf(facts)).appendix.funnel;

    expect(rate).toBe(548_000);
    expect(points.filter(({ of }) => of === 'platform').map(({ name, signal }) => [name, signal])).toEqual([
      ['东台', 'beyond-outer'],
      ['北台', 'within'],
      ['西台', 'beyond-outer'],
    ]);
    expect(lines.at(-1)?.cases).toBeGreaterThanOrEqual(100);
    expect(lines.map(({ cases }) => cases)).toEqual(lines.map(({ cases }) => cases).toSorted((a, b) => a - b));
  });

  it('ranks by sets, and nobody with fewer than ten lots', () => {
    const facts = [
      ...completed('east', '330502100', 90, 100),
      ...completed('west', '330502101', 20, 100),
      ...completed('north', '330502102', 5, 9),
    ];

    expect(compare(inputOf(facts)).appendix.ranks).toEqual([
      { platform: 'east', set: { best: 1, worst: 1 } },
      { platform: 'north', set: null },
      { platform: 'west', set: { best: 2, worst: 2 } },
    ]);
  });

  it('draws by village from a seed it names: the same twice, and none from a single one', () => {
    const facts = manyFacts(600, 5);
    const [one, other] = [compare(inputOf(facts)), compare(inputOf(facts))].map(({ appendix }) => appendix);
    const single = compare(
      inputOf([...completed('east', '330502100', 9, 20), ...completed('west', '330502100', 9, 20)]),
    );

    expect(one?.pairs[0]?.successByVillage).toMatchObject({ draws: 2_000 });
    expect(one).toEqual(other);
    expect(one?.seed).toBe(20_231_031);
    expect(single.appendix.pairs[0]?.successByVillage).toBeNull();
  });
});
