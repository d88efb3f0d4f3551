import type { Instant } from '../../domain/time.ts';
import type { ItemStore } from '../../ports/item-store.ts';
import { catchUp, foldOfSnapshot } from '../feed/catch-up.ts';
import { keys } from '../records/keys.ts';
import type { NoticePorts } from './notice-ports.ts';

/** How far the record was looked through for notices. */
export interface NoticeCursor {
  readonly v: number;
  /** Last change of the feed that was looked at. */
  readonly sequence: number;
  /** When what stands was last looked at as a whole: deposits, steps, leases; `null`: never. */
  readonly standingAt: Instant | null;
  /** When the platforms' health was last looked at. */
  readonly healthAt: Instant | null;
  /** Version of the setting they were looked at with. */
  readonly settings: number;
}

/** The cursor; where there is none, one at the end of the feed: what happened before anybody asked is no news. */
export async function readCursor(ports: NoticePorts): Promise<NoticeCursor> {
  const item = await ports.records.get(keys.noticeCursor());
  if (item !== undefined) {
    const { pk: _, sk: __, ...cursor } = item;
    return cursor as unknown as NoticeCursor;
  }
  const fold = await foldOfSnapshot(ports);
  await catchUp(ports, fold);
  return { v: 0, sequence: fold.upToSeq, standingAt: null, healthAt: null, settings: 0 };
}

/** Moves the cursor on. Where somebody else did, his stands: the same notices are found again, and are known. */
export async function putCursor(records: ItemStore, cursor: NoticeCursor): Promise<void> {
  const item = { ...keys.noticeCursor(), ...cursor, v: cursor.v + 1 };
  await records.put(item, cursor.v === 0 ? 'absent' : { version: cursor.v });
}
