import type { LotCard } from '../../domain/lot-card.ts';
import type { Instant } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Item, ItemStore } from '../../ports/item-store.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { keys } from '../records/keys.ts';
import type { FeedFold } from './feed-fold.ts';
import { decodeSnapshot, encodeSnapshot, type SnapshotCodec, type SnapshotTable } from './snapshot-object.ts';
import { catalogueTable, FACTS, factsSnapshotOf, factsTable } from './snapshot-tables.ts';

/** The head item names the newest published snapshot of one name. */
export interface SnapshotHead {
  /** `catalogue`, or `facts-<year>`. */
  readonly name: string;
  readonly version: number;
  /** Sequence of the last change folded in. */
  readonly upToSeq: number;
  /** When that change was written. */
  readonly at: Instant;
  /** SHA-256 of the content: identifies every figure made from it. */
  readonly etag: string;
  readonly lots: number;
  /** Compressed. */
  readonly bytes: number;
}

export interface SnapshotPorts extends SnapshotCodec {
  readonly records: ItemStore;
  readonly snapshots: ObjectStore;
}

/** Name of the snapshot that holds every lot. */
export const CATALOGUE = 'catalogue';

function objectKey(etag: string): string {
  return `snapshots/${etag}.jsonl.gz`;
}

function parseHead(item: Item): SnapshotHead {
  const { sk: name, v: version, upToSeq, at, etag, lots, bytes } = item;
  return { name, version, upToSeq, at, etag, lots, bytes } as SnapshotHead;
}

/** Reads one head; undefined before the first snapshot of that name. */
export async function readHead(records: ItemStore, name: string): Promise<SnapshotHead | undefined> {
  const item = await records.get(keys.snapshotHead(name));
  return item === undefined ? undefined : parseHead(item);
}

/** Every head, by name. */
export async function readHeads(records: ItemStore): Promise<readonly SnapshotHead[]> {
  return (await records.query(keys.snapshotHeads())).map(parseHead);
}

/**
 * Loads the snapshot a head names.
 * @throws AppError `SNAPSHOT.MISSING`
 */
export async function loadSnapshot(
  ports: Pick<SnapshotPorts, 'snapshots' | 'compression'>,
  head: SnapshotHead,
  schema: string,
): Promise<SnapshotTable> {
  const object = await ports.snapshots.get(objectKey(head.etag));
  if (object === undefined) throw new AppError('SNAPSHOT.MISSING', 'the head names a snapshot that is not there');
  return decodeSnapshot(ports.compression, object.bytes, schema);
}

type FeedPlace = Pick<FeedFold, 'upToSeq' | 'at'>;

/** Puts the object first, named by its content, then the head by conditional write, unless one as new is there. */
async function publish(ports: SnapshotPorts, name: string, place: FeedPlace, table: SnapshotTable): Promise<void> {
  const { upToSeq, at } = place;
  let head = await readHead(ports.records, name);
  if (head !== undefined && head.upToSeq >= upToSeq) return;
  const { etag, bytes } = encodeSnapshot(ports, table);
  if (head?.etag !== etag) {
    await ports.snapshots.putIfAbsent({ key: objectKey(etag), bytes, contentType: 'application/gzip' });
  }
  while (head === undefined || head.upToSeq < upToSeq) {
    const said = { upToSeq, at, etag, lots: table.length, bytes: bytes.length };
    const next = { ...keys.snapshotHead(name), schema: 1, v: (head?.version ?? 0) + 1, ...said };
    const condition = head === undefined ? 'absent' : { version: head.version };
    if ((await ports.records.put(next, condition)) === 'written') return;
    head = await readHead(ports.records, name);
  }
}

function bySnapshot(lots: Iterable<LotCard>): Map<string, LotCard[]> {
  const snapshots = new Map<string, LotCard[]>();
  for (const card of lots) {
    const name = factsSnapshotOf(card);
    const cards = snapshots.get(name);
    if (cards === undefined) snapshots.set(name, [card]);
    else cards.push(card);
  }
  return snapshots;
}

/**
 * Publishes what the feed folds to: the facts of every year, those whose lots have all moved to another year included,
 * and last the catalogue, whose head thereby says that all of it is there.
 */
export async function publishSnapshots(ports: SnapshotPorts, fold: FeedFold): Promise<void> {
  const place = { upToSeq: fold.upToSeq, at: fold.at };
  const cards = [...fold.lots.values()];
  const facts = bySnapshot(cards);
  for (const { name } of await readHeads(ports.records)) {
    if (name.startsWith(FACTS) && !facts.has(name)) facts.set(name, []);
  }
  for (const [name, ofYear] of [...facts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await publish(ports, name, place, factsTable(ofYear));
  }
  await publish(ports, CATALOGUE, place, catalogueTable(cards));
}
