import type { RoundFacts } from '../../domain/comparison/round-facts.ts';
import type { FeeBook } from '../../domain/fees/book.ts';
import { type ChargedFees, type EffectiveRates, feesOnSale } from '../../domain/fees/on-sale.ts';
import { type Sale, saleOf } from '../../domain/fees/sale.ts';
import type { FeeSchedule } from '../../domain/fees/schedule.ts';
import type { Fen } from '../../domain/money.ts';
import type { SaleFee, SaleFees } from './model-fees.ts';

/** What was charged by a schedule, as far as figures are folded from it. */
export interface Charged {
  readonly schedule: FeeSchedule;
  readonly buyerFen: Fen;
  readonly sellerFen: Fen;
  readonly totalFen: Fen;
  readonly openVatFen: Fen;
  readonly rates: EffectiveRates;
  readonly levelRent: boolean;
  readonly legal: 'ok' | 'breach' | 'undetermined' | null;
}

/** One platform's fee on a sale; `charged` where there is one. */
export interface PlatformFee {
  readonly fee: SaleFee;
  readonly charged: Charged | null;
}

/** A sale with the fee of every platform; without any where its price or its day is unknown. */
export interface PricedSale {
  readonly lot: RoundFacts;
  readonly sale: Sale | undefined;
  readonly fees: ReadonlyMap<string, PlatformFee>;
}

function legalVerdict({ legal }: ChargedFees): Charged['legal'] {
  if (legal.some(({ verdict }) => verdict === 'breach')) return 'breach';
  if (legal.some(({ verdict }) => verdict === 'undetermined')) return 'undetermined';
  return legal.length === 0 ? null : 'ok';
}

function chargedOf(fees: ChargedFees): Charged {
  const { schedule, charge, rates, levelRentAssumed } = fees;
  return {
    schedule,
    buyerFen: charge.buyer.fen,
    sellerFen: charge.seller.fen,
    totalFen: charge.total.fen,
    openVatFen: charge.total.openVatFen,
    rates,
    levelRent: levelRentAssumed,
    legal: legalVerdict(fees),
  };
}

function feeOn(sale: Sale, platform: string, book: FeeBook, demo: boolean): PlatformFee {
  const fees = feesOnSale(sale, platform, book, { demo });
  if (fees.kind !== 'fees') return { fee: fees, charged: null };
  const charged = chargedOf(fees);
  const { schedule, buyerFen, sellerFen, totalFen } = charged;
  return { fee: { platform, kind: 'fees', schedule: schedule.id, buyerFen, sellerFen, totalFen }, charged };
}

/**
 * Prices each sale on every platform. No document says which platforms were admitted for a class on a day: all that
 * are asked for count as admitted.
 *
 * @throws AppError `FEES.TIED` when two schedules of a platform hold and neither goes first
 */
export function priceSales(
  lots: readonly RoundFacts[],
  platforms: readonly string[],
  book: FeeBook,
  demo: boolean,
): readonly PricedSale[] {
  return lots.map((lot) => {
    const sale = saleOf(lot);
    const fees = sale === undefined ? [] : platforms.map((id) => [id, feeOn(sale, id, book, demo)] as const);
    return { lot, sale, fees: new Map(fees) };
  });
}

/** The sale as the comparison shows it. */
export function saleFees({ lot, sale, fees }: PricedSale): SaleFees {
  return {
    lotId: lot.lotId,
    platform: lot.platform,
    dealDate: sale?.dealDate ?? null,
    hammerFen: lot.hammerPriceFen,
    tradeKind: lot.tradeKind,
    fees: [...fees.values()].map(({ fee }) => fee),
  };
}
