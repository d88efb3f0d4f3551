import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Claim, keepsOut, partsOverlap, periodsOverlap } from '#shared/domain/asset/lock.ts';
import type { LocalDate } from '#shared/domain/time.ts';

const day = (text: string) => text as LocalDate;

function aClaim(of: Partial<Claim> = {}): Claim {
  const period = { from: day('2025-01-01'), until: day('2027-12-31') };
  return { holder: 'other', parts: null, takes: 'use', ...period, state: 'open', ...of };
}

describe('parts', () => {
  it.each<[Claim['parts'], Claim['parts'], boolean]>([
    [null, null, true],
    [null, ['a'], true],
    [['a'], null, true],
    [['a', 'b'], ['b', 'c'], true],
    [['a'], ['b'], false],
    [['a'], [], true],
    [[], [], true],
  ])('%j and %j overlap: %s', (a, b, overlap) => {
    expect(partsOverlap(a, b)).toBe(overlap);
    expect(partsOverlap(b, a)).toBe(overlap);
  });
});

describe('periods', () => {
  it.each([
    ['the same day', '2025-01-01', '2025-01-01', '2025-01-01', '2025-01-01', true],
    ['the next day', '2025-01-01', '2025-06-30', '2025-07-01', '2025-12-31', false],
    ['the last day', '2025-01-01', '2025-07-01', '2025-07-01', '2025-12-31', true],
    ['one within the other', '2025-01-01', '2025-12-31', '2025-03-01', '2025-03-31', true],
    ['one for good, begun before', '2025-01-01', null, '2030-01-01', '2030-12-31', true],
    ['one for good, begun after', '2031-01-01', null, '2030-01-01', '2030-12-31', false],
    ['both for good', '2025-01-01', null, '2040-01-01', null, true],
  ])('%s', (_, from, until, otherFrom, otherUntil, overlap) => {
    const a = { from: day(from), until: until === null ? null : day(until) };
    const b = { from: day(otherFrom), until: otherUntil === null ? null : day(otherUntil) };

    expect(periodsOverlap(a, b)).toBe(overlap);
    expect(periodsOverlap(b, a)).toBe(overlap);
  });
});

describe('a claim that stands', () => {
  it.each<[Claim['takes'], Claim['state'], Claim['takes'], boolean]>([
    ['use', 'open', 'use', true],
    ['use', 'open', 'transfer', true],
    ['use', 'sold', 'use', true],
    ['use', 'sold', 'transfer', false],
    ['transfer', 'open', 'use', true],
    ['transfer', 'open', 'transfer', true],
    ['transfer', 'sold', 'use', true],
    ['transfer', 'sold', 'transfer', true],
  ])('on %s, %s, keeps out a new %s: %s', (takes, state, wanted, out) => {
    expect(keepsOut(aClaim({ takes, state }), aClaim({ holder: 'new', takes: wanted }))).toBe(out);
  });

  it('keeps nobody from other parts or another time', () => {
    const standing = aClaim({ parts: ['east'] });

    expect(keepsOut(standing, aClaim({ holder: 'new', parts: ['west'] }))).toBe(false);
    expect(keepsOut(standing, aClaim({ holder: 'new', from: day('2028-01-01'), until: null }))).toBe(false);
  });

  it('never keeps out its own holder', () => {
    const part = fc.option(fc.subarray(['a', 'b', 'c']));
    const claim = fc.record({
      holder: fc.constant('one'),
      parts: part,
      takes: fc.constantFrom('use' as const, 'transfer' as const),
      from: fc.constantFrom(day('2025-01-01'), day('2026-01-01')),
      until: fc.constantFrom(null, day('2026-06-30')),
      state: fc.constantFrom('open' as const, 'sold' as const),
    });

    fc.assert(
      fc.property(claim, claim, (standing, wanted) => {
        expect(keepsOut(standing, { ...wanted, holder: standing.holder })).toBe(false);
      }),
    );
  });
});
