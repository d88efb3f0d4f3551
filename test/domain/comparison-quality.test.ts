import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qualityByPlatform, qualityOf } from '#shared/domain/comparison/quality.ts';
import { QUALITY_CHECKS } from '#shared/domain/comparison/quality-checks.ts';
import type { RoundFacts } from '#shared/domain/comparison/round-facts.ts';
import { fen } from '#shared/domain/money.ts';
import { aRound, aSoldRound, beijing } from '#test/support/round-facts.ts';

const ASOF = beijing('2023-06-30 12:00');

/** A lot of which nothing is missing and nothing is wrong. */
const SOUND = aSoldRound({
  round: 1,
  assetClass: 'shop',
  tradeKind: 'lease',
  priceBasis: 'per_year',
  termMonths: 36,
  township: '330502100',
  depositFen: fen(20_00),
  startsAt: beijing('2023-06-14 10:00'),
  bidCount: 3,
  registrationCount: 2,
});

function failingOf(of: Partial<RoundFacts>): readonly string[] {
  const results = qualityOf([{ ...SOUND, ...of }], ASOF);
  return results.flatMap(({ checks }) => checks.filter(({ failing }) => failing.length > 0).map(({ check }) => check));
}

describe('checks of data quality', () => {
  it('find nothing wrong with a sound lot', () => {
    expect(failingOf({})).toEqual([]);
  });

  it.each<[string, Partial<RoundFacts>]>([
    ['required-township', { township: null }],
    ['required-startPriceFen', { startPriceFen: null }],
    ['required-termMonths', { termMonths: null }],
    ['required-area', { priceBasis: 'per_mu_year' }],
    ['required-hammerPriceFen', { hammerPriceFen: null }],
    ['required-bidCount', { bidCount: null }],
    ['township-in-jurisdiction', { township: '330503100' }],
    ['term-within-law', { termMonths: 241 }],
    ['share-stays-inside', { assetClass: 'collective_share' }],
    ['no-contradiction', { contradictions: ['outcome-reversed'] }],
    ['bid-behind-sale', { bidCount: 0 }],
    ['result-after-end', { resultKnownAt: beijing('2023-06-15 09:59') }],
    ['unit-plausible', { hammerPriceFen: fen(1_000_000_00) }],
    ['result-within-a-day', { outcomeSeenAt: beijing('2023-06-16 10:01') }],
  ])('find %s in %o', (check, of) => {
    expect(failingOf(of)).toEqual([check]);
  });

  it('miss the result of a lot whose bidding is over, and call it late after a day', () => {
    expect(failingOf({ status: 'ended', hammerPriceFen: null, outcomeSeenAt: null })).toEqual([
      'result-reported',
      'result-within-a-day',
    ]);
  });

  it('ask an open lot for no result, and an agreement for no bids', () => {
    expect(failingOf({ status: 'bidding', endsAt: beijing('2023-07-15 10:00'), outcomeSeenAt: null })).toEqual([]);
    expect(failingOf({ saleMode: 'agreement', bidCount: null, registrationCount: null })).toEqual([]);
  });
});

describe('data quality', () => {
  const lots = [
    { ...SOUND, lotId: 'a' },
    { ...SOUND, lotId: 'b', township: null, round: null },
    { ...SOUND, lotId: 'c', platform: 'another', status: 'passed-in', hammerPriceFen: null },
  ] as const;

  it('names the failing lots of a dimension once, however many checks they fail', () => {
    const [completeness] = qualityOf(lots, ASOF);

    expect(completeness).toMatchObject({ applicable: ['a', 'b', 'c'], failing: ['b'], rate: 666_667 });
  });

  it('goes platform by platform', () => {
    const found = qualityByPlatform(lots, ASOF).map(({ platform, dimensions }) => [platform, dimensions[0]?.rate]);

    expect(found).toEqual([
      ['another', 1_000_000],
      ['virtual', 500_000],
    ]);
  });

  it('has no rate where a check applies to no lot', () => {
    const results = qualityOf([aRound({ status: 'announced' })], ASOF);

    const check = results.flatMap(({ checks }) => checks).find((each) => each.check === 'required-hammerPriceFen');

    expect(check).toMatchObject({ applicable: [], rate: null });
  });

  it('is the same whatever order the lots come in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...lots], { minLength: lots.length }), (shuffled) => {
        expect(qualityByPlatform(shuffled, ASOF)).toEqual(qualityByPlatform(lots, ASOF));
      }),
    );
  });

  it('has every check in a dimension that is shown', () => {
    const shown = qualityOf([], ASOF).flatMap(({ checks }) => checks.map(({ check }) => check));

    expect(shown).toEqual(QUALITY_CHECKS.map(({ id }) => id));
  });
});
