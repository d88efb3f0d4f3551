import type { BidObservation } from '#shared/domain/bid.ts';
import type { QuarantinedRow } from '#shared/ports/auction-platform.ts';

interface BidSighting {
  readonly path: string;
  readonly row: BidObservation;
}

/** A bid shown twice alike appears once; one id for two different bids leaves both out, for neither is surer. */
export function uniqueBids(sightings: readonly BidSighting[]): {
  readonly bids: readonly BidObservation[];
  readonly conflicts: readonly QuarantinedRow[];
} {
  const first = new Map<string | undefined, BidSighting>();
  const conflicted = new Set<string | undefined>();
  const conflicts: QuarantinedRow[] = [];
  for (const sighting of sightings) {
    const id = sighting.row.platformBidId;
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, sighting);
    } else if (JSON.stringify(earlier.row) !== JSON.stringify(sighting.row)) {
      conflicted.add(id);
      conflicts.push({ path: sighting.path, reason: `says something else of the same bid than ${earlier.path}` });
    }
  }
  const bids = [...first.values()].map(({ row }) => row).filter(({ platformBidId }) => !conflicted.has(platformBidId));
  return { bids, conflicts };
}
