import type { LotId } from '../../domain/lot-id.ts';
import type { Stamp } from '../../domain/stamp.ts';
import type { ItemKey } from '../../ports/item-store.ts';

/** Every partition and sort key of the records table, in one place. Outside text is encoded before it gets here. */
export const keys = {
  lot: (lot: LotId): ItemKey => ({ pk: `LOT#${lot}`, sk: 'STATE' }),
  bidChunk: (lot: LotId, generation: number, chunk: string): ItemKey => ({
    pk: `LOT#${lot}`,
    sk: `BIDS#${String(generation).padStart(4, '0')}#${chunk}`,
  }),
  /** The index of documents a lot was folded from, in source order. */
  lotDocument: (lot: LotId, stamp: Stamp): ItemKey => ({
    pk: `LOT#${lot}`,
    sk: `DOCUMENT#${stampText(stamp)}`,
  }),
  lotDocuments: (lot: LotId) => ({ pk: `LOT#${lot}`, from: 'DOCUMENT#', to: 'DOCUMENT#~' }),
  document: (documentId: string): ItemKey => ({ pk: `DOCUMENT#${documentId}`, sk: 'OUTCOME' }),
  /** Which lots a document showed, by platform in source order: finds what is later than a late document. */
  sighting: (platform: string, stamp: Stamp): ItemKey => ({ pk: `SIGHTINGS#${platform}`, sk: stampText(stamp) }),
  sightings: (platform: string) => ({ pk: `SIGHTINGS#${platform}` }),
  sightingsAfter: (platform: string, stamp: Stamp) => ({ pk: `SIGHTINGS#${platform}`, from: `${stampText(stamp)}~` }),
  sightingsUpTo: (platform: string, stamp: Stamp) => ({ pk: `SIGHTINGS#${platform}`, to: stampText(stamp) }),
  change: (sequence: number): ItemKey => ({
    pk: `CHANGES#${String(Math.floor(sequence / CHANGES_PER_PARTITION)).padStart(9, '0')}`,
    sk: sequenceText(sequence),
  }),
  /** Messages nobody can read, of all queues. */
  poison: (queue: string, messageId: string): ItemKey => ({ pk: 'POISON', sk: `${queue}#${messageId}` }),
  poisons: () => ({ pk: 'POISON' }),
  /** Documents with something a person should look at (待核), one item a document, `open` while it stands. */
  quarantined: (platform: string, documentId: string): ItemKey => ({ pk: `QUARANTINE#${platform}`, sk: documentId }),
  quarantine: (platform: string) => ({ pk: `QUARANTINE#${platform}` }),
  replayRequest: (replayId: string): ItemKey => ({ pk: `REPLAY#${replayId}`, sk: 'REQUEST' }),
  replayPart: (replayId: string, part: number): ItemKey => ({
    pk: `REPLAY#${replayId}`,
    sk: `PART#${String(part).padStart(6, '0')}`,
  }),
  replay: (replayId: string) => ({ pk: `REPLAY#${replayId}` }),
  /** Heads of the published snapshots: `catalogue`, and `facts-<year>` for each year. */
  snapshotHead: (name: string): ItemKey => ({ pk: 'SNAPSHOTS', sk: name }),
  snapshotHeads: () => ({ pk: 'SNAPSHOTS' }),
} as const;

/** One partition of the change feed holds this many entries. */
export const CHANGES_PER_PARTITION = 1000;

function sequenceText(sequence: number): string {
  return String(sequence).padStart(12, '0');
}

/** Text order is stamp order: time has one width, ranks have one digit pair. */
function stampText(stamp: Stamp): string {
  return `${stamp.at}#${String(stamp.rank).padStart(2, '0')}#${stamp.document}`;
}
