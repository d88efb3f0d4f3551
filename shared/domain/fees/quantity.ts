import { type Fraction, fraction, minus, signOf, times, ZERO } from './fraction.ts';
import { isLease, type Sale, type SaleFact } from './sale.ts';
import type { FeeBase, FeeComponent } from './schedule.ts';

/** What a component is reckoned on: its base, or what its formula counts. */
export type Quantity = FeeBase | 'monthly_rent' | 'area';

const RENTS: readonly Quantity[] = ['monthly_rent', 'first_year_rent', 'rent_12_months', 'total_term_rent'];
const MONTHS = 12;

/** The quantity a component is reckoned on. */
export function quantityOf({ base, formula }: FeeComponent): Quantity {
  if (formula.type === 'months_of_rent') return 'monthly_rent';
  return formula.type === 'per_unit' ? 'area' : base;
}

/** Says whether the quantity is a rent, which only a lease has. */
export function isRent(quantity: Quantity): boolean {
  return RENTS.includes(quantity);
}

/** The quoted price is an amount, not the price of one unit or a share of turnover. */
function isAmount({ priceBasis }: Sale): boolean {
  return priceBasis !== 'per_unit' && priceBasis !== 'per_mu_year' && priceBasis !== 'percent';
}

function areaInMilliMu({ area }: Sale): Fraction | SaleFact {
  return area?.unit === 'mu' ? fraction(area.thousandths) : 'area';
}

function months({ termMonths }: Sale): Fraction | SaleFact {
  return termMonths === null || termMonths <= 0 ? 'termMonths' : fraction(termMonths);
}

/** Twelve months' rent; a total is spread evenly over its term. */
function yearRent(sale: Sale): Fraction | SaleFact {
  const hammer = fraction(sale.hammerFen);
  switch (sale.priceBasis) {
    case 'per_year':
      return hammer;
    case 'per_month':
      return times(hammer, fraction(MONTHS));
    case 'per_mu_year': {
      const area = areaInMilliMu(sale);
      return typeof area === 'string' ? area : times(hammer, { n: area.n, d: 1000n });
    }
    case 'total': {
      const term = months(sale);
      return typeof term === 'string' ? term : times(hammer, { n: BigInt(MONTHS), d: term.n });
    }
    default:
      return 'priceBasis';
  }
}

function termRent(sale: Sale): Fraction | SaleFact {
  if (sale.termRentFen !== null) return fraction(sale.termRentFen);
  if (sale.priceBasis === 'total') return fraction(sale.hammerFen);
  const [year, term] = [yearRent(sale), months(sale)];
  if (typeof year === 'string') return year;
  return typeof term === 'string' ? term : times(year, { n: term.n, d: BigInt(MONTHS) });
}

/** A rent quoted per year is the first year's where no term is said; one quoted per month may be for less. */
function firstYearRent(sale: Sale): Fraction | SaleFact {
  const year = yearRent(sale);
  if (typeof year === 'string') return year;
  if (sale.termMonths === null) return sale.priceBasis === 'per_month' ? 'termMonths' : year;
  return sale.termMonths < MONTHS ? times(year, fraction(sale.termMonths, MONTHS)) : year;
}

function rent(quantity: Quantity, sale: Sale): Fraction | SaleFact {
  if (isLease(sale) !== true) return 'tradeKind';
  if (quantity === 'total_term_rent') return termRent(sale);
  if (quantity === 'first_year_rent') return firstYearRent(sale);
  const year = yearRent(sale);
  if (typeof year === 'string' || quantity === 'rent_12_months') return year;
  return times(year, fraction(1, MONTHS));
}

function premium(sale: Sale): Fraction | SaleFact {
  if (sale.startPriceFen === null) return 'startPriceFen';
  const above = minus(fraction(sale.hammerFen), fraction(sale.startPriceFen));
  return signOf(above) < 0 ? ZERO : above;
}

/**
 * How much of the quantity a sale has, exactly: fen, or thousandths of a mu. Where it is unknown, the fact that is missing.
 * Level rent is assumed between years unless the sale carries the term's rent; see `assumesLevelRent`.
 */
export function measure(quantity: Quantity, sale: Sale): Fraction | SaleFact {
  if (quantity === 'none') return ZERO;
  if (quantity === 'area') return areaInMilliMu(sale);
  if (isRent(quantity)) return rent(quantity, sale);
  if (!isAmount(sale)) return 'priceBasis';
  if (quantity === 'premium') return premium(sale);
  if (quantity === 'start_price') return sale.startPriceFen === null ? 'startPriceFen' : fraction(sale.startPriceFen);
  return fraction(sale.hammerFen);
}

/** Says whether first-year and whole-term rent of this lease follow from each other only by taking the rent for level. */
export function assumesLevelRent(sale: Sale): boolean {
  if (isLease(sale) !== true || (sale.termMonths ?? 0) <= MONTHS) return false;
  return sale.priceBasis === 'total' || sale.termRentFen === null;
}
