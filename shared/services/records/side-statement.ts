import { canonicalJson } from '../../domain/canonical.ts';
import type { JsonValue } from '../../domain/json.ts';
import { compareStamps, type Stamp } from '../../domain/stamp.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Item, ItemKey, ItemStore } from '../../ports/item-store.ts';

/** What a document states beside its lots (deposits, totals of a period): kept whole, the newest document's word. */
export interface SideStatement<T> {
  readonly key: ItemKey;
  readonly says: T;
}

/** A statement as it is kept, with the document it stands in. */
export interface KeptStatement<T> {
  readonly stamp: Stamp;
  readonly says: T;
}

/** Lost races before the message goes back to the queue. */
const ATTEMPTS = 8;

/** Reads a statement back. */
export function parseSideStatement<T>(item: Item): KeptStatement<T> {
  const { at, rank, document, says } = item;
  return { stamp: { at, rank, document } as unknown as Stamp, says: says as unknown as T };
}

/**
 * Keeps a statement by one conditional put, unless a document later in the order of sources has spoken: whatever the order
 * of arrival, the newest word stands. A document that is read again takes the place of what it said before; where it is now
 * older than it was taken for, nothing is written and `would-move-back` answered, for others may be newer by now. The same
 * word of the same document writes nothing; the same word of a newer one is written, for the time it holds at must not be
 * lost to a document between the two that comes late.
 *
 * @param insteadOf the document whose word is given up for this one, however new it was taken for
 * @throws AppError `STORE.CONTENTION` after eight lost races
 */
export async function keepStatement(
  records: ItemStore,
  { key, says }: SideStatement<unknown>,
  stamp: Stamp,
  insteadOf?: string,
): Promise<'kept' | 'would-move-back'> {
  for (let tries = 0; tries < ATTEMPTS; tries++) {
    const item = await records.get(key);
    const known = item && parseSideStatement<JsonValue>(item);
    const isGivenUp = known !== undefined && known.stamp.document === insteadOf;
    if (known !== undefined && !isGivenUp && compareStamps(known.stamp, stamp) > 0) {
      return known.stamp.document === stamp.document ? 'would-move-back' : 'kept';
    }
    const version = Number(item?.['v'] ?? 0);
    const { at, rank, document } = stamp;
    const next: Item = { ...key, schema: 1, v: version + 1, at, rank, document, says: says as JsonValue };
    if (item !== undefined && canonicalJson({ ...next, v: version }) === canonicalJson(item)) return 'kept';
    const condition = item === undefined ? 'absent' : { version };
    if ((await records.put(next, condition)) === 'written') return 'kept';
  }
  throw new AppError('STORE.CONTENTION', 'the statement changed under every attempt', { details: { ...key } });
}
