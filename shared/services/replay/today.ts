import type { LotId } from '../../domain/lot-id.ts';
import type { Stamp } from '../../domain/stamp.ts';
import type { Sighting } from '../apply-observation.ts';
import { type MappedSource, type MappingPorts, mapStoredDocument, type RefusedSource } from '../map-stored-document.ts';

/** What one document says of one lot, and when. */
export interface Word {
  readonly stamp: Stamp;
  readonly sighting: Sighting;
}

interface Read {
  readonly stamp: Stamp;
  readonly sightings: ReadonlyMap<LotId, Sighting>;
}

/** What today's mappings read in the documents of one batch. Each document is mapped once. */
export interface Today {
  /**
   * What the document says of the lot: nothing, or `refused` when today's mapping refuses it.
   * @throws AppError retryable ones
   */
  wordOn(lotId: LotId, documentId: string): Promise<Word | undefined | 'refused'>;
}

/** Keeps what is said of the lots of the batch and forgets the rest of each document. */
function keptOf(source: MappedSource | RefusedSource, lots: ReadonlySet<LotId>): Read | 'refused' {
  if ('refused' in source) return 'refused';
  const kept = source.sightings.filter(({ lotId }) => lots.has(lotId));
  return { stamp: source.stamp, sightings: new Map(kept.map((sighting) => [sighting.lotId, sighting])) };
}

/** Reads documents for one batch of lots; `mapped` are those the batch has mapped already. */
export function readToday(
  ports: MappingPorts,
  lots: ReadonlySet<LotId>,
  mapped: ReadonlyMap<string, MappedSource | RefusedSource>,
): Today {
  const reads = new Map([...mapped].map(([documentId, source]) => [documentId, keptOf(source, lots)]));
  return {
    async wordOn(lotId, documentId) {
      const read = reads.get(documentId) ?? keptOf(await mapStoredDocument(ports, documentId), lots);
      reads.set(documentId, read);
      if (read === 'refused') return 'refused';
      const sighting = read.sightings.get(lotId);
      return sighting === undefined ? undefined : { stamp: read.stamp, sighting };
    },
  };
}
