import type { PriceBasis } from '#shared/domain/price.ts';
import type { TradeCategory } from '#shared/domain/trade.ts';

/**
 * What the lot's prices are prices of. Only a judicial sale is certain to quote a total; elsewhere, and wherever rent (租)
 * is spoken of, the same figure may be a year's or a month's, so the basis is left unsaid.
 */
export function toPriceBasis(title: string, category: TradeCategory | undefined): PriceBasis | undefined {
  return category === 'judicial' && !title.includes('租') ? 'total' : undefined;
}
