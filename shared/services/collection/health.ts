import type { Caller } from '../../domain/caller.ts';
import type { Fetching } from '../../domain/collection/fetching.ts';
import type { Incident } from '../../domain/collection/incident.ts';
import type { LotCard } from '../../domain/lot-card.ts';
import type { PlatformConnection } from '../../domain/settings/connection.ts';
import type { CollectionSource } from '../../domain/settings/source.ts';
import type { Instant } from '../../domain/time.ts';
import type { PlatformManifest } from '../../ports/auction-platform.ts';
import { requireRole } from '../authorise.ts';
import { readSettings } from '../desk/settings/read-settings.ts';
import type { PublishedTotal } from '../quarantine/read-ledger.ts';
import { type ActiveSource, activeSources } from './active-sources.ts';
import type { HealthPorts } from './health-ports.ts';
import { isRecent, readIncidents } from './incidents.ts';
import { type Judged, judgeHealth, type Reading, type TaskCounts } from './judge-health.ts';
import { countWaiting, readNewestDocuments } from './newest-documents.ts';
import { lotsByPlatform, readSituation } from './read-situation.ts';
import { countTasks, stands } from './task-counts.ts';

/** An incident, and whether something that failed there is to be read again. */
export interface ShownIncident extends Incident {
  readonly stands: boolean;
}

/** How the data of one platform is (平台健康), why, and what to do. */
export interface PlatformHealth extends Judged {
  readonly platform: string;
  readonly name: string;
  readonly reading: Reading;
  /** Until when the platform is left alone; `null`: it may be asked. */
  readonly pausedUntil: Instant | null;
  readonly tasks: TaskCounts;
  /** Source time of the newest document, whichever way it came. */
  readonly documentAt: Instant | null;
  /** Those that stand, and those of the last seven days. */
  readonly incidents: readonly ShownIncident[];
  /** Documents of the platform that wait for a person. */
  readonly waiting: number;
  /** Lots of the platform that we know, and the newest number it stated itself. */
  readonly lots: number;
  readonly total: PublishedTotal | null;
}

interface Known {
  readonly sources: readonly CollectionSource[];
  readonly connections: readonly PlatformConnection[];
  readonly active: readonly ActiveSource[];
  /** Lots by platform. */
  readonly lots: ReadonlyMap<string, readonly LotCard[]>;
}

async function readKnown(ports: HealthPorts): Promise<Known> {
  const [sources, connections, active, lots] = await Promise.all([
    readSettings(ports, 'sources'),
    readSettings(ports, 'connections'),
    activeSources(ports),
    ports.lots(),
  ]);
  return { sources: sources.value, connections: connections.value, active, lots: lotsByPlatform(lots) };
}

function readingOf(platform: string, fetching: Fetching | undefined, { active, connections }: Known): Reading {
  if (active.some((source) => source.fetching.platform === platform)) return 'active';
  if (fetching === undefined) return 'unreadable';
  const isConnected = connections.some((each) => each.platform === platform && each.enabled);
  return fetching.way === 'connection' && !isConnected ? 'unconnected' : 'off';
}

async function healthOf(ports: HealthPorts, manifest: PlatformManifest, known: Known): Promise<PlatformHealth> {
  const { id: platform, name } = manifest;
  const { records } = ports;
  const now = ports.clock.now();
  const fetching = ports.fetching.find((each) => each.platform === platform);
  const source = known.active.find((each) => each.fetching.platform === platform);
  const cards = known.lots.get(platform) ?? [];
  const [situation, all, newest] = await Promise.all([
    readSituation(ports, platform, source, cards),
    readIncidents(records, platform),
    readNewestDocuments(records, manifest),
  ]);
  const tasks = countTasks(situation, now);
  const incidents = all
    .map((incident) => ({ ...incident, stands: stands(incident, situation) }))
    .filter((incident) => incident.stands || isRecent(incident, now));
  const { waiting, unread } = await countWaiting(records, platform, tasks.answeredAt);
  const facts = { tasks, pausedUntil: situation.pausedUntil, lots: cards.length, total: newest.total };
  const reading = readingOf(platform, fetching, known);
  const findings = {
    ...{ ...facts, reading, unread, silent: newest.silent, lists: fetching?.lists ?? [] },
    retired: known.sources.find((each) => each.platform === platform)?.retired ?? null,
    incidents: incidents.filter((incident) => incident.stands),
  };
  return {
    platform,
    name,
    reading,
    ...judgeHealth(findings, now),
    ...facts,
    documentAt: newest.at,
    incidents,
    waiting,
  };
}

/**
 * How the data of every platform is, or of the ones named, in the order of the platforms.
 * @throws AppError `ACCESS.DENIED`
 */
export async function readHealth(
  caller: Caller,
  ports: HealthPorts,
  only?: readonly string[],
): Promise<readonly PlatformHealth[]> {
  requireRole(caller, 'operator', 'office', 'auditor', 'system');
  const known = await readKnown(ports);
  const wanted = ports.platforms.filter(({ id }) => only === undefined || only.includes(id));
  return Promise.all(wanted.map((manifest) => healthOf(ports, manifest, known)));
}

/** Whether somebody should look: the platform keeps us out, or what it sends is not understood. */
export function needsAttention({ state }: Pick<PlatformHealth, 'state'>): boolean {
  return state === 'blocked' || state === 'drifting';
}
