import { type Fraction, fraction, roundHalfUp } from '../fees/fraction.ts';
import { type Fen, fen } from '../money.ts';
import { TRADE_CATEGORIES, type TradeCategory } from '../trade.ts';
import { idsOf, type LotIds } from './figure.ts';
import type { RoundFacts } from './round-facts.ts';

/**
 * What a deal's amount cannot be worked out without; the first that is missing. `quantity` and `turnover` are not in the
 * facts; `plausibility` is missing where the amount, or the term of a rising rent, is beyond belief.
 */
export type MissingPart = 'hammer' | 'basis' | 'term' | 'area' | 'quantity' | 'turnover' | 'plausibility';

/** A deal's amount (成交金额) over its whole term, or what is missing to say it. */
export type DealAmount =
  | { readonly kind: 'amount'; readonly fen: Fen }
  | { readonly kind: 'unknown'; readonly missing: MissingPart };

/** Amounts of lots added up; the lots whose amount is unknown stand apart and are in no sum. */
export interface AmountSum {
  readonly fen: Fen;
  readonly lots: LotIds;
  readonly unknown: LotIds;
}

/** The amount of lots with its subtotals by ownership (权属), `null` for lots that do not say theirs. */
export interface AmountFigure extends AmountSum {
  readonly definition: 'amount';
  readonly subtotals: readonly (AmountSum & { readonly tradeCategory: TradeCategory | null })[];
}

const MONTHS_A_YEAR = 12n;
const MILLION = 1_000_000n;

/** 1000亿元: what is beyond it was written in the wrong unit, and one such lot must not spoil a sum. */
const BEYOND_BELIEF = 10_000_000_000_000n;

/** A hundred years: beyond them a term was written in the wrong unit, and a rent that rises so long has no end of digits. */
const LONGEST_RISE = 1_200n;

/** What an amount is worked out from. */
export type AmountFacts = Pick<RoundFacts, 'hammerPriceFen' | 'priceBasis' | 'termMonths' | 'escalationPpm' | 'area'>;

/** Area in mu (亩): a mu is 2000/3 square metres. */
function muOf({ thousandths, unit }: NonNullable<RoundFacts['area']>): Fraction {
  return unit === 'mu' ? fraction(thousandths, 1_000n) : fraction(BigInt(thousandths) * 3n, 2_000_000n);
}

function known(n: bigint, d = 1n): DealAmount {
  const amount = roundHalfUp({ n, d });
  return amount > BEYOND_BELIEF ? unknown('plausibility') : { kind: 'amount', fen: fen(Number(amount)) };
}

function unknown(missing: MissingPart): DealAmount {
  return { kind: 'unknown', missing };
}

/** How many months' rent of the first year a term costs; each year the rent is the last year's, raised. */
function firstYearMonths(months: bigint, escalation: bigint): Fraction {
  if (escalation === 0n) return fraction(months);
  let years = 0n;
  let rent = 1n;
  let scale = 1n;
  for (let year = 0n; year < months / MONTHS_A_YEAR; year++) {
    years = (years + rent) * MILLION;
    rent *= MILLION + escalation;
    scale *= MILLION;
  }
  return fraction(years * MONTHS_A_YEAR + rent * (months % MONTHS_A_YEAR), scale);
}

function rentAmount(facts: AmountFacts, price: bigint): DealAmount {
  if (facts.termMonths === null) return unknown('term');
  const term = BigInt(facts.termMonths);
  const escalation = BigInt(facts.escalationPpm ?? 0);
  if (escalation > 0n && term > LONGEST_RISE) return unknown('plausibility');
  const months = firstYearMonths(term, escalation);
  if (facts.priceBasis === 'per_month') return known(price * months.n, months.d);
  if (facts.priceBasis === 'per_year') return known(price * months.n, months.d * MONTHS_A_YEAR);
  if (facts.area === null) return unknown('area');
  const { n, d } = muOf(facts.area);
  return known(price * n * months.n, d * months.d * MONTHS_A_YEAR);
}

/**
 * What the buyer owes for the whole term at a price on the lot's basis, rounded once, half up to the fen: the price
 * itself where it is a total, else the rent over the term with its escalation (递增): whole years compound, part of a year
 * counts by its months. A rent of which no escalation is said is level. Never guessed: unknown says what is missing.
 *
 * @example dealAmountOf({ priceBasis: 'per_year', termMonths: 36, hammerPriceFen: fen(100_00), … }) //=> 300 yuan
 */
export function dealAmountOf(facts: AmountFacts): DealAmount {
  if (facts.hammerPriceFen === null) return unknown('hammer');
  const price = BigInt(facts.hammerPriceFen);
  switch (facts.priceBasis) {
    case null:
      return unknown('basis');
    case 'total':
      return known(price);
    case 'per_unit':
      return unknown('quantity');
    case 'percent':
      return unknown('turnover');
    default:
      return rentAmount(facts, price);
  }
}

function sumOf(lots: readonly RoundFacts[]): AmountSum {
  const counted: RoundFacts[] = [];
  const missing: RoundFacts[] = [];
  let total = 0n;
  for (const lot of lots) {
    const amount = dealAmountOf(lot);
    if (amount.kind === 'amount') total += BigInt(amount.fen);
    (amount.kind === 'amount' ? counted : missing).push(lot);
  }
  return { fen: fen(Number(total)), lots: idsOf(counted), unknown: idsOf(missing) };
}

/** Adds up the amounts of deals, with subtotals by ownership in a fixed order; a category without a lot has no line. */
export function amountFigure(deals: readonly RoundFacts[]): AmountFigure {
  const groups = Map.groupBy(deals, ({ tradeCategory }) => tradeCategory);
  const subtotals = [...TRADE_CATEGORIES, null].flatMap((tradeCategory) => {
    const lots = groups.get(tradeCategory);
    return lots === undefined ? [] : [{ tradeCategory, ...sumOf(lots) }];
  });
  return { definition: 'amount', ...sumOf(deals), subtotals };
}
