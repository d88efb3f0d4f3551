import { STATEMENT_KIND } from '../../domain/listing/statement.ts';
import type { Instant } from '../../domain/time.ts';
import type { PlatformManifest } from '../../ports/auction-platform.ts';
import type { Item, ItemStore } from '../../ports/item-store.ts';
import { parseQuarantinedItem } from '../quarantine/quarantined-document.ts';
import type { PublishedTotal } from '../quarantine/read-ledger.ts';
import { parseOutcomeItem } from '../records/document-outcome.ts';
import { keys } from '../records/keys.ts';
import { parseSighting } from '../records/sighting-entry.ts';
import type { HealthFindings, SilentKind } from './judge-health.ts';

/** What the newest documents of a platform say, whichever way they came. */
export interface NewestDocuments {
  /** Source time of the newest; `null` without any. */
  readonly at: Instant | null;
  readonly silent: readonly SilentKind[];
  /** The newest number of lots the platform stated itself. */
  readonly total: PublishedTotal | null;
}

/** Further back than this many documents nothing is news. */
const LOOK_BACK = 60;

async function silentIn(
  records: ItemStore,
  { documentKinds }: PlatformManifest,
  newestOfKinds: ReadonlyMap<string, string>,
): Promise<readonly SilentKind[]> {
  const found = [...newestOfKinds].map(async ([kind, document]): Promise<readonly SilentKind[]> => {
    const item = await records.get(keys.document(document));
    const outcome = item === undefined ? undefined : parseOutcomeItem(item);
    if (outcome?.outcome !== 'applied' || outcome.silent.length === 0) return [];
    const title = (Object.hasOwn(documentKinds, kind) ? documentKinds[kind]?.title : undefined) ?? kind;
    return [{ kind, title, facts: outcome.silent.map(({ fact }) => fact) }];
  });
  return (await Promise.all(found)).flat();
}

/** The newest document of each kind, by kind. */
function newestByKind(sightings: readonly Item[]): ReadonlyMap<string, string> {
  const newest = new Map<string, string>();
  for (const item of sightings) {
    const kind = item['kind'] as string;
    if (!newest.has(kind)) newest.set(kind, parseSighting(item).document);
  }
  return newest;
}

/** Looks through the newest documents that showed lots of a platform; what the desk itself states is none of the platform's. */
export async function readNewestDocuments(records: ItemStore, manifest: PlatformManifest): Promise<NewestDocuments> {
  const range = { ...keys.sightings(manifest.id), reverse: true, limit: LOOK_BACK };
  const items = (await records.query(range)).filter((item) => item['kind'] !== STATEMENT_KIND);
  const sightings = items.map(parseSighting);
  const stating = sightings.find(({ listed }) => listed !== undefined);
  const { listed, document, at } = stating ?? {};
  const total =
    listed === undefined || document === undefined || at === undefined ? null : { listed, documentId: document, at };
  return {
    at: sightings[0]?.at ?? null,
    silent: await silentIn(records, manifest, newestByKind(items)),
    total,
  };
}

/** Documents of a platform that wait for a person: all of them, and those newer than a time. */
export async function countWaiting(
  records: ItemStore,
  platform: string,
  since: Instant | null,
): Promise<{ readonly waiting: number; readonly unread: HealthFindings['unread'] }> {
  const documents = (await records.query(keys.quarantine(platform))).map(parseQuarantinedItem);
  const open = documents.filter((document) => document.open);
  const newer = since === null ? [] : open.filter(({ observedAt }) => observedAt > since);
  const refused = newer.filter(({ code }) => code !== undefined).length;
  return { waiting: open.length, unread: { refused, withRows: newer.length - refused } };
}
