import type { Incident } from '#shared/domain/collection/incident.ts';
import { addMs, type Instant } from '#shared/domain/time.ts';
import type { HealthFindings, TaskCounts } from '#shared/services/collection/judge-health.ts';
import { START } from '#test/support/fixed-ambient.ts';

export const NOW: Instant = addMs(START, 86_400_000);

/** Tasks that all go well. */
export function someTasks(of: Partial<TaskCounts> = {}): TaskCounts {
  return { tasks: 3, late: 0, oldestDueAt: null, failing: 0, answeredAt: addMs(NOW, -60_000), ...of };
}

/** A platform with which nothing is wrong. */
export function findings(of: Partial<HealthFindings> = {}): HealthFindings {
  return {
    reading: 'active',
    retired: null,
    lists: [{ id: 'sale', title: '正在进行' }],
    pausedUntil: null,
    incidents: [],
    tasks: someTasks(),
    silent: [],
    unread: { refused: 0, withRows: 0 },
    lots: 40,
    total: { listed: 40, at: addMs(NOW, -7_200_000) },
    ...of,
  };
}

export function anIncident(code: string, place = 'list:sale', of: Partial<Incident> = {}): Incident {
  const times = { count: 1, firstAt: START, lastAt: START, solvedAt: null };
  return { platform: 'p', code, place, excerpt: null, document: null, ...times, ...of };
}
