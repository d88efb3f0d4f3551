import type { Incident } from '../../domain/collection/incident.ts';
import { placeOfTask } from '../../domain/collection/task.ts';
import { addMs, type Instant } from '../../domain/time.ts';
import { LATE_MS } from './calendar-row.ts';
import type { TaskCounts } from './judge-health.ts';
import type { Situation } from './read-situation.ts';

/** The tasks of a platform in numbers. */
export function countTasks({ tasks, looks }: Situation, now: Instant): TaskCounts {
  const late = looks.flatMap(({ look }) => (addMs(look.at, LATE_MS) < now ? [look.at] : [])).toSorted();
  const answered = tasks.flatMap(({ lastAt }) => lastAt ?? []).toSorted();
  return {
    tasks: looks.length,
    late: late.length,
    oldestDueAt: late[0] ?? null,
    failing: looks.filter(({ task }) => task.failures > 0).length,
    answeredAt: answered.at(-1) ?? null,
  };
}

/**
 * Whether an incident that is not solved still stands: something that failed is to be read again there. A lot that went on to
 * its result, or whose result a list showed, leaves nobody to solve what was there.
 */
export function stands({ place, solvedAt }: Incident, { looks }: Situation): boolean {
  if (solvedAt !== null) return false;
  const isOfLots = place.startsWith('lot:');
  return looks.some(({ task: { subject, wanted, hasIncident, failures } }) => {
    if (!hasIncident && failures === 0) return false;
    return isOfLots ? subject.what === 'lot' : placeOfTask(subject, wanted) === place;
  });
}
