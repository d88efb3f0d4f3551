import fc from 'fast-check';
import type { CompetingSpell, Spell } from '#shared/statistics/spell.ts';
import type { Stratum } from '#shared/statistics/stratum.ts';
import type { Tally } from '#shared/statistics/tally.ts';

/** Tallies of up to `most` cases, of at least one. */
export function tallies(most = 500): fc.Arbitrary<Tally> {
  return fc
    .integer({ min: 1, max: most })
    .chain((total) => fc.record({ hits: fc.integer({ min: 0, max: total }), total: fc.constant(total) }));
}

/** Strata with different keys. */
export function manyStrata(): fc.Arbitrary<Stratum[]> {
  return fc
    .array(fc.record({ a: tallies(40), b: tallies(40) }), { minLength: 1, maxLength: 6 })
    .map((sides) => sides.map((side, index) => ({ key: `stratum ${index}`, ...side })));
}

const time = fc.integer({ min: 0, max: 30 });

/** Spells of which some are open, with ties. */
export function manySpells(): fc.Arbitrary<Spell[]> {
  const spell = fc.record<Spell>({ time, ending: fc.constantFrom('done', 'open') });
  return fc.array(spell, { minLength: 1, maxLength: 40 });
}

/** Spells of which some are open and some were withdrawn. */
export function competingSpells(): fc.Arbitrary<CompetingSpell[]> {
  const spell = fc.record<CompetingSpell>({ time, ending: fc.constantFrom('done', 'withdrawn', 'open') });
  return fc.array(spell, { minLength: 1, maxLength: 40 });
}

/** A list and the same list in another order. */
export function withReordering<T>(lists: fc.Arbitrary<T[]>): fc.Arbitrary<[T[], T[]]> {
  return lists.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
  );
}
