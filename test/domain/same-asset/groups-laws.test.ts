import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConfirmedLink, confirmedNeighbours, groupOf } from '#shared/domain/same-asset/groups.ts';

const LOTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;

const LINKS: fc.Arbitrary<readonly ConfirmedLink[]> = fc
  .array(fc.tuple(fc.constantFrom(...LOTS), fc.constantFrom(...LOTS)), { maxLength: 12 })
  .map((pairs) => pairs.filter(([a, b]) => a !== b).map((lots) => ({ lots, codes: ['seller'] })));

/** The groups of all lots, as text that is equal for equal groups. */
function groups(links: readonly ConfirmedLink[]) {
  const neighbours = confirmedNeighbours(links);
  return LOTS.map((lot) => {
    const members = groupOf(lot, (each) => neighbours.get(each) ?? []);
    return members.map(({ lotId }) => lotId).toSorted();
  });
}

describe('groups of lots', () => {
  it('are an equivalence: a lot is in its own, and every lot of a group has the same one', () => {
    fc.assert(
      fc.property(LINKS, (links) => {
        const all = groups(links);
        const byLot = new Map(LOTS.map((lot, at) => [lot as string, all[at] ?? []]));

        for (const [lot, group] of byLot) {
          expect(group).toContain(lot);
          for (const other of group) expect(byLot.get(other)).toEqual(group);
        }
      }),
    );
  });

  it('do not depend on the order of the links', () => {
    fc.assert(
      fc.property(
        LINKS.chain((links) =>
          fc.tuple(fc.constant(links), fc.shuffledSubarray([...links], { minLength: links.length })),
        ),
        ([links, shuffled]) => {
          expect(groups(shuffled)).toEqual(groups(links));
        },
      ),
    );
  });

  it('say of each lot which lot nearer to the first it is linked to', () => {
    fc.assert(
      fc.property(LINKS, (links) => {
        const neighbours = confirmedNeighbours(links);
        const members = groupOf('a', (lot) => neighbours.get(lot) ?? []);

        members.forEach(({ by }, at) => {
          const nearer = members.slice(0, at).map(({ lotId }) => lotId);
          expect(by === null ? at : nearer.indexOf(by.lotId)).toBeGreaterThanOrEqual(0);
          expect(by === null).toBe(at === 0);
        });
      }),
    );
  });
});
