import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatePairs } from '#shared/domain/same-asset/candidates.ts';
import { areAlike, titleCore } from '#shared/domain/same-asset/title-core.ts';
import { sightingOf } from '#shared/services/same-asset/proposals.ts';
import { aPond } from '#test/services/same-asset/a-same-asset.ts';

const TITLE = fc
  .array(fc.constantFrom('云村', '鱼塘', '厂房', '南', '北', '织里', '号', '3', '12', '出租', '(再次拍卖)'), {
    minLength: 1,
    maxLength: 9,
  })
  .map((words) => words.join(''));

function pairsOf(titles: readonly string[]) {
  const sightings = titles.map((title, at) => sightingOf(aPond(String(at), { title })));
  return candidatePairs(sightings);
}

describe('candidates by title', () => {
  it('are all pairs of like titles, each once, as if every lot had been held against every other', () => {
    fc.assert(
      fc.property(fc.array(TITLE, { maxLength: 30 }), (titles) => {
        const cores = titles.map(titleCore);
        const expected = cores.flatMap((a, at) =>
          cores.flatMap((b, other) =>
            other > at && a.text.length > 3 && b.text.length > 3 && areAlike(a, b) ? 1 : [],
          ),
        );

        expect(pairsOf(titles).pairs).toHaveLength(expected.length);
      }),
      { numRuns: 300 },
    );
  });

  it('says how many lots share a title with too many others to be compared', () => {
    const titles = Array.from({ length: 50 }, () => '报废电动自行车一批');

    expect(pairsOf(titles)).toEqual({ pairs: [], crowded: 50 });
  });
});
