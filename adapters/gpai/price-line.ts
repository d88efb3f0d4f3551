import type { LotStatus } from '#shared/domain/lot-status.ts';
import type { Fen } from '#shared/domain/money.ts';
import { type Labelled, type Note, readAmount } from './labelled.ts';
import { PRICE_LABELS } from './words.ts';

/** What the words of a lot and its price line say together. */
interface PriceLine {
  readonly status: LotStatus | undefined;
  readonly hammerPrice: Fen | undefined;
  readonly currentPrice: Fen | undefined;
}

/**
 * Reads the outcome and the price that goes with it. A price of a sale (成交价) makes the lot sold; of a lot its words call sold
 * the latest price is the hammer price. Words and label that contradict each other say nothing and are noted.
 */
export function readPriceLine(status: LotStatus | undefined, found: Labelled, note: Note): PriceLine {
  const [label] = PRICE_LABELS.hammer;
  const isDeal = found.has(label);
  if (isDeal && status !== undefined && status !== 'ended' && status !== 'sold') {
    note(label, 'says two outcomes at once');
    return { status: undefined, hammerPrice: undefined, currentPrice: undefined };
  }
  if (!isDeal && status !== 'sold') {
    const currentPrice = status === 'bidding' ? readAmount(found, PRICE_LABELS.current, note) : undefined;
    return { status, hammerPrice: undefined, currentPrice };
  }
  const hammerPrice = readAmount(found, [...PRICE_LABELS.hammer, ...PRICE_LABELS.current], note);
  if (hammerPrice === undefined) note(label, 'a sale without a price');
  return { status: 'sold', hammerPrice, currentPrice: undefined };
}

/** A sell-off (变卖) calls its start price otherwise. */
export function isSellOff(found: Labelled): boolean {
  return found.has('变卖价');
}
