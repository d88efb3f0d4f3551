import type { LotCard } from '../../domain/lot-card.ts';
import type { Instant } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Hash } from '../../ports/ambient.ts';
import type { Item, ItemStore } from '../../ports/item-store.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { keys } from '../records/keys.ts';
import type { FeedFold } from './feed-fold.ts';
import {
  decodeSnapshot,
  encodeSnapshot,
  type SnapshotCodec,
  type SnapshotTable,
  snapshotHash,
} from './snapshot-object.ts';
import {
  catalogueTable,
  FACTS,
  type FactsOfYear,
  factsIndexTable,
  factsTable,
  factsTables,
  SNAPSHOT_SHAPE,
} from './snapshot-tables.ts';

/** The head item names the newest published snapshot of one name. */
export interface SnapshotHead {
  /** `catalogue`, `facts`, or `facts-<year>`. */
  readonly name: string;
  readonly version: number;
  /** Sequence of the last change folded in. */
  readonly upToSeq: number;
  /** When that change was written. */
  readonly at: Instant;
  /** SHA-256 of the content: identifies every figure made from it. */
  readonly etag: string;
  /** Its rows: lots, or years of the index. */
  readonly lots: number;
  /** Compressed. */
  readonly bytes: number;
  /** Says whether it holds the columns that this program would write. */
  readonly isCurrent: boolean;
}

export interface SnapshotPorts extends SnapshotCodec {
  readonly records: ItemStore;
  readonly snapshots: ObjectStore;
}

/** Name of the snapshot that holds every lot. */
export const CATALOGUE = 'catalogue';
/** Name of the snapshot that names the facts of every year. */
export const FACTS_INDEX = 'facts';

function objectKey(etag: string): string {
  return `snapshots/${etag}.jsonl.gz`;
}

function parseHead(item: Item): SnapshotHead {
  const { sk: name, v: version, upToSeq, at, etag, lots, bytes, shape } = item;
  return { name, version, upToSeq, at, etag, lots, bytes, isCurrent: shape === SNAPSHOT_SHAPE } as SnapshotHead;
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
 * Loads the snapshot of that hash.
 * @throws AppError `SNAPSHOT.MISSING`
 */
export async function loadSnapshot(
  ports: Pick<SnapshotPorts, 'snapshots' | 'compression'>,
  { etag }: Pick<SnapshotHead, 'etag'>,
  schema: string,
): Promise<SnapshotTable> {
  const object = await ports.snapshots.get(objectKey(etag));
  if (object === undefined) throw new AppError('SNAPSHOT.MISSING', 'there is no snapshot of this hash');
  return decodeSnapshot(ports.compression, object.bytes, schema);
}

/** The hash that the snapshot of that name must have when these are all lots. */
export function hashOfSnapshot(hash: Hash, name: string, cards: readonly LotCard[]): string {
  if (name === CATALOGUE) return snapshotHash(hash, catalogueTable(cards));
  const facts = factsTables(cards);
  if (name !== FACTS_INDEX)
    return snapshotHash(hash, facts.find((year) => year.name === name)?.table ?? factsTable([]));
  return snapshotHash(
    hash,
    factsIndexTable(facts.map((year) => ({ name: year.name, etag: snapshotHash(hash, year.table) }))),
  );
}

type FeedPlace = Pick<FeedFold, 'upToSeq' | 'at'>;

/**
 * Puts the object, named by its content, then the head by conditional write unless one as new is there.
 * @returns the hash of the content, which is stored by then
 */
async function publish(ports: SnapshotPorts, name: string, place: FeedPlace, table: SnapshotTable): Promise<string> {
  const { upToSeq, at } = place;
  const { etag, bytes } = encodeSnapshot(ports, table);
  let head = await readHead(ports.records, name);
  if (head?.etag !== etag) {
    await ports.snapshots.putIfAbsent({ key: objectKey(etag), bytes, contentType: 'application/gzip' });
  }
  while (head === undefined || head.upToSeq < upToSeq || (head.upToSeq === upToSeq && !head.isCurrent)) {
    const said = { upToSeq, at, etag, lots: table.length, bytes: bytes.length, shape: SNAPSHOT_SHAPE };
    const next = { ...keys.snapshotHead(name), schema: 1, v: (head?.version ?? 0) + 1, ...said };
    const condition = head === undefined ? 'absent' : { version: head.version };
    if ((await ports.records.put(next, condition)) === 'written') break;
    head = await readHead(ports.records, name);
  }
  return etag;
}

/**
 * Publishes what the feed folds to: the facts of every year, those whose lots have all moved to another year included,
 * the index that names them all, and last the catalogue, whose head thereby says that all of it is there.
 */
export async function publishSnapshots(ports: SnapshotPorts, fold: FeedFold): Promise<void> {
  const place = { upToSeq: fold.upToSeq, at: fold.at };
  const cards = [...fold.lots.values()];
  const facts = factsTables(cards);
  const emptied = (await readHeads(ports.records)).filter(
    ({ name }) => name.startsWith(FACTS) && !facts.some((year) => year.name === name),
  );
  for (const { name } of emptied) await publish(ports, name, place, factsTable([]));
  const years: FactsOfYear[] = [];
  for (const { name, table } of facts) years.push({ name, etag: await publish(ports, name, place, table) });
  await publish(ports, FACTS_INDEX, place, factsIndexTable(years));
  await publish(ports, CATALOGUE, place, catalogueTable(cards));
}
