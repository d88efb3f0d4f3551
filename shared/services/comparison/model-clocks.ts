import type { LotIds } from '../../domain/comparison/figure.ts';
import type { ClockLimit, ClockOwner, ClockUnit } from '../../domain/timeliness/clock.ts';
import type { ClockUnknown } from '../../domain/timeliness/clock-of.ts';
import type { ClockId } from '../../domain/timeliness/clocks.ts';
import type { PolledTime } from '../../statistics/polled.ts';
import type { PpmInterval } from '../../statistics/units.ts';

/**
 * Times by which half, three quarters and nine tenths were done, open cases counted as far as they were followed. `null`
 * is beyond the follow-up: print `> lastTime` with the share still open. `polled`: some events were only noticed, and
 * each quantile is the window it lies in. `too-few`: below ten cases only counts are shown.
 */
export type ClockTimes =
  | {
      readonly kind: 'times';
      /** With withdrawals by Aalen–Johansen, without them that is Kaplan–Meier. */
      readonly method: 'kaplan-meier' | 'aalen-johansen';
      readonly median: number | null;
      readonly p75: number | null;
      readonly p90: number | null;
      readonly lastTime: number;
      /** Share neither done nor withdrawn at the longest follow-up, ppm. */
      readonly openAtLast: number;
      /** The share done, ppm, from each time on at which it rose. */
      readonly curve: readonly { readonly time: number; readonly doneBy: number }[];
    }
  | {
      readonly kind: 'polled';
      readonly median: PolledTime;
      readonly p75: PolledTime;
      readonly p90: PolledTime;
      readonly widestGap: number | null;
    }
  | { readonly kind: 'too-few' };

/** How one limit was kept. */
export interface LimitFigure {
  readonly limit: ClockLimit;
  /** Cases it applies to whose state is known. */
  readonly lots: LotIds;
  /** Surely not kept: too late, too soon, or still open past the limit. */
  readonly broken: LotIds;
  /** Only seen after the limit: it may have been kept. */
  readonly possible: LotIds;
  /** Of `broken`: still open past the limit. */
  readonly overdue: LotIds;
  /** Share that keeps it, ppm; `null` below ten cases, or where the follow-up does not reach the limit. */
  readonly share: number | null;
  /** 95 %; of polled events what polling leaves open. */
  readonly interval: PpmInterval | null;
}

/** One clock over some lots; times in its unit. */
export interface ClockFigure {
  readonly clock: ClockId;
  readonly owner: ClockOwner;
  readonly unit: ClockUnit;
  /** Every lot the clock runs for: the four below. */
  readonly lots: LotIds;
  readonly closed: LotIds;
  readonly open: LotIds;
  readonly withdrawn: LotIds;
  readonly unknown: LotIds;
  /** Why nothing is known, reason by reason. */
  readonly unknownWhy: readonly { readonly why: ClockUnknown; readonly lots: LotIds }[];
  readonly times: ClockTimes;
  readonly limits: readonly LimitFigure[];
}
