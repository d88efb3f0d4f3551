import { AppError } from '../../errors/app-error.ts';
import type { LocalDate } from '../time.ts';
import { matches } from './conditions.ts';
import type { Sale, SaleFact } from './sale.ts';
import type { FeeSchedule } from './schedule.ts';

/** The schedule that holds for a sale, that none does, or the facts it would take to say. */
export type Selection =
  | { readonly kind: 'schedule'; readonly schedule: FeeSchedule }
  | { readonly kind: 'none' }
  | { readonly kind: 'facts-missing'; readonly missing: readonly SaleFact[] };

function holdsOn({ effectiveFrom, effectiveTo }: FeeSchedule, date: LocalDate): boolean {
  return (effectiveFrom === null || effectiveFrom <= date) && (effectiveTo === null || date <= effectiveTo);
}

/** Above zero when `a` goes before `b`: by priority, then by number of conditions, then by the later beginning. */
export function precedence(a: FeeSchedule, b: FeeSchedule): number {
  if (a.priority !== b.priority) return a.priority - b.priority;
  const conditions = Object.keys(a.when).length - Object.keys(b.when).length;
  if (conditions !== 0) return conditions;
  const [first, second] = [a.effectiveFrom ?? '', b.effectiveFrom ?? ''];
  if (first === second) return 0;
  return first > second ? 1 : -1;
}

/**
 * Chooses among the schedules of one platform by deal date and conditions; their order does not matter.
 * A schedule that might hold and would go first leaves the choice open.
 *
 * @throws AppError `FEES.TIED` when two hold and neither goes first
 */
export function selectSchedule(schedules: readonly FeeSchedule[], sale: Sale): Selection {
  const held = schedules
    .filter((schedule) => holdsOn(schedule, sale.dealDate))
    .map((schedule) => ({ schedule, match: matches(schedule.when, sale) }));
  const [best, next] = held
    .filter(({ match }) => match === 'yes')
    .map(({ schedule }) => schedule)
    .toSorted((a, b) => precedence(b, a));
  const missing = held.flatMap(({ schedule, match }) =>
    typeof match !== 'string' && (best === undefined || precedence(schedule, best) >= 0) ? match : [],
  );

  if (missing.length > 0) return { kind: 'facts-missing', missing: [...new Set(missing)].toSorted() };
  if (best === undefined) return { kind: 'none' };
  if (next !== undefined && precedence(best, next) === 0) {
    const tied = [best.id, next.id].toSorted();
    throw new AppError('FEES.TIED', 'two fee schedules hold and neither goes first', { details: { schedules: tied } });
  }
  return { kind: 'schedule', schedule: best };
}
