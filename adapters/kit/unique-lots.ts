import type { LotObservation } from '#shared/domain/observation.ts';
import type { QuarantinedRow } from '#shared/ports/auction-platform.ts';

/** A lot and where in the document it stands. */
export interface LotSighting {
  readonly path: string;
  readonly row: LotObservation;
}

/** A lot seen twice alike appears once; seen twice differently it does not appear, for neither sighting is surer. */
export function uniqueLots(sightings: readonly LotSighting[]): {
  readonly lots: readonly LotObservation[];
  readonly conflicts: readonly QuarantinedRow[];
} {
  const first = new Map<string, LotSighting>();
  const conflicted = new Set<string>();
  const conflicts: QuarantinedRow[] = [];
  for (const sighting of sightings) {
    const id = sighting.row.externalId;
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, sighting);
    } else if (JSON.stringify(earlier.row) !== JSON.stringify(sighting.row)) {
      conflicted.add(id);
      conflicts.push({ path: sighting.path, reason: `says something else of the same lot than ${earlier.path}` });
    }
  }
  const lots = [...first.values()].map(({ row }) => row).filter(({ externalId }) => !conflicted.has(externalId));
  return { lots, conflicts };
}
