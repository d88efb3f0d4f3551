import type { CollectionTask } from '../../domain/collection/task.ts';
import type { LotCard } from '../../domain/lot-card.ts';
import type { Instant } from '../../domain/time.ts';
import { readBreaker } from '../platform-calls/breaker.ts';
import type { ActiveSource } from './active-sources.ts';
import { readTasks } from './all-tasks.ts';
import { allLooks, type DueLook } from './due-looks.ts';
import type { HealthPorts } from './health-ports.ts';

/** How the reading of one platform stands. */
export interface Situation {
  readonly tasks: readonly CollectionTask[];
  /** What is to be read, by the policy the planner follows; nothing of a platform that is not read. */
  readonly looks: readonly DueLook[];
  /** Until when it is left alone; `null`: it may be asked. */
  readonly pausedUntil: Instant | null;
}

/** Reads how the reading of a platform stands; `source` undefined: it is not read. */
export async function readSituation(
  ports: HealthPorts,
  platform: string,
  source: ActiveSource | undefined,
  lots: readonly LotCard[],
): Promise<Situation> {
  const [tasks, pausedUntil] = await Promise.all([readTasks(ports.records, platform), readBreaker(ports, platform)]);
  const looks = source === undefined ? [] : allLooks({ source, tasks, lots, now: ports.clock.now() });
  return { tasks, looks, pausedUntil };
}

/** Lots by their platform. */
export function lotsByPlatform(lots: ReadonlyMap<string, LotCard>): ReadonlyMap<string, readonly LotCard[]> {
  return Map.groupBy(lots.values(), ({ platform }) => platform);
}
