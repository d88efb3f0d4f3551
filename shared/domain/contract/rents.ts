import { addDays, toDayNumber } from '../calendar/beijing-day.ts';
import { fraction, roundHalfUp } from '../fees/fraction.ts';
import { type Fen, fen } from '../money.ts';
import { addMonths } from '../rules/periods.ts';
import type { LocalDate } from '../time.ts';
import type { ContractTerms } from './contract.ts';

/** Rent of one year of a lease. */
export interface YearOfRent {
  /** 1 for the first. */
  readonly year: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly rentFen: Fen;
  /** Shorter than a whole year: the rent is by its days. */
  readonly isPart: boolean;
}

const MONTHS_A_YEAR = 12;
const MILLION = 1_000_000n;

/**
 * Rent year by year (租金表). The rise compounds from the second year on the unrounded rent of the year before; each year's
 * rent is rounded once, half up to the fen. A last year that is not whole costs its days' share of the whole year's.
 *
 * @example rentsOf({ startsOn: '2024-01-01', endsOn: '2025-12-31', yearlyRentFen: 100_00, escalationPpm: 50_000, … })
 * //=> 100.00 and 105.00 yuan
 */
export function rentsOf({
  startsOn,
  endsOn,
  yearlyRentFen,
  escalationPpm,
}: Pick<ContractTerms, 'startsOn' | 'endsOn' | 'yearlyRentFen' | 'escalationPpm'>): readonly YearOfRent[] {
  const years: YearOfRent[] = [];
  let [rent, scale] = [BigInt(yearlyRentFen), 1n];
  for (let index = 0; ; index++) {
    const from = addMonths(startsOn, index * MONTHS_A_YEAR);
    if (from > endsOn) return years;
    const last = addDays(addMonths(startsOn, (index + 1) * MONTHS_A_YEAR), -1);
    const to = last <= endsOn ? last : endsOn;
    const [days, whole] = [to, last].map((day) => BigInt(toDayNumber(day) - toDayNumber(from) + 1)) as [bigint, bigint];
    const amount = roundHalfUp(fraction(rent * days, scale * whole));
    years.push({ year: index + 1, from, to, rentFen: fen(Number(amount)), isPart: to !== last });
    rent *= MILLION + BigInt(escalationPpm);
    scale *= MILLION;
  }
}

/** Rent over the whole term: the sum of its years as rounded. */
export function totalRent(years: readonly YearOfRent[]): Fen {
  return fen(years.reduce((sum, { rentFen }) => sum + rentFen, 0));
}

/** Last day of a term of so many months. */
export function endOfTerm(startsOn: LocalDate, months: number): LocalDate {
  return addDays(addMonths(startsOn, months), -1);
}

/** Whole months a lease runs, where it runs whole months; `null` otherwise. */
export function monthsOf({ startsOn, endsOn }: Pick<ContractTerms, 'startsOn' | 'endsOn'>): number | null {
  const [from, to] = [startsOn, addDays(endsOn, 1)].map(
    (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)),
  );
  const months = (to ?? 0) - (from ?? 0);
  return endOfTerm(startsOn, months) === endsOn ? months : null;
}
