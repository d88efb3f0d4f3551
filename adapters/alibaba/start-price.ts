import type { Fen } from '#shared/domain/money.ts';
import type { Price } from '#shared/domain/price.ts';
import type { TradeCategory } from '#shared/domain/trade.ts';

/**
 * The start price with its basis. Only a judicial sale is certain to quote a total; elsewhere, and wherever rent (租)
 * is spoken of, the same figure may be a year's or a month's, so the price is left unsaid.
 */
export function toStartPrice(
  amount: Fen | undefined,
  title: string,
  category: TradeCategory | undefined,
): Price | undefined {
  if (amount === undefined || category !== 'judicial' || title.includes('租')) return undefined;
  return { basis: 'total', amount };
}
