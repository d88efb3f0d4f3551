import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnFrom } from '#shared/domain/listing/draw.ts';
import { cutRate, cutsOf, isSameOffer, scopeOf } from '#shared/domain/listing/rounds.ts';
import { offeredArea, totalArea, wholeValue } from '#shared/domain/listing/value.ts';
import { fen, ppm } from '#shared/domain/money.ts';
import { aLease } from '#test/support/desk-terms.ts';
import { sha256 } from '#test/support/fixed-ambient.ts';
import { carriedOut } from './events.ts';

/** Kinds of `eventOf`. */
const [SUBMIT, PASS, HAND_OVER, PLACE, FAIL, OPEN] = [4, 5, 7, 8, 10, 12];

describe('the whole value of a listing', () => {
  it('is the start price of a total, and a rent’s over its term with its escalation', () => {
    const lease = aLease('a');
    const rising = { ...lease, lease: { ...lease.lease, escalationPpm: ppm(100_000) } };

    expect(wholeValue({ ...lease, priceBasis: 'total' }, null)).toEqual({ kind: 'amount', fen: 5_000_000 });
    expect(wholeValue(lease, null)).toEqual({ kind: 'amount', fen: 15_000_000 });
    expect(wholeValue(rising, null)).toEqual({ kind: 'amount', fen: 16_550_000 });
  });

  it('of a price per mu needs the area of all that is offered', () => {
    const perMu = { ...aLease('a'), priceBasis: 'per_mu_year', startPriceFen: fen(1_000_00) } as const;
    const [pond, field] = [
      { unit: 'mu', thousandths: 12_000 },
      { unit: 'mu', thousandths: 500 },
    ] as const;

    expect(wholeValue(perMu, totalArea([pond, field]))).toEqual({ kind: 'amount', fen: 3_750_000 });
    expect(wholeValue(perMu, totalArea([pond, null]))).toMatchObject({ kind: 'unknown', missing: 'area' });
    expect(totalArea([pond, { unit: 'm2', thousandths: 1 }])).toBeNull();
    expect(totalArea([])).toBeNull();
  });
});

describe('the area offered', () => {
  const mu = (thousandths: number) => ({ unit: 'mu', thousandths }) as const;
  const parts = [
    { id: 'east', name: '东塘', area: mu(5_000) },
    { id: 'west', name: '西塘', area: null },
  ];
  const pond = { area: mu(12_000), parts };
  const offer = (of: readonly string[] | null) => offeredArea({ items: [{ assetId: 'a', parts: of }] }, [pond]);

  it('is that of the parts where only parts are offered', () => {
    expect(offer(null)).toEqual(mu(12_000));
    expect(offer(['east'])).toEqual(mu(5_000));
    expect(offer(['east', 'west'])).toBeNull();
  });
});

describe('the cut of a price', () => {
  it.each([
    [100_00, 80_00, 200_000],
    [300_00, 200_00, 333_333],
    [300_00, 100_00, 666_667],
    [100_00, 120_00, -200_000],
    [100_00, 100_00, 0],
  ])('from %i to %i fen is %i ppm', (before, after, rate) => {
    expect(cutRate(fen(before), fen(after))).toBe(rate);
  });

  it('is told round by round and in all', () => {
    const round = [SUBMIT, PASS, PASS, HAND_OVER, PLACE, FAIL].map((kind) => [kind, 1] as const);
    const last = carriedOut([[1, 900], ...round, [OPEN, 720], ...round, [OPEN, 540]]).at(-1);
    if (last === undefined) throw new Error('nothing happened');

    expect(cutsOf(last)).toMatchObject([
      { round: 2, oldFen: 900, newFen: 720, cutPpm: 200_000, cumulativePpm: 200_000 },
      { round: 3, oldFen: 720, newFen: 540, cutPpm: 250_000, cumulativePpm: 400_000 },
    ]);
    expect(scopeOf(last)).toBe('full');
  });

  it('does not make another offer of it', () => {
    const lease = aLease('a');

    expect(isSameOffer(lease, { ...lease, startPriceFen: fen(1), title: '再次' })).toBe(true);
    expect(isSameOffer(lease, aLease('b'))).toBe(false);
    expect(isSameOffer(lease, { ...lease, priceBasis: 'total' })).toBe(false);
  });
});

describe('a draw', () => {
  it('does not depend on the order of the candidates, and takes one of them', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1 }),
        (seed, candidates) => {
          const chosen = drawnFrom(sha256, seed, 'listing', candidates);

          expect(candidates).toContain(chosen);
          expect(drawnFrom(sha256, seed, 'listing', candidates.toReversed())).toBe(chosen);
        },
      ),
      { seed: 20240506 },
    );
  });

  it('favours nobody', () => {
    const counts = new Map<string, number>();

    for (let seed = 0; seed < 3_000; seed++) {
      const chosen = drawnFrom(sha256, `seed-${seed}`, 'listing', ['a', 'b', 'c']);
      counts.set(chosen, (counts.get(chosen) ?? 0) + 1);
    }

    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(100);
    expect(() => drawnFrom(sha256, 'seed', 'listing', [])).toThrow(RangeError);
  });
});
