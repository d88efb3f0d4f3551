import type { FeeBook } from '../../domain/fees/book.ts';
import { breakeven } from '../../domain/fees/breakeven.ts';
import { fen } from '../../domain/money.ts';
import { TRADE_KINDS, type TradeKind } from '../../domain/trade.ts';
import type { FeeBreakeven } from './model-fees.ts';
import type { FeePair } from './model-headlines.ts';
import type { PricedSale } from './price-sales.ts';

const POINTS = 40;
/** The curve runs to twice the dearest such sale, so that the next one is on it. */
const BEYOND = 2;

type Known = PricedSale & { readonly sale: NonNullable<PricedSale['sale']> };

function isKnown(priced: PricedSale): priced is Known {
  return priced.sale !== undefined;
}

function byPrice(a: Known, b: Known): number {
  return a.sale.hammerFen - b.sale.hammerFen || (a.lot.lotId < b.lot.lotId ? -1 : 1);
}

function breakevenOf(
  { a, b }: FeePair,
  tradeKind: TradeKind | null,
  sales: readonly Known[],
  book: FeeBook,
  demo: boolean,
): readonly FeeBreakeven[] {
  const ascending = sales.filter(({ lot }) => lot.tradeKind === tradeKind).toSorted(byPrice);
  const middle = ascending[ascending.length >> 1];
  const toFen = fen((ascending.at(-1)?.sale.hammerFen ?? 0) * BEYOND);
  if (middle === undefined) return [];
  const question = { fromFen: fen(0), toFen, side: 'total' as const, points: POINTS, demo };
  const result = breakeven(a, b, middle.sale, book, question);
  return result.kind === 'breakeven' ? [{ a, b, tradeKind, like: middle.lot.lotId, result }] : [];
}

/** Where fees cross, for each pair and kind of trade, on a sale like the middle one of those both could price. */
export function breakevensOf(
  pairs: readonly FeePair[],
  priced: readonly PricedSale[],
  book: FeeBook,
  demo: boolean,
): readonly FeeBreakeven[] {
  return pairs.flatMap((pair) => {
    const compared = new Set(pair.overlap.compared);
    const sales = priced.filter(isKnown).filter(({ lot }) => compared.has(lot.lotId));
    return [...TRADE_KINDS, null].flatMap((kind) => breakevenOf(pair, kind, sales, book, demo));
  });
}
