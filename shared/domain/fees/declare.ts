import { fen, ppm } from '../money.ts';
import { type LocalDate, parseBeijingDate } from '../time.ts';
import type { FeeComponent, FeeFormula, FeePayer, FeeSchedule, FeeSource, RateBand } from './schedule.ts';

type Named<T, K extends keyof T> = Pick<T, K> & Partial<Omit<T, K>>;
type Band = readonly [upToFen: number | null, ratePpm: number];

const VAT_UNSAID = { inclusive: 'unknown', ratePpm: ppm(60_000) } as const;

/** A schedule as it is usually declared: no agreement, no end, no conditions, ordinary priority. */
export function schedule(
  of: Named<FeeSchedule, 'id' | 'title' | 'platform' | 'confidence' | 'source' | 'components'>,
): FeeSchedule {
  return {
    agreementNumber: null,
    effectiveFrom: null,
    effectiveTo: null,
    when: {},
    priority: 100,
    lotMinimum: null,
    notes: [],
    ...of,
  };
}

/** A component as it is usually declared: no limits, rounded to the fen, VAT unsaid, charged on a sale only. */
export function component(of: Named<FeeComponent, 'code' | 'payer' | 'category' | 'base' | 'formula'>): FeeComponent {
  return {
    minFen: null,
    maxFen: null,
    discountPpm: ppm(0),
    unitFen: fen(1),
    vat: VAT_UNSAID,
    bound: 'actual',
    chargeOn: ['sold'],
    dueWithin: null,
    when: {},
    ...of,
  };
}

/** A service fee of an exchange (交易服务费) on the hammer price, as each side may pay one. */
export function service(payer: FeePayer, formula: FeeFormula, of: Partial<FeeComponent> = {}): FeeComponent {
  return component({
    code: `${payer}_service`,
    payer,
    category: 'transaction_service',
    base: 'hammer',
    formula,
    ...of,
  });
}

/** Where a schedule was read; whatever is not said is not known. */
export function source(of: Named<FeeSource, 'title' | 'quality'>): FeeSource {
  return { number: null, article: null, urls: [], ...of };
}

function band([upToFen, ratePpm]: Band): RateBand {
  return { upToFen: upToFen === null ? null : fen(upToFen), ratePpm: ppm(ratePpm) };
}

/** Each slice at its own rate. Ends are fen, inclusive. */
export function marginal(...bands: readonly Band[]): FeeFormula {
  return { type: 'marginal', bands: bands.map(band) };
}

/** The whole base at one rate. */
export function percent(ratePpm: number): FeeFormula {
  return { type: 'percent', ratePpm: ppm(ratePpm) };
}

export const FREE: FeeFormula = { type: 'free' };

/**
 * Reads a day of a schedule, `YYYY-MM-DD`.
 * @throws RangeError for a day the calendar does not have
 */
export function day(text: string): LocalDate {
  const read = parseBeijingDate(text);
  if (read === undefined) throw new RangeError(`not a day: ${text}`);
  return read;
}
