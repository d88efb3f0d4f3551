import { DatabaseSync } from 'node:sqlite';

/** What S3 tells about an object that was put. `etag` without quotes, `time` in epoch milliseconds. */
export interface ObjectCreated {
  readonly bucket: string;
  readonly key: string;
  readonly size: number;
  readonly etag: string;
  readonly time: number;
}

interface ObjectRow extends ObjectCreated {
  /** Response headers to repeat: content type, user metadata. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

// NORMAL in WAL mode: every commit survives the process being killed; the machine losing power may cost the last ones.
const SCHEMA = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS buckets (name TEXT PRIMARY KEY) STRICT;
CREATE TABLE IF NOT EXISTS objects (
  bucket TEXT NOT NULL, key TEXT NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL, time INTEGER NOT NULL,
  headers TEXT NOT NULL, bytes BLOB NOT NULL, UNIQUE (bucket, key)
) STRICT;
CREATE TABLE IF NOT EXISTS created (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  bucket TEXT NOT NULL, key TEXT NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL, time INTEGER NOT NULL
) STRICT;`;

type Row = Record<string, unknown>;

function toCreated({ bucket, key, size, etag, time }: Row): ObjectCreated {
  return { bucket: String(bucket), key: String(key), size: Number(size), etag: String(etag), time: Number(time) };
}

/** The object and its event in one transaction. */
function putObject(db: DatabaseSync, object: ObjectRow, onlyIfAbsent: boolean): boolean {
  const facts = [object.bucket, object.key, object.size, object.etag, object.time] as const;
  db.exec('BEGIN IMMEDIATE');
  try {
    const insert = `INSERT OR ${onlyIfAbsent ? 'IGNORE' : 'REPLACE'} INTO objects VALUES (?, ?, ?, ?, ?, ?, ?)`;
    const written = db.prepare(insert).run(...facts, JSON.stringify(object.headers), object.bytes).changes > 0;
    if (written) {
      db.prepare('INSERT INTO created (bucket, key, size, etag, time) VALUES (?, ?, ?, ?, ?)').run(...facts);
    }
    db.exec('COMMIT');
    return written;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

export type ObjectDatabase = ReturnType<typeof openDatabase>;

/** Opens the file that holds all buckets, objects and the creation events not yet delivered. */
export function openDatabase(file: string) {
  const db = new DatabaseSync(file);
  db.exec(SCHEMA);
  const get = (sql: string, ...values: string[]): Row | undefined => db.prepare(sql).get(...values);

  return {
    /** False when `onlyIfAbsent` and the key is taken. */
    put: (object: ObjectRow, onlyIfAbsent: boolean) => putObject(db, object, onlyIfAbsent),
    ensureBucket: (name: string) => void db.prepare('INSERT OR IGNORE INTO buckets VALUES (?)').run(name),
    hasBucket: (name: string) => get('SELECT 1 FROM buckets WHERE name = ?', name) !== undefined,
    find(bucket: string, key: string): ObjectRow | undefined {
      const row = get('SELECT * FROM objects WHERE bucket = ? AND key = ?', bucket, key);
      if (!row) return undefined;
      const { headers, bytes } = row;
      return { ...toCreated(row), headers: JSON.parse(String(headers)), bytes: bytes as Uint8Array };
    },
    remove: (bucket: string, key: string) =>
      void db.prepare('DELETE FROM objects WHERE bucket = ? AND key = ?').run(bucket, key),
    /** Keys under a prefix and after a key, in UTF-8 byte order, which is S3's. */
    list(bucket: string, prefix: string, after: string, limit: number): ObjectCreated[] {
      const sql = `SELECT bucket, key, size, etag, time FROM objects
        WHERE bucket = ? AND key >= ? AND key < ? || char(1114111) AND key > ? ORDER BY key LIMIT ?`;
      return db.prepare(sql).all(bucket, prefix, prefix, after, limit).map(toCreated);
    },
    nextCreated(): { readonly id: number; readonly event: ObjectCreated } | undefined {
      const { id, ...row } = get('SELECT * FROM created ORDER BY id LIMIT 1') ?? {};
      return id === undefined ? undefined : { id: Number(id), event: toCreated(row) };
    },
    removeCreated: (id: number) => void db.prepare('DELETE FROM created WHERE id = ?').run(id),
    close: () => db.close(),
  };
}
