import type { LotId } from '../../domain/lot-id.ts';
import { unknownLot } from '../../domain/lot-state.ts';
import type { Hash } from '../../ports/ambient.ts';
import type { ItemStore } from '../../ports/item-store.ts';
import { readBids } from '../records/bid-chunks.ts';
import { keys } from '../records/keys.ts';
import { type LotRecord, parseLotItem } from '../records/lot-record.ts';
import { type FoldedLot, platformOf } from './fold-lot.ts';
import { differencesOf, digestOf, type LotContent } from './lot-content.ts';
import type { LotReplay } from './replay-report.ts';

/** A lot as its record stands. */
export interface LotBefore {
  readonly lotId: LotId;
  /** Undefined while there is none. */
  readonly record?: LotRecord;
  readonly content: LotContent;
}

/** Reads a lot's record and the bids it names. */
export async function readLotBefore(records: ItemStore, lotId: LotId): Promise<LotBefore> {
  const item = await records.get(keys.lot(lotId));
  if (item === undefined) return { lotId, content: { state: unknownLot(platformOf(lotId), ''), bids: new Map() } };
  const record = parseLotItem(lotId, item);
  const { log } = await readBids(records, record);
  return { lotId, record, content: { state: record.state, bids: log } };
}

/** What folding the lot again changes, or would change, leaving it at `version`. */
export function toLotReplay(hash: Hash, before: LotBefore, folded: FoldedLot, version: number): LotReplay {
  const { lotId, content } = before;
  const after = folded.content ?? content;
  const differences = differencesOf(content, after);
  const unsupported = folded.content === undefined ? { unsupported: true as const } : {};
  const changed = differences.length > 0;
  const digest = digestOf(hash, after);
  return { lotId, version, changed, ...unsupported, unreadable: folded.unreadable, differences, digest };
}
