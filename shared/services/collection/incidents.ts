import type { Incident } from '../../domain/collection/incident.ts';
import { addMs, type Instant, toEpochMs } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Clock } from '../../ports/ambient.ts';
import type { Item, ItemStore } from '../../ports/item-store.ts';
import { keys } from '../records/keys.ts';
import { excerptOf } from './excerpt.ts';

/** What incidents are kept with. */
export interface IncidentPorts {
  readonly records: ItemStore;
  readonly clock: Clock;
}

/** Something that just went wrong, as whoever met it tells it. */
export interface IncidentReport {
  readonly platform: string;
  readonly code: string;
  /** `list:<id>`, or `lot:<wanted>` for all lots together. */
  readonly place: string;
  /** Beginning of what came, as it came: it is masked and cut here; `null` when nothing came. */
  readonly excerpt: string | null;
  /** The raw document that was kept; `null` where none was, or where the incident has one already. */
  readonly document: string | null;
}

type StoredIncident = Item & Incident & { readonly v: number };

const ATTEMPTS = 8;
const DAY_MS = 86_400_000;

/** A solved incident is shown for so long: long enough to be seen after a weekend, and a holiday of a day or two. */
const SOLVED_SHOWN_MS = 7 * DAY_MS;

/**
 * Counts an incident. The same code at the same place is one item while it stands: it keeps the first document it was given
 * and the newest excerpt. One that was solved begins again at one.
 *
 * @throws AppError `STORE.CONTENTION` after eight lost races
 */
export async function recordIncident(ports: IncidentPorts, report: IncidentReport): Promise<void> {
  const { platform, code, place } = report;
  await change(ports.records, keys.incident(platform, code, place), (known) => {
    const open = known?.solvedAt === null ? known : undefined;
    const now = ports.clock.now();
    return {
      ...{ platform, code, place },
      count: (open?.count ?? 0) + 1,
      firstAt: open?.firstAt ?? now,
      lastAt: now,
      excerpt: report.excerpt === null ? (open?.excerpt ?? null) : excerptOf(report.excerpt),
      document: open?.document ?? report.document,
      solvedAt: null,
    };
  });
}

/**
 * What was read at a place came as it should: whatever stood open there is solved. Costs one query where nothing did.
 *
 * @throws AppError `STORE.CONTENTION` after eight lost races
 */
export async function solveIncidents(ports: IncidentPorts, platform: string, place: string): Promise<void> {
  const known = await readAll(ports.records, platform);
  const open = known.filter((incident) => incident.place === place && incident.solvedAt === null);
  for (const { code } of open) {
    await change(ports.records, keys.incident(platform, code, place), (incident) => {
      if (incident === undefined || incident.solvedAt !== null) return undefined;
      return { ...incidentOf(incident), solvedAt: ports.clock.now() };
    });
  }
}

/** What stands between us and a platform's data: open ones first, the newest first, then those solved and not yet forgotten. */
export async function readIncidents(records: ItemStore, platform: string): Promise<readonly Incident[]> {
  return (await readAll(records, platform))
    .map(incidentOf)
    .toSorted((a, b) => Number(a.solvedAt !== null) - Number(b.solvedAt !== null) || (a.lastAt < b.lastAt ? 1 : -1));
}

/**
 * Whether an incident is still to be shown although it no longer stands: for seven days. The store forgets late, and the
 * embedded one never; and where nobody reads a place again, nobody solves what was there.
 */
export function isRecent({ solvedAt, lastAt }: Incident, now: Instant): boolean {
  return addMs(solvedAt ?? lastAt, SOLVED_SHOWN_MS) > now;
}

async function readAll(records: ItemStore, platform: string): Promise<readonly StoredIncident[]> {
  return (await records.query(keys.incidents(platform))) as readonly StoredIncident[];
}

function incidentOf(stored: StoredIncident): Incident {
  const { platform, code, place, count, firstAt, lastAt, excerpt, document, solvedAt } = stored;
  return { platform, code, place, count, firstAt, lastAt, excerpt, document, solvedAt };
}

/** Seconds since 1970, at which the store may forget a solved incident. */
function forgottenAt(solvedAt: Instant): number {
  return Math.floor((toEpochMs(solvedAt) + SOLVED_SHOWN_MS) / 1000);
}

async function change(
  records: ItemStore,
  key: ReturnType<typeof keys.incident>,
  next: (known: StoredIncident | undefined) => Incident | undefined,
): Promise<void> {
  for (let tries = 0; tries < ATTEMPTS; tries++) {
    const known = (await records.get(key)) as StoredIncident | undefined;
    const changed = next(known);
    if (changed === undefined) return;
    const ttl = changed.solvedAt === null ? {} : { ttl: forgottenAt(changed.solvedAt) };
    const item = { ...key, v: (known?.v ?? 0) + 1, ...changed, ...ttl };
    if ((await records.put(item, known === undefined ? 'absent' : { version: known.v })) === 'written') return;
  }
  throw new AppError('STORE.CONTENTION', 'an incident changed under every attempt', { details: { key: key.sk } });
}
