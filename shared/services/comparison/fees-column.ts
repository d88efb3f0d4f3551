import { idsOf } from '../../domain/comparison/figure.ts';
import type { RoundFacts } from '../../domain/comparison/round-facts.ts';
import type { EffectiveRates, SideRates } from '../../domain/fees/on-sale.ts';
import { fen, type Ppm, ppm } from '../../domain/money.ts';
import { quantiles } from '../../statistics/quantiles.ts';
import type { FeeRates, FeeSum, FeesColumn, FeeTotals, RateBase } from './model-fees.ts';
import type { Charged, PlatformFee, PricedSale } from './price-sales.ts';

/** A sale with the fee of one platform on it, if any. */
interface Entry {
  readonly lot: RoundFacts;
  readonly of: PlatformFee | undefined;
}

type ChargedEntry = { readonly lot: RoundFacts; readonly charged: Charged };

const BASES: readonly (readonly [RateBase, keyof EffectiveRates])[] = [
  ['price', 'onPrice'],
  ['first-year-rent', 'onFirstYearRent'],
  ['term-rent', 'onTermRent'],
];

function median(rates: readonly SideRates[], side: keyof SideRates): Ppm | null {
  const found = quantiles(rates.map((each) => each[side]));
  return found === null ? null : ppm(found.median);
}

function ratesOn(base: RateBase, field: keyof EffectiveRates, entries: readonly ChargedEntry[]): FeeRates {
  const on = entries.flatMap(({ lot, charged }) => {
    const rates = charged.rates[field];
    return rates === null ? [] : [{ lot, rates }];
  });
  const rates = on.map((each) => each.rates);
  return {
    base,
    lots: idsOf(on.map(({ lot }) => lot)),
    buyer: median(rates, 'buyer'),
    seller: median(rates, 'seller'),
    total: median(rates, 'total'),
  };
}

/** Adds up fees, each side apart. */
export function feeTotals(charges: readonly Charged[]): FeeTotals {
  const sum = (field: 'buyerFen' | 'sellerFen' | 'totalFen' | 'openVatFen') =>
    fen(Number(charges.reduce((total, each) => total + BigInt(each[field]), 0n)));
  return {
    buyerFen: sum('buyerFen'),
    sellerFen: sum('sellerFen'),
    totalFen: sum('totalFen'),
    openVatFen: sum('openVatFen'),
  };
}

function feeSum(entries: readonly Entry[]): FeeSum {
  const charged = entries.flatMap(({ lot, of }) => (of?.charged ? [{ lot, charged: of.charged }] : []));
  const having = (holds: (each: Charged) => boolean) =>
    idsOf(charged.filter((each) => holds(each.charged)).map(({ lot }) => lot));
  const without = (kind: string) =>
    idsOf(entries.filter(({ of }) => (of?.fee.kind ?? 'facts-missing') === kind).map(({ lot }) => lot));
  return {
    ...feeTotals(charged.map((each) => each.charged)),
    lots: idsOf(charged.map(({ lot }) => lot)),
    illustrative: having(({ schedule }) => schedule.confidence === 'illustrative'),
    levelRent: having(({ levelRent }) => levelRent),
    rates: BASES.map(([base, field]) => ratesOn(base, field, charged)),
    without: {
      noSchedule: without('no-agreed-schedule'),
      onlyIllustrative: without('illustrative'),
      factsMissing: without('facts-missing'),
    },
  };
}

function legalOf(entries: readonly Entry[]): FeesColumn['legal'] {
  const having = (verdict: Charged['legal']) =>
    idsOf(entries.filter(({ of }) => of?.charged?.legal === verdict).map(({ lot }) => lot));
  return { ok: having('ok'), breach: having('breach'), undetermined: having('undetermined') };
}

/** Fees of a column; `platform` is `null` for the whole district. */
export function feesColumn(priced: readonly PricedSale[], platform: string | null): FeesColumn {
  const own = priced
    .filter(({ lot }) => platform === null || lot.platform === platform)
    .map(({ lot, fees }) => ({ lot, of: fees.get(lot.platform) }));
  const everySale = platform === null ? null : priced.map(({ lot, fees }) => ({ lot, of: fees.get(platform) }));
  return { own: feeSum(own), onEverySale: everySale === null ? null : feeSum(everySale), legal: legalOf(own) };
}
