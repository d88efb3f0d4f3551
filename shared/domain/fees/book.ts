import { AppError } from '../../errors/app-error.ts';
import { clashIn, problemIn } from './check-schedules.ts';
import { type FeeSchedule, isLegalMaximum } from './schedule.ts';

/** Schedules that were checked, ready for use: prices by platform, legal maxima apart from them. */
export interface FeeBook {
  readonly prices: ReadonlyMap<string, readonly FeeSchedule[]>;
  readonly legalMaxima: readonly FeeSchedule[];
}

/**
 * Checks schedules and lays them out by platform; their order does not matter.
 *
 * @throws AppError `FEES.INVALID` for a schedule that contradicts itself, `FEES.TIED` for two that could hold for one sale
 * while neither goes first
 */
export function feeBook(schedules: readonly FeeSchedule[]): FeeBook {
  const ordered = schedules.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const [index, schedule] of ordered.entries()) {
    const problem = schedule.id === ordered[index + 1]?.id ? 'another schedule has the same id' : problemIn(schedule);
    if (problem === undefined) continue;
    throw new AppError('FEES.INVALID', 'a fee schedule is wrong', { details: { schedule: schedule.id, problem } });
  }
  const prices = Map.groupBy(
    ordered.filter((schedule) => !isLegalMaximum(schedule)),
    ({ platform }) => platform,
  );
  for (const own of prices.values()) {
    const clash = clashIn(own);
    if (clash === undefined) continue;
    throw new AppError('FEES.TIED', 'two fee schedules may hold at once', { details: { schedules: clash } });
  }
  return { prices, legalMaxima: ordered.filter(isLegalMaximum) };
}
