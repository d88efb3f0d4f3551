import { inKeyOrder } from '../../domain/canonical.ts';
import type { JsonValue } from '../../domain/json.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Compression, Hash } from '../../ports/ambient.ts';

/**
 * How a snapshot (快照) lies in the object store: JSON Lines, gzipped. The first line says what it is and names the
 * columns, each further line holds some hundred rows. The name of the object is the hash of the lines, not of the
 * compressed bytes: equal content has one name whatever compressed it.
 */
export interface SnapshotTable {
  readonly schema: string;
  readonly columns: readonly string[];
  /** How many rows there are. */
  readonly length: number;
  /** Made one by one, so that a large table never stands in memory twice. */
  readonly rows: Iterable<readonly JsonValue[]>;
}

/** A snapshot ready to be stored. */
export interface EncodedSnapshot {
  /** SHA-256 of the content, lower-case hex. */
  readonly etag: string;
  readonly bytes: Uint8Array;
}

export interface SnapshotCodec {
  readonly hash: Hash;
  readonly compression: Compression;
}

const ROWS_PER_LINE = 500;
const NEWLINE = 10;

function* linesOf({ schema, columns, length, rows }: SnapshotTable): Generator<string> {
  yield `${JSON.stringify({ schema, columns, rows: length })}\n`;
  let part: JsonValue[] = [];
  for (const row of rows) {
    part.push(row.map(inKeyOrder));
    if (part.length < ROWS_PER_LINE) continue;
    yield `${JSON.stringify(part)}\n`;
    part = [];
  }
  if (part.length > 0) yield `${JSON.stringify(part)}\n`;
}

function nameOf(hash: Hash, lineHashes: readonly string[]): string {
  return hash.sha256(lineHashes.join('\n'));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The name a table has: SHA-256 over the hashes of its lines, lower-case hex. */
export function snapshotHash(hash: Hash, table: SnapshotTable): string {
  return nameOf(
    hash,
    Array.from(linesOf(table), (line) => hash.sha256(line)),
  );
}

/** Encodes a table line by line, so that a large one never stands in memory as one text. */
export function encodeSnapshot({ hash, compression }: SnapshotCodec, table: SnapshotTable): EncodedSnapshot {
  const hashes: string[] = [];
  const members: Uint8Array[] = [];
  for (const line of linesOf(table)) {
    hashes.push(hash.sha256(line));
    members.push(compression.gzip(line));
  }
  return { etag: nameOf(hash, hashes), bytes: joined(members) };
}

function* linesIn(bytes: Uint8Array): Generator<string> {
  const utf8 = new TextDecoder();
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, from);
    if (end < 0) throw new AppError('SNAPSHOT.MISSING', 'a snapshot is cut short');
    yield utf8.decode(bytes.subarray(from, end));
    from = end + 1;
  }
}

/**
 * Reads a snapshot back.
 * @throws AppError `SNAPSHOT.MISSING` when it is cut short or of another schema
 */
export function decodeSnapshot(compression: Compression, bytes: Uint8Array, schema: string): SnapshotTable {
  const lines = linesIn(compression.gunzip(bytes));
  const first = lines.next();
  const head = JSON.parse(first.done ? '{}' : first.value) as Partial<SnapshotTable>;
  if (head.schema !== schema) throw new AppError('SNAPSHOT.MISSING', 'a snapshot is of another schema');
  const rows: JsonValue[][] = [];
  for (const line of lines) for (const row of JSON.parse(line) as JsonValue[][]) rows.push(row);
  return { schema, columns: head.columns ?? [], length: rows.length, rows };
}
