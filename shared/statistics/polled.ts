import { type Cell, turnbullCells } from './core/turnbull.ts';
import { quantileOf } from './quantiles.ts';
import { type PpmInterval, toPpm } from './units.ts';

/**
 * An event that polling (轮询) found: it came after `after`, when it was last seen missing, and no later than `by`, when
 * it was first seen; `by` is `null` while it has not been. Whole units from the clock's start, as in a spell;
 * an event known to the unit has `after` = `by` − 1, so −1 is the earliest.
 */
export interface PolledEvent {
  readonly after: number;
  readonly by: number | null;
}

/** Between which times a quantile lies: polling tells no more. `by` is `null` where it is not reached. */
export interface PolledTime {
  readonly after: number;
  readonly by: number | null;
}

/** How long it takes until an event that was only polled for. */
export interface PolledTimes {
  readonly cases: number;
  readonly seen: number;
  readonly open: number;
  readonly median: PolledTime;
  readonly p75: PolledTime;
  readonly p90: PolledTime;
  /** Median and largest distance between the two looks around an event, 1 when it is known to the unit. */
  readonly medianGap: number | null;
  readonly widestGap: number | null;
}

/** A share reached within this counts as reached: the masses are found by rounds of approximation. */
const NEARLY = 1e-6;

/**
 * Times of interval-censored events (Turnbull 1976, JRSS B 38:290, nonparametric maximum likelihood): each quantile as
 * the window it lies in. Curves through the left and through the right ends would be no bounds once cases are open,
 * and the middles would be invented times; therefore neither. `null` of no events.
 *
 * @throws RangeError unless times are whole, `after` ≥ −1 and `by` > `after`
 */
export function polledTimes(events: readonly PolledEvent[]): PolledTimes | null {
  if (events.length === 0) return null;
  const cells = cellsOf(events);
  const gaps = Float64Array.from(events.flatMap(({ after, by }) => (by === null ? [] : [by - after]))).sort();
  return {
    cases: events.length,
    seen: gaps.length,
    open: events.length - gaps.length,
    median: windowOf(cells, 0.5),
    p75: windowOf(cells, 0.75),
    p90: windowOf(cells, 0.9),
    medianGap: gaps.length === 0 ? null : quantileOf(gaps, 500),
    widestGap: gaps.at(-1) ?? null,
  };
}

/**
 * Share of polled events that came by the limit: at least `low`, at most `high` ppm, by Turnbull's estimate. This is
 * what polling leaves open, not what chance does. `null` of no events.
 *
 * @throws RangeError as above, and unless the limit is whole and not negative
 */
export function polledShareWithin(events: readonly PolledEvent[], limit: number): PpmInterval | null {
  if (!Number.isSafeInteger(limit) || limit < 0) throw new RangeError(`no limit: ${limit}`);
  if (events.length === 0) return null;
  let [low, high] = [0, 0];
  for (const { after, by, mass } of cellsOf(events)) {
    if (by <= limit) low += mass;
    if (after < limit) high += mass;
  }
  return { low: toPpm(low), high: toPpm(high) };
}

function cellsOf(events: readonly PolledEvent[]): readonly Cell[] {
  for (const { after, by } of events) {
    const whole = Number.isSafeInteger(after) && (by === null || Number.isSafeInteger(by));
    if (!whole || after < -1 || (by !== null && by <= after))
      throw new RangeError(`no polled event: ${after} to ${by}`);
  }
  return turnbullCells(events.map(({ after, by }) => ({ after, by: by ?? Number.POSITIVE_INFINITY })));
}

function windowOf(cells: readonly Cell[], share: number): PolledTime {
  let reached = 0;
  for (const { after, by, mass } of cells) {
    reached += mass;
    if (reached >= share - NEARLY) return { after, by: Number.isFinite(by) ? by : null };
  }
  throw new RangeError('masses do not add up to one');
}
