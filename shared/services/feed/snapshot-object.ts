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
  readonly rows: readonly (readonly JsonValue[])[];
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

function* linesOf({ schema, columns, rows }: SnapshotTable): Generator<string> {
  yield `${JSON.stringify({ schema, columns, rows: rows.length })}\n`;
  for (let from = 0; from < rows.length; from += ROWS_PER_LINE) {
    const part = rows.slice(from, from + ROWS_PER_LINE);
    yield `${JSON.stringify(part.map((row) => row.map(inKeyOrder)))}\n`;
  }
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
  const hashes = Array.from(linesOf(table), (line) => hash.sha256(line));
  return hash.sha256(hashes.join('\n'));
}

/** Encodes a table line by line, so that a large one never stands in memory as one text. */
export function encodeSnapshot({ hash, compression }: SnapshotCodec, table: SnapshotTable): EncodedSnapshot {
  const members = Array.from(linesOf(table), (line) => compression.gzip(line));
  return { etag: snapshotHash(hash, table), bytes: joined(members) };
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
  return { schema, columns: head.columns ?? [], rows };
}
