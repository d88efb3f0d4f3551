import { describe, expect, it } from 'vitest';
import { feeBook } from '#shared/domain/fees/book.ts';
import { percent } from '#shared/domain/fees/declare.ts';
import { LEGAL_MAXIMA } from '#shared/domain/fees/legal-maxima.ts';
import { type ChargedFees, feesOnSale } from '#shared/domain/fees/on-sale.ts';
import { saleOf } from '#shared/domain/fees/sale.ts';
import type { FeeSchedule } from '#shared/domain/fees/schedule.ts';
import { NOTHING_KNOWN } from '#shared/domain/lot-card.ts';
import { fen, ppm } from '#shared/domain/money.ts';
import { parseInstant } from '#shared/domain/time.ts';
import { aFee, aLease, aSale, aSchedule } from './fees-builders.ts';

const east = aSchedule();
const west = aSchedule({
  id: 'west',
  platform: 'west',
  confidence: 'agreement',
  agreementNumber: '吴资协〔2023〕1号',
  components: [aFee({ formula: percent(4_000) }), aFee({ code: 'seller', payer: 'seller', formula: percent(8_000) })],
});

function feesBy(schedule: FeeSchedule, sale = aSale(), rest: readonly FeeSchedule[] = LEGAL_MAXIMA): ChargedFees {
  const fees = feesOnSale(sale, schedule.platform, feeBook([schedule, ...rest]));
  if (fees.kind !== 'fees') throw new RangeError(fees.kind);
  return fees;
}

describe('effective rates', () => {
  it('of a transfer are of its price, each side apart', () => {
    expect(feesBy(west).rates).toEqual({
      onPrice: { buyer: 4_000, seller: 8_000, total: 12_000 },
      onFirstYearRent: null,
      onTermRent: null,
    });
  });

  it('of a lease are of the first year and of the whole term', () => {
    const { rates, levelRentAssumed } = feesBy(east, aLease());

    expect(rates).toMatchObject({ onPrice: null, onFirstYearRent: { total: 10_000 }, onTermRent: { total: 3_333 } });
    expect(levelRentAssumed).toBe(true);
  });

  it('assume no level rent where the term is a year or its rent is said', () => {
    const assumed = [{ termMonths: 12 }, { termRentFen: fen(330_000_00) }, { tradeKind: 'transfer' as const }];

    expect(assumed.map((of) => feesBy(east, aLease(of)).levelRentAssumed)).toEqual([false, false, false]);
  });

  it('are unknown where their base is', () => {
    const { rates } = feesBy(east, aLease({ termMonths: null }));

    expect(rates).toMatchObject({ onFirstYearRent: { total: 10_000 }, onTermRent: null });
  });
});

describe('legal maxima', () => {
  const commission = (ratePpm: number) =>
    aSchedule({ components: [aFee({ category: 'commission', formula: percent(ratePpm) })] });
  const verdicts = (ratePpm: number, of: Parameters<typeof aSale>[0]) =>
    feesBy(commission(ratePpm), aSale(of)).legal.map(({ schedule, verdict }) => [schedule, verdict]);

  it.each([
    [
      'public property at 10%',
      100_000,
      { publicProperty: true, commissionAgreed: true },
      [['auction-law-art57-public', 'breach']],
    ],
    ['an agreed 10% on nothing public', 100_000, { publicProperty: false, commissionAgreed: true }, []],
    [
      '10% that nobody agreed on',
      100_000,
      { publicProperty: false, commissionAgreed: false },
      [['auction-law-art56-default', 'breach']],
    ],
    [
      '10% of which the file says nothing',
      100_000,
      {},
      [
        ['auction-law-art56-default', 'undetermined'],
        ['auction-law-art57-public', 'undetermined'],
      ],
    ],
    [
      '5%, in order whatever the file says',
      50_000,
      {},
      [
        ['auction-law-art56-default', 'ok'],
        ['auction-law-art57-public', 'ok'],
      ],
    ],
  ] as const)('find %s', (_, ratePpm, of, expected) => {
    expect(verdicts(ratePpm, of)).toEqual(expected);
  });

  it('bind commissions only', () => {
    expect(feesBy(aSchedule({ components: [aFee({ formula: percent(100_000) })] })).legal).toEqual([]);
  });

  it('leave other fees beside a commission out of account', () => {
    const both = [aFee({ category: 'commission', formula: percent(50_000) }), aFee({ code: 'software_service' })];

    const { legal } = feesBy(aSchedule({ components: both }), aSale({ publicProperty: true, commissionAgreed: true }));

    expect(legal).toMatchObject([{ verdict: 'ok', chargedFen: 5_000_00, maximumFen: 5_000_00 }]);
  });

  it('allow the seller of public property no commission at all', () => {
    const seller = aSchedule({ components: [aFee({ payer: 'seller', category: 'commission' })] });

    const { legal } = feesBy(seller, aSale({ publicProperty: true, commissionAgreed: true }));

    expect(legal).toMatchObject([{ payer: 'seller', verdict: 'breach', chargedFen: 1_000_00, maximumFen: 0 }]);
  });
});

describe('the sale a lot tells of', () => {
  const at = parseInstant('2023-06-15T17:00:00Z') ?? null;
  const sold = { ...NOTHING_KNOWN, status: 'sold', hammerPriceFen: fen(1_00), jurisdiction: '330502' } as const;

  it('is of the Beijing day bidding ended', () => {
    expect(saleOf({ ...sold, endsAt: at })).toMatchObject({ dealDate: '2023-06-16', division: '330502' });
  });

  it('is of the day it was held, on site', () => {
    expect(saleOf({ ...sold, startsAt: at, venue: 'on-site' })?.dealDate).toBe('2023-06-16');
    expect(saleOf({ ...sold, startsAt: at, venue: 'online' })).toBeUndefined();
  });

  it('carries the rent over the term where its escalation is said, so that no rent is taken for level', () => {
    const let3 = { ...sold, endsAt: at, tradeKind: 'lease', priceBasis: 'per_year', termMonths: 36 } as const;
    const rising = saleOf({ ...let3, hammerPriceFen: fen(100_000_00), escalationPpm: ppm(30_000) });

    expect(rising?.termRentFen).toBe(309_090_00);
    expect(rising && feesBy(east, rising)).toMatchObject({
      levelRentAssumed: false,
      rates: { onFirstYearRent: { total: 10_000 }, onTermRent: { total: 3_235 } },
    });
  });

  it.each([
    ['an unsaid escalation', { escalationPpm: null }],
    ['an unsaid term', { termMonths: null }],
    ['no term', { termMonths: 0 }],
    ['a total', { priceBasis: 'total' }],
    ['an unsaid area', { priceBasis: 'per_mu_year' }],
  ] as const)('carries no rent over the term with %s', (_, of) => {
    const leased = { tradeKind: 'lease', priceBasis: 'per_year', termMonths: 36, escalationPpm: ppm(30_000) } as const;

    expect(saleOf({ ...sold, endsAt: at, ...leased, ...of })?.termRentFen).toBeNull();
  });

  it('is none without a hammer price', () => {
    expect(saleOf({ ...sold, hammerPriceFen: null, endsAt: at })).toBeUndefined();
  });
});
