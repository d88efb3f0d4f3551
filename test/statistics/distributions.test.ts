import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaBelow, betaQuantile, binomialUpTo } from '#shared/statistics/core/beta.ts';
import { orderedSum } from '#shared/statistics/core/bounds.ts';
import { chiSquareAbove, normalBelow, reachOf } from '#shared/statistics/core/normal.ts';
import { withReordering } from './arbitraries.ts';

/** The answers are scipy 1.17.1's. */
describe('normalBelow', () => {
  it.each([
    [-5, 2.866515718791933e-7],
    [-1.5, 0.06680720126885807],
    [0, 0.5],
    [0.3, 0.6179114221889526],
    [3, 0.9986501019683699],
    [9, 1],
    [-9, 0],
  ])('at %d is %d', (z, expected) => {
    expect(normalBelow(z)).toBeCloseTo(expected, 14);
  });
});

describe('reachOf', () => {
  it.each([
    [0.95, 1.959963984540054],
    [0.998, 3.090232306167813],
    [1 - 0.05 / 45, 3.2607674884205338],
  ])('an interval of %d is %d', (confidence, expected) => {
    expect(reachOf(confidence)).toBeCloseTo(expected, 12);
  });
});

describe('chiSquareAbove', () => {
  it('is one in twenty at 3.84', () => {
    expect(chiSquareAbove(3.841458820694124)).toBeCloseTo(0.05, 12);
    expect(chiSquareAbove(0)).toBe(1);
  });
});

describe('betaQuantile', () => {
  it.each([
    [0.025, 3, 8, 0.06673951117773447],
    [0.975, 40_000, 60_001, 0.4030342152968574],
    [0.001, 1, 1e6, 1.000500333083033e-9],
  ])('of %d with %d and %d is %d', (share, a, b, expected) => {
    expect(betaQuantile(share, a, b) / expected).toBeCloseTo(1, 9);
  });

  it('is undone by the distribution function', () => {
    const shape = fc.integer({ min: 1, max: 2000 });
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (share, a, b) => {
        expect(betaBelow(betaQuantile(share, a, b), a, b)).toBeCloseTo(share, 9);
      }),
    );
  });
});

describe('binomialUpTo', () => {
  it('adds the terms up', () => {
    const below = [-1, 0, 1, 2, 3, 4].map((hits) => binomialUpTo(hits, 3, 0.2));

    [0, 0.512, 0.896, 0.992, 1, 1].forEach((expected, index) => {
      expect(below[index]).toBeCloseTo(expected, 14);
    });
  });
});

describe('orderedSum', () => {
  it('is the same to the last bit in any order', () => {
    const terms = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 30 });
    fc.assert(
      fc.property(withReordering(terms), ([one, other]) => {
        expect(orderedSum(other)).toBe(orderedSum(one));
      }),
    );
  });
});
