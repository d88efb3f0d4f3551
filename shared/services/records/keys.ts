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
  sightingsAfter: (platform: string, stamp: Stamp) => ({ pk: `SIGHTINGS#${platform}`, from: `${stampText(stamp)}~` }),
  sightingsUpTo: (platform: string, stamp: Stamp) => ({ pk: `SIGHTINGS#${platform}`, to: stampText(stamp) }),
  change: (sequence: number): ItemKey => ({
    pk: `CHANGES#${String(Math.floor(sequence / CHANGES_PER_PARTITION)).padStart(9, '0')}`,
    sk: sequenceText(sequence),
  }),
  poison: (queue: string, messageId: string): ItemKey => ({ pk: `POISON#${queue}`, sk: messageId }),
  catalogueHead: (): ItemKey => ({ pk: 'SNAPSHOT#catalogue', sk: 'HEAD' }),
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
