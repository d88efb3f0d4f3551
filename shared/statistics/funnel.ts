import { exactLimit, normalLimits } from './core/funnel.ts';
import { reachOf, Z95 } from './core/normal.ts';
import { checkedTally, type Tally } from './tally.ts';
import { type PpmInterval, toPpm, toPpmInterval, WHOLE_PPM } from './units.ts';

const Z998 = reachOf(0.998);
/** A tenth of the scores at each end is drawn in before their spread is taken. */
const WINSORISED = 0.1;

/** Where a rate over so many cases may lie by chance alone; ppm. Outside the outer limits is a signal. */
export interface FunnelLimits {
  /** 95 %. */
  readonly inner: PpmInterval;
  /** 99.8 %. */
  readonly outer: PpmInterval;
}

/**
 * Limits of a funnel plot round the district's rate (Spiegelhalter 2005, Stat Med 24:1185) for `cases` cases, by the
 * normal approximation that draws a smooth funnel, widened by the overdispersion. Kept within 0 and 100 %. In ppm.
 * `null` when the district has no cases or `cases` is zero.
 */
export function funnelLimits(district: Tally, cases: number, overdispersionPpm = WHOLE_PPM): FunnelLimits | null {
  if (isUndefined(district, cases)) return null;
  const rate = district.hits / district.total;
  const widened = Math.sqrt(overdispersionPpm / WHOLE_PPM);
  return {
    inner: toPpmInterval(normalLimits(rate, cases, Z95 * widened)),
    outer: toPpmInterval(normalLimits(rate, cases, Z998 * widened)),
  };
}

/**
 * Exact binomial limits of the same funnel, interpolated between counts (Spiegelhalter 2005, appendix A.1.1): for
 * judging few cases, where the normal approximation is wrong. The rate itself stays within them, which interpolation
 * alone would miss where even one hit is rare. In ppm; `null` as above.
 */
export function exactFunnelLimits(district: Tally, cases: number): FunnelLimits | null {
  if (isUndefined(district, cases)) return null;
  const rate = district.hits / district.total;
  const between = (outside: number): PpmInterval => ({
    low: toPpm(Math.min(rate, exactLimit(rate, cases, outside / 2))),
    high: toPpm(Math.max(rate, exactLimit(rate, cases, 1 - outside / 2))),
  });
  return { inner: between(0.05), outer: between(0.002) };
}

/**
 * How much more the rates spread than chance alone would have them (Spiegelhalter 2005, section 4.2): the mean square
 * of the scores round the pooled rate, a tenth at each end winsorised; in ppm, at least 1,000,000.
 * `null` with fewer than two units that have cases, or when all cases went one way.
 */
export function overdispersion(units: readonly Tally[]): number | null {
  const counted = units.filter((unit) => checkedTally(unit).total > 0);
  const hits = counted.reduce((sum, unit) => sum + unit.hits, 0);
  const total = counted.reduce((sum, unit) => sum + unit.total, 0);
  if (counted.length < 2 || hits === 0 || hits === total) return null;
  const rate = hits / total;
  const scores = counted
    .map((unit) => (unit.hits / unit.total - rate) / Math.sqrt((rate * (1 - rate)) / unit.total))
    .sort((a, b) => a - b);
  const drawnIn = Math.floor(WINSORISED * scores.length);
  const [least, most] = [scores[drawnIn] ?? 0, scores[scores.length - 1 - drawnIn] ?? 0];
  const squares = scores.reduce((sum, score) => sum + Math.min(most, Math.max(least, score)) ** 2, 0);
  return Math.max(WHOLE_PPM, toPpm(squares / scores.length));
}

/** @throws RangeError unless `cases` is a whole number from zero up */
function isUndefined(district: Tally, cases: number): boolean {
  if (!Number.isSafeInteger(cases) || cases < 0) throw new RangeError(`no cases: ${cases}`);
  return checkedTally(district).total === 0 || cases === 0;
}
