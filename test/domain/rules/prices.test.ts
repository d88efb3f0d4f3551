import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ListingTerms, NO_TERMS } from '#shared/domain/listing/terms.ts';
import { fen } from '#shared/domain/money.ts';
import type { ListingCheck } from '#shared/domain/rules/listing-check.ts';
import { aCheck, anAsset, beijing, day, ids, pondTerms, STATE_UNIT, verdictOf } from './a-listing.ts';

function voted(inFavour: number, entitled: number): ListingCheck {
  const resolution = { ...NO_TERMS.resolution, inFavour, entitled };
  return aCheck({ terms: pondTerms({ tradeKind: 'transfer', priceBasis: 'total', resolution }) });
}

function againAt(price: number, ...before: readonly number[]): ListingCheck {
  const previous = before.map((each) => pondTerms({ startPriceFen: fen(each) }));
  return aCheck({ round: before.length + 1, previous, terms: pondTerms({ startPriceFen: fen(price) }) });
}

describe('the price of a later round', () => {
  it('is told against the last round and the first', () => {
    const verdict = verdictOf('desk-cut', againAt(18_050_00, 20_000_00, 19_000_00));

    expect(verdict).toMatchObject({ kind: 'ok', pointer: '/startPriceFen' });
    expect(verdict.sentence).toBe(
      '降价幅度:上一轮19,000.00元,本轮18,050.00元(降5%),与首轮20,000.00元相比累计降9.75%。',
    );
  });

  it('warns beyond the suggested cut, for the judicial limit of 20 % does not bind', () => {
    const check = againAt(15_000_00, 20_000_00);

    expect(verdictOf('desk-cut', check)).toMatchObject({ kind: 'warning', citation: '交易中心轮次规则(待确认)' });
    expect(verdictOf('oj-26-cut', check).kind).toBe('not-applicable');
  });

  it('is not compared with one on another basis', () => {
    const previous = [pondTerms({ priceBasis: 'per_mu_year', startPriceFen: fen(1_000_00) })];

    expect(verdictOf('desk-cut', aCheck({ round: 2, previous })).sentence).toContain('价格不能直接比较');
  });
});

describe('the lowest price the members allowed', () => {
  const floorAt = (floor: number): ListingTerms =>
    pondTerms({ resolution: { ...NO_TERMS.resolution, floorFen: fen(floor) } });

  it('is not undercut without a new vote', () => {
    const below = verdictOf('desk-resolution-floor', aCheck({ terms: floorAt(20_000_01) }));

    expect(below.kind).toBe('breach');
    expect(below.sentence).toContain('须重新表决');
    expect(verdictOf('desk-resolution-floor', aCheck({ terms: floorAt(20_000_00) })).kind).toBe('ok');
  });
});

describe('the vote of the members', () => {
  it('needs two thirds of those entitled, exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.nat(5_000), (entitled, some) => {
        const inFavour = Math.min(some, entitled);
        const kind = verdictOf('zj-17', voted(inFavour, entitled)).kind;

        expect(kind).toBe(3 * inFavour >= 2 * entitled ? 'ok' : 'breach');
      }),
    );
  });

  it('of a lease is left open where two thirds are missed, for no text we read says that it needs them', () => {
    const resolution = { ...NO_TERMS.resolution, inFavour: 60, entitled: 100 };

    const verdict = verdictOf('zj-17', aCheck({ terms: pondTerms({ resolution }) }));

    expect(verdict.kind).toBe('undetermined');
    expect(verdict.missing).toEqual(['是否属于须经三分之二以上成员(代表)同意的重大事项']);
  });
});

describe('a listing’s own order', () => {
  it('is broken by bidding before registration has ended', () => {
    const { windows, ...terms } = pondTerms();
    const early = { ...terms, windows: { ...windows, registrationEndsAt: beijing('2026-08-11 10:01') } };

    expect(verdictOf('desk-order-auction_start', aCheck({ terms: early }))).toMatchObject({
      kind: 'breach',
      pointer: '/windows/biddingStartsAt',
    });
    expect(ids(aCheck())).not.toContain('desk-order-auction_start');
  });
});

describe('the deposit', () => {
  it('is told as a share of price and total, and judged by no rule', () => {
    const deposit = { ...NO_TERMS.deposit, fen: fen(20_000_00) };

    const verdict = verdictOf('desk-deposit', aCheck({ terms: pondTerms({ deposit }) }));

    expect(verdict.kind).toBe('ok');
    expect(verdict.sentence).toContain('为起拍价的100%,为总额60,000.00元的33.3%');
  });
});

describe('the valuation', () => {
  const valued = (endsOn: string): ListingCheck =>
    aCheck({
      terms: pondTerms({
        tradeKind: 'transfer',
        appraisal: { ...NO_TERMS.appraisal, publishedOn: day('2026-09-10'), publicityEndsOn: day(endsOn) },
      }),
    });

  it('of a collective is public for fifteen days, and a last day off moves on', () => {
    // Fifteen days after 10 September is the 25th, the Mid-Autumn holiday until the 27th.
    expect(verdictOf('zj-37', valued('2026-09-27'))).toMatchObject({ kind: 'breach', earliest: '2026-09-28' });
    expect(verdictOf('zj-37', valued('2026-09-28')).kind).toBe('ok');
  });

  it('of the state’s equity is not undercut in the first round', () => {
    const terms = pondTerms({
      tradeKind: 'transfer',
      priceBasis: 'total',
      startPriceFen: fen(99_00),
      appraisal: { ...NO_TERMS.appraisal, fen: fen(100_00) },
    });
    const check = aCheck({ terms, owner: STATE_UNIT, assets: [anAsset({ assetClass: 'equity' })] });

    expect(verdictOf('o32-17', check)).toMatchObject({ kind: 'breach' });
    expect(verdictOf('o32-18-90', check)).toMatchObject({ kind: 'ok' });
  });
});

describe('shares of a collective', () => {
  it('move inside it only', () => {
    const assets = [anAsset({ assetClass: 'collective_share' })];
    const inside = pondTerms({ eligibility: { who: 'members-only', condition: null, papers: [] } });

    expect(verdictOf('zj-30', aCheck({ assets })).kind).toBe('breach');
    expect(ids(aCheck({ assets, terms: inside }))).not.toContain('zj-30');
  });
});
