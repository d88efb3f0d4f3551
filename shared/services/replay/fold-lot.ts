import { indexBids, newEntries } from '../../domain/bid-log.ts';
import type { LotId } from '../../domain/lot-id.ts';
import { mergeLot, unknownLot } from '../../domain/lot-state.ts';
import { compareStamps, type Stamp } from '../../domain/stamp.ts';
import type { LotContent } from './lot-content.ts';
import type { Today, Word } from './today.ts';

/** A lot folded from nothing with today's mappings. */
export interface FoldedLot {
  /** Undefined when no document shows the lot. */
  readonly content?: LotContent;
  /** Documents that said something the older ones had not, in source order. */
  readonly told: readonly Stamp[];
  /** Documents that today's mapping refuses. */
  readonly unreadable: readonly string[];
}

/** The platform a lot is of. */
export function platformOf(lotId: LotId): string {
  return lotId.slice(0, lotId.indexOf('.'));
}

function foldWords(platform: string, words: readonly Word[]): Pick<FoldedLot, 'content' | 'told'> {
  const [first] = words;
  if (first === undefined) return { told: [] };
  const told: Stamp[] = [];
  let state = unknownLot(platform, first.sighting.externalId);
  let bids: LotContent['bids'] = new Map();
  for (const { stamp, sighting } of words) {
    const next = sighting.lot === undefined ? state : mergeLot(state, sighting.lot, stamp);
    const added = newEntries(bids, sighting.bids ?? []);
    if (next !== state || added.length > 0) told.push(stamp);
    state = next;
    bids = added.length > 0 ? new Map([...bids, ...indexBids(added)]) : bids;
  }
  return { content: { state, bids }, told };
}

/**
 * Folds a lot from nothing: what the documents say of it under today's mappings, oldest source first, whatever order they
 * are named in.
 * @throws AppError retryable ones
 */
export async function foldLot(today: Today, lotId: LotId, documents: Iterable<string>): Promise<FoldedLot> {
  const words: Word[] = [];
  const unreadable: string[] = [];
  for (const documentId of documents) {
    const word = await today.wordOn(lotId, documentId);
    if (word === 'refused') unreadable.push(documentId);
    else if (word !== undefined) words.push(word);
  }
  words.sort((a, b) => compareStamps(a.stamp, b.stamp));
  return { ...foldWords(platformOf(lotId), words), unreadable: unreadable.sort() };
}
