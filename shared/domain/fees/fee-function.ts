import { fen } from '../money.ts';
import { applies } from './charge.ts';
import { piecesOf } from './formula.ts';
import { type Fraction, fraction, ZERO } from './fraction.ts';
import { add, larger, level, type Piecewise, type Span, scale, smaller, straight, through } from './piecewise.ts';
import { measure, type Quantity, quantityOf } from './quantity.ts';
import type { Sale, SaleFact } from './sale.ts';
import type { FeeComponent, FeePayer, FeeSchedule } from './schedule.ts';

/** Fees as functions of the hammer price, exact: before rounding, with VAT that comes on top. */
export interface FeeFunctions {
  readonly buyer: Piecewise;
  readonly seller: Piecewise;
  readonly total: Piecewise;
}

interface Term {
  readonly payer: FeePayer;
  readonly applied: boolean;
  readonly net: Piecewise;
  readonly gross: Piecewise;
}

const MILLION = 1_000_000;

/** A quantity over the hammer price; all but these three are in proportion to it. */
function quantityOver(quantity: Quantity, sale: Sale, span: Span): Piecewise | SaleFact {
  const one = measure(quantity, { ...sale, hammerFen: fen(1), termRentFen: null });
  if (typeof one === 'string') return one;
  if (quantity === 'start_price' || quantity === 'area') return level(span, one);
  if (quantity !== 'premium') return straight(span, one, ZERO);
  const start = fraction(-(sale.startPriceFen ?? 0));
  return larger(straight(span, fraction(1), start), level(span, ZERO));
}

function limited({ minFen, maxFen, discountPpm }: FeeComponent, fee: Piecewise, span: Span): Piecewise {
  const raised = minFen === null ? fee : larger(fee, level(span, fraction(minFen)));
  const capped = maxFen === null ? raised : smaller(raised, level(span, fraction(maxFen)));
  return scale(capped, fraction(MILLION - discountPpm, MILLION));
}

function termOf(component: FeeComponent, sale: Sale, span: Span): Term | readonly SaleFact[] {
  const { payer, formula, vat } = component;
  const applied = applies(component, sale);
  if (typeof applied !== 'boolean') return applied;
  if (!applied) return { payer, applied, net: level(span, ZERO), gross: level(span, ZERO) };
  const base = quantityOver(quantityOf(component), sale, span);
  if (typeof base === 'string') return [base];
  const net = limited(component, through(piecesOf(formula), base), span);
  const factor: Fraction = fraction(MILLION + (vat.inclusive === false ? vat.ratePpm : 0), MILLION);
  return { payer, applied, net, gross: scale(net, factor) };
}

function topUpOver({ lotMinimum }: FeeSchedule, terms: readonly Term[], span: Span): Piecewise {
  const nothing = level(span, ZERO);
  if (lotMinimum === null) return nothing;
  if (!terms.some(({ applied, payer }) => applied && payer === lotMinimum.shortfallPayer)) return nothing;
  const charged = terms.reduce((sum, { net }) => add(sum, net), nothing);
  return larger(add(level(span, fraction(lotMinimum.fen)), scale(charged, fraction(-1))), nothing);
}

/** What a schedule charges as the hammer price of a sale runs over a span; or the facts it would take to say. */
export function feesOver(schedule: FeeSchedule, sale: Sale, span: Span): FeeFunctions | readonly SaleFact[] {
  const parts = schedule.components.map((component) => termOf(component, sale, span));
  const terms = parts.filter((part): part is Term => 'payer' in part);
  const missing = parts.flatMap((part) => ('payer' in part ? [] : part));
  if (missing.length > 0) return [...new Set(missing)].toSorted();

  const topUp = topUpOver(schedule, terms, span);
  const sum = (payer: FeePayer) =>
    terms
      .filter((term) => term.payer === payer)
      .reduce(
        (all, { gross }) => add(all, gross),
        schedule.lotMinimum?.shortfallPayer === payer ? topUp : level(span, ZERO),
      );
  const [buyer, seller] = [sum('buyer'), sum('seller')];
  return { buyer, seller, total: add(buyer, seller) };
}
