import type { LotIds, RateFigure } from '#shared/domain/comparison/figure.ts';
import { type Fen, formatWan } from '#shared/domain/money.ts';
import { UNKNOWN } from '../../words.ts';
import { lotsAddress } from './address.ts';
import { percentText } from './figure-text.ts';
import type { ComparisonView } from './view.ts';

/** Fewer lots than this are shown as counts: a rate of them says nothing. */
const FEWEST_FOR_RATE = 10;

/** A share as a percentage, of few lots as counts, of none as unknown. */
function rateText({ part, whole, rate }: RateFigure): string {
  if (whole.length === 0) return UNKNOWN;
  return whole.length < FEWEST_FOR_RATE ? `${part.length}/${whole.length}` : percentText(rate);
}

/** Makes figures of a page: each opens to the lots behind it, named by its path in the comparison. */
export function figuresOf({ comparison }: ComparisonView) {
  const value = (path: string, lots: LotIds, text: string) => (
    <a href={lotsAddress(comparison, path)} title={`${lots.length} 个标的`}>
      {text}
    </a>
  );
  return {
    /** What was worked out of lots, in words. */
    value,
    /** A number of lots. */
    count: (path: string, lots: LotIds) => value(path, lots, String(lots.length)),
    /** A share of lots; it opens to the denominator. */
    rate: (path: string, figure: RateFigure) => value(path, figure.whole, rateText(figure)),
    /** An amount in 万元, unknown where no lot states one. */
    wan: (path: string, { fen, lots }: { readonly fen: Fen; readonly lots: LotIds }) =>
      value(path, lots, lots.length === 0 ? UNKNOWN : formatWan(fen)),
  };
}
