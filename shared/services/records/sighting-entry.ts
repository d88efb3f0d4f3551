import { canonicalJson } from '../../domain/canonical.ts';
import type { LotId } from '../../domain/lot-id.ts';
import type { Stamp } from '../../domain/stamp.ts';
import type { Instant } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Item, ItemRange, ItemStore } from '../../ports/item-store.ts';
import type { FillCounts } from '../watch-fill-rates.ts';
import { keys } from './keys.ts';

/** One document in its platform's order of sources: which lots it shows, or was once said to show. */
export interface SightingEntry {
  /** Source time it was entered with. */
  readonly at: Instant;
  readonly document: string;
  readonly lots: readonly LotId[];
  /** Another delivery of the document entered it again: an earlier one may have stopped half way. */
  readonly repeated: boolean;
  /** How many lots the source said it has in all, where it did. */
  readonly listed?: number;
}

/** What a document enters with. */
export interface Entering {
  readonly platform: string;
  readonly kind: string;
  readonly stamp: Stamp;
  readonly lots: readonly LotId[];
  readonly fill: FillCounts;
  readonly listed: number | undefined;
}

/** Reads an entry back. */
export function parseSighting(item: Item): SightingEntry {
  const { sk, document, lots, repeated, listed } = item;
  const at = sk.slice(0, sk.indexOf('#')) as Instant;
  const shown = lots as unknown as readonly LotId[];
  const said = typeof listed === 'number' ? { listed } : {};
  return { at, document: document as string, lots: shown, repeated: repeated === true, ...said };
}

/** The entries of a range, in source order. A document whose clock was once read otherwise has one for each reading. */
export async function querySightings(records: ItemStore, range: ItemRange): Promise<readonly SightingEntry[]> {
  return (await records.query(range)).map(parseSighting);
}

/** Lost races before the message goes back to the queue. */
const ATTEMPTS = 8;

/**
 * Enters a document in its platform's order of sources, or adds to its entry: a lot once entered stays, because its record
 * may hold what an earlier mapping read. Says whether the document was not there.
 *
 * @param marking `repeated` marks an entry that was there already
 * @throws AppError `STORE.CONTENTION` after eight lost races
 */
export async function enterSighting(
  records: ItemStore,
  { platform, kind, stamp, lots, fill, listed }: Entering,
  marking: 'repeated' | 'unmarked',
): Promise<boolean> {
  const key = keys.sighting(platform, stamp);
  const said = listed === undefined ? {} : { listed };
  const entry = { ...key, schema: 1, v: 1, document: stamp.document, kind, lots, fill, ...said } satisfies Item;
  if ((await records.put(entry, 'absent')) === 'written') return true;
  for (let tries = 0; tries < ATTEMPTS; tries++) {
    const known = await records.get(key);
    if (known === undefined) throw new AppError('STORE.CONTENTION', 'an entry that was refused is not there');
    const { lots: before, repeated } = parseSighting(known);
    const version = known['v'] as number;
    const marked = repeated || marking === 'repeated' ? { repeated: true } : {};
    const next = { ...entry, v: version + 1, lots: [...new Set([...before, ...lots])], ...marked };
    if (canonicalJson({ ...next, v: version }) === canonicalJson(known)) return false;
    if ((await records.put(next, { version })) === 'written') return false;
  }
  throw new AppError('STORE.CONTENTION', 'the entry changed under every attempt', { details: { ...key } });
}
