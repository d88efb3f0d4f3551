import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen, formatWan, formatYuan, fromYuanNumber, parseMoney, ppm, premiumRate } from '#shared/domain/money.ts';

const MAX = Number.MAX_SAFE_INTEGER;

function readWan(value: number): number | undefined {
  const parsed = parseMoney(formatWan(fen(value)), 'wan');
  return parsed.kind === 'amount' ? parsed.fen : undefined;
}

describe('fen and ppm', () => {
  it.each([fen, ppm])('refuse anything but safe integers', (take) => {
    for (const n of [0.5, Number.NaN, Number.POSITIVE_INFINITY, MAX + 1]) expect(() => take(n)).toThrow(RangeError);
  });

  it.each([fen, ppm])('take safe integers of either sign', (take) => {
    expect([take(-1), take(0), take(MAX)]).toEqual([-1, 0, MAX]);
  });
});

describe('fromYuanNumber', () => {
  it.each([
    [24990.0, 2_499_000],
    [19736.5, 1_973_650],
    [0, 0],
    [-0, 0],
    [0.07, 7],
    [1.1 * 100, undefined],
    [100_000_000_000.0, 10_000_000_000_000],
    [0.1 + 0.2, undefined],
    [1.005, undefined],
    [1e-7, undefined],
    [-1, undefined],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    [2 ** 46, undefined],
    [1e21, undefined],
  ])('takes %d yuan as %j fen', (value, expected) => {
    const taken = fromYuanNumber(value);

    expect(taken).toBe(expected);
  });

  it('tells every fen apart up to its limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 46 * 100 - 1 }), (value) => {
        expect(fromYuanNumber(value / 100)).toBe(value);
      }),
    );
  });
});

describe('premiumRate', () => {
  it.each([
    [100_00, 820_01, 7_200_100],
    [1_000_000, 1_000_000, 0],
    [5_000_000, 5_500_000, 100_000],
    [2_000, 16_400, 7_200_000],
    [20_000_000, 21_000_000, 50_000],
    [3, 4, 333_333],
    [3, 5, 666_667],
    [2_000_000, 2_000_001, 1],
    [2_000_000, 1_999_999, 0],
    [2_000_000, 1_999_997, -1],
    [100, 80, -200_000],
    [0, 5, undefined],
    [-5, 5, undefined],
    [1, MAX, undefined],
  ])('from %d to %d fen is %j ppm', (start, hammer, expected) => {
    const rate = premiumRate(fen(start), fen(hammer));

    expect(rate).toBe(expected);
  });

  it('lies within half a ppm of the true ratio', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000, max: MAX }), fc.maxSafeNat(), (start, hammer) => {
        const rate = premiumRate(fen(start), fen(hammer));

        const doubledError =
          2n * ((BigInt(hammer) - BigInt(start)) * 1_000_000n - BigInt(rate ?? Number.NaN) * BigInt(start));
        expect(doubledError < BigInt(start) && doubledError >= -BigInt(start)).toBe(true);
      }),
      // Shrinking two amounts that must stay close to each other takes minutes.
      { endOnFailure: true },
    );
  });
});

describe('formatYuan', () => {
  it.each([
    [16_199_305_700, '161,993,057.00'],
    [0, '0.00'],
    [7, '0.07'],
    [99_999, '999.99'],
    [100_000, '1,000.00'],
    [-5, '-0.05'],
    [-123_456_789, '-1,234,567.89'],
    [MAX, '90,071,992,547,409.91'],
  ])('writes %d fen as %s', (value, expected) => {
    const text = formatYuan(fen(value));

    expect(text).toBe(expected);
  });
});

describe('formatWan', () => {
  it.each([
    [25_598_810_000, '25,598.81'],
    [0, '0.00'],
    [4_999, '0.00'],
    [5_000, '0.01'],
    [-5_000, '0.00'],
    [-5_001, '-0.01'],
    [1_000_000, '1.00'],
  ])('writes %d fen as %s', (value, expected) => {
    const text = formatWan(fen(value));

    expect(text).toBe(expected);
  });

  it('adds up: 元 of a whole number of hundred yuan are its 万元', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (one, other) => {
        const [part, otherPart, whole] = [one, other, one + other].map((hundreds) => readWan(hundreds * 10_000));

        expect(whole).toBe(Number(part) + Number(otherPart));
      }),
    );
  });
});
