import type { Caller } from '../../domain/caller.ts';
import type { LotCard } from '../../domain/lot-card.ts';
import { toAppError } from '../../errors/app-error.ts';
import { requireRole } from '../authorise.ts';
import { readBreakerState } from '../platform-calls/breaker.ts';
import { type ActiveSource, activeSources } from './active-sources.ts';
import { readTasks } from './all-tasks.ts';
import type { PlanPorts } from './collection-ports.ts';
import { dueLooks, PLANNED_AHEAD_MS } from './due-looks.ts';
import { lotsByPlatform } from './read-situation.ts';
import { sendLooks } from './send-looks.ts';

/** What one run planned. */
export interface Planned {
  /** Platforms that are read. */
  readonly platforms: number;
  /** Requests that are due. */
  readonly due: number;
  /** Requests that got a moment. */
  readonly sent: number;
}

/** More than a platform ever grants in the time planned ahead. */
const MOST_LOOKS = 1200;

/**
 * Plans what is read of every platform within the next two minutes (采集计划): decides by policy what is due, reserves a moment
 * for each request within the platform's budget, and sends them to whoever reads that platform. A platform that is off or
 * rests gets nothing, one that may be back a single request. Runs every minute; a run that is lost is made up by the next.
 * What fails for one platform is no other's business.
 */
export async function planCollection(caller: Caller, ports: PlanPorts): Promise<Planned> {
  requireRole(caller, 'system');
  const sources = await activeSources(ports);
  if (sources.length === 0) return { platforms: 0, due: 0, sent: 0 };
  const lots = lotsByPlatform(await ports.lots());
  let due = 0;
  let sent = 0;
  for (const source of sources) {
    const { platform } = source.fetching;
    try {
      const planned = await planPlatform(ports, source, lots.get(platform) ?? []);
      due += planned.due;
      sent += planned.sent;
    } catch (thrown) {
      ports.log.error('a platform could not be planned', { platform, code: toAppError(thrown).code });
    }
  }
  return { platforms: sources.length, due, sent };
}

async function planPlatform(
  ports: PlanPorts,
  source: ActiveSource,
  lots: readonly LotCard[],
): Promise<Pick<Planned, 'due' | 'sent'>> {
  const { platform } = source.fetching;
  const { pausedUntil, isTrying } = await readBreakerState(ports, platform);
  if (pausedUntil !== null) return { due: 0, sent: 0 };
  const tasks = await readTasks(ports.records, platform);
  const looks = dueLooks({ source, tasks, lots, now: ports.clock.now() });
  const sent = await sendLooks(ports, source, looks.slice(0, isTrying ? 1 : MOST_LOOKS), PLANNED_AHEAD_MS);
  return { due: looks.length, sent: sent.length };
}
