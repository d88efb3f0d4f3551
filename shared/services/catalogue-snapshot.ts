import { canonicalJson } from '../domain/canonical.ts';
import type { LotCard } from '../domain/lot-card.ts';
import { AppError } from '../errors/app-error.ts';
import type { Hash } from '../ports/ambient.ts';
import type { ItemStore } from '../ports/item-store.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { keys } from './records/keys.ts';

/** The catalogue (标的目录) as of one place in the change feed: the fold of every change up to it. */
export interface Catalogue {
  /** Sequence of the last change folded in; -1 for an empty feed. */
  readonly upToSeq: number;
  readonly lots: ReadonlyMap<string, LotCard>;
}

/** The head item names the newest published snapshot. */
export interface CatalogueHead {
  readonly version: number;
  readonly upToSeq: number;
  /** SHA-256 of the snapshot object: what a reader compares. */
  readonly etag: string;
}

export interface SnapshotPorts {
  readonly records: ItemStore;
  readonly snapshots: ObjectStore;
  readonly hash: Hash;
}

export const EMPTY_CATALOGUE: Catalogue = { upToSeq: -1, lots: new Map() };

function objectKey(etag: string): string {
  return `catalogue/${etag}.json`;
}

/** Reads the head; undefined before the first snapshot. */
export async function readHead(store: ItemStore): Promise<CatalogueHead | undefined> {
  const item = await store.get(keys.snapshotHead('catalogue'));
  if (item === undefined) return undefined;
  return { version: item['v'] as number, upToSeq: item['upToSeq'] as number, etag: item['etag'] as string };
}

/**
 * Loads the snapshot a head names.
 * @throws AppError `SNAPSHOT.MISSING`
 */
export async function loadCatalogue(snapshots: ObjectStore, head: CatalogueHead): Promise<Catalogue> {
  const object = await snapshots.get(objectKey(head.etag));
  if (object === undefined) throw new AppError('SNAPSHOT.MISSING', 'the head names a snapshot that is not there');
  const stored = JSON.parse(new TextDecoder().decode(object.bytes)) as { upToSeq: number; lots: LotCard[] };
  return { upToSeq: stored.upToSeq, lots: new Map(stored.lots.map((card) => [card.lotId, card])) };
}

/**
 * Publishes a catalogue unless one as new is published already: the object first, named by its content,
 * then the head by conditional write.
 */
export async function publishCatalogue(ports: SnapshotPorts, catalogue: Catalogue): Promise<void> {
  let head = await readHead(ports.records);
  if (head !== undefined && head.upToSeq >= catalogue.upToSeq) return;
  const lots = [...catalogue.lots.values()].sort((a, b) => (a.lotId < b.lotId ? -1 : 1));
  const text = canonicalJson({ schema: 'catalogue.v1', upToSeq: catalogue.upToSeq, lots });
  const etag = ports.hash.sha256(text);
  await ports.snapshots.putIfAbsent({
    key: objectKey(etag),
    bytes: new TextEncoder().encode(text),
    contentType: 'application/json',
  });
  while (head === undefined || head.upToSeq < catalogue.upToSeq) {
    const next = { ...keys.snapshotHead('catalogue'), v: (head?.version ?? 0) + 1, upToSeq: catalogue.upToSeq, etag };
    const condition = head === undefined ? 'absent' : { version: head.version };
    if ((await ports.records.put(next, condition)) === 'written') return;
    head = await readHead(ports.records);
  }
}
