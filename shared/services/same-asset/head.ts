import type { JsonValue } from '../../domain/json.ts';
import type { EvidenceCode } from '../../domain/same-asset/evidence.ts';
import type { ConfirmedLink } from '../../domain/same-asset/groups.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Clock } from '../../ports/ambient.ts';
import type { Item, ItemStore } from '../../ports/item-store.ts';
import { keys } from '../records/keys.ts';

/** Everything beyond the lots' own cards that says which of them are one asset, in one item. */
export interface SameAssets {
  /** 0 before the first. */
  readonly version: number;
  /** Merges people confirmed. */
  readonly links: readonly ConfirmedLink[];
  /** Listings of ours that offer exactly the same, by what they offer: two at least. */
  readonly offers: Readonly<Record<string, readonly string[]>>;
}

/** What of it is changed. */
type Change = Partial<Omit<SameAssets, 'version'>>;

const ATTEMPTS = 8;
const NOTHING: SameAssets = { version: 0, links: [], offers: {} };

/** An item may have 400 KB; Chinese is nowhere in it, so that a character is a byte. */
export const LARGEST_HEAD = 350_000;

function parseHead(item: Item | undefined): SameAssets {
  if (item === undefined) return NOTHING;
  const links = item['links'] as unknown as readonly (readonly [string, string, ...EvidenceCode[]])[];
  return {
    version: item['v'] as number,
    links: links.map(([left, right, ...codes]) => ({ lots: [left, right], codes })),
    offers: item['offers'] as unknown as SameAssets['offers'],
  };
}

function linksJson(links: readonly ConfirmedLink[]): JsonValue {
  return links.map(({ lots, codes }) => [...lots, ...codes]);
}

/** How much the item holds, in bytes. */
export function sizeOfHead({ links, offers }: Pick<SameAssets, 'links' | 'offers'>): number {
  return JSON.stringify([linksJson(links), offers]).length;
}

/** The item as it is now. */
export async function readSameAssets(records: ItemStore): Promise<SameAssets> {
  return parseHead(await records.get(keys.sameAssets()));
}

/**
 * Changes a part of the item; the same content again writes nothing.
 *
 * @param decide is asked again after each lost race
 * @throws AppError `STORE.CONTENTION` after eight of them
 */
export async function changeSameAssets(
  records: ItemStore,
  decide: (known: SameAssets) => Change | Promise<Change>,
): Promise<void> {
  for (let tries = 0; tries < ATTEMPTS; tries++) {
    const known = await readSameAssets(records);
    const next = { ...known, ...(await decide(known)) };
    const content = (head: SameAssets) => JSON.stringify([head.links, head.offers]);
    if (content(next) === content(known)) return;
    const { version, links, offers } = next;
    const item = { ...keys.sameAssets(), v: version + 1, links: linksJson(links), offers: { ...offers } };
    if ((await records.put(item, version === 0 ? 'absent' : { version })) === 'written') return;
  }
  throw new AppError('STORE.CONTENTION', 'the item changed under every attempt');
}

/** Pages may be so much older than a merge. */
const KEPT_MS = 10_000;

/** Answers with the item as it was ten seconds ago at most. */
export type SameAssetsReader = () => Promise<SameAssets>;

/**
 * A reader for pages: one read in ten seconds, however many pages are shown. While the store does not answer, what was last
 * read stands: a page without a merge is better than no page.
 */
export function sameAssetsReader({
  records,
  clock,
}: {
  readonly records: ItemStore;
  readonly clock: Clock;
}): SameAssetsReader {
  let kept: { readonly head: SameAssets; readonly until: number } | undefined;
  return async () => {
    const now = Date.parse(clock.now());
    if (kept !== undefined && now < kept.until) return kept.head;
    try {
      const head = await readSameAssets(records);
      // An unchanged item stays the same value, for what is derived from it.
      kept = { head: kept?.head.version === head.version ? kept.head : head, until: now + KEPT_MS };
    } catch {
      kept = { head: kept?.head ?? NOTHING, until: now };
    }
    return kept.head;
  };
}
