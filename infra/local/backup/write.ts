import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { filesOf, marksOf, SCHEMA_VERSION } from '../data-directory.ts';
import type { TableStore } from '../table-store.ts';
import { type BackupHead, FORMAT, HEAD_FILE, SUMS_FILE, TABLES_FILE } from './format.ts';
import { packTar, type TarEntry } from './tar.ts';

/** Where an operator fetches a backup from a running host. */
export const BACKUP_PATH = '/host/backup';

/** All stores as they were at one moment, to be read while the host goes on writing. */
interface Cut {
  readonly tables: ReturnType<TableStore['db']['iterator']>;
  readonly databases: readonly { readonly name: string; readonly database: DatabaseSync }[];
  readonly marks: readonly { readonly name: string; readonly text: string }[];
}

/** A connection whose read transaction stays open: later writes do not show in it. */
function pin(file: string) {
  const database = new DatabaseSync(file, { readOnly: true });
  database.exec('BEGIN');
  database.prepare('SELECT count(*) FROM sqlite_schema').get();
  return { name: basename(file), database };
}

/**
 * Cuts through all stores without a turn of the event loop in between. The host is one process: what follows from a
 * write is written in a later turn, so whatever is inside the cut has its causes inside as well. The cut is a state the
 * host could have been killed in, and a host that was killed recovers by itself.
 */
function cutThrough(path: string, store: TableStore): Cut {
  const { objects, queues, sandbox } = filesOf(path);
  const tables = store.db.iterator({ valueEncoding: 'utf8' });
  const databases = [queues, objects, sandbox].filter((file) => existsSync(file)).map(pin);
  const marks = marksOf(path).map((name) => ({ name, text: readFileSync(`${path}/${name}`, 'utf8') }));
  return { tables, databases, marks };
}

async function* tableLines(tables: Cut['tables']): AsyncGenerator<string> {
  for await (const [key, json] of tables) yield `[${JSON.stringify(key)},${json}]\n`;
}

/** The files of a backup one after the other, each written to `folder` first: a tar tells sizes before bytes. */
async function* copies({ tables, databases, marks }: Cut, folder: string): AsyncGenerator<string> {
  for (const { name, database } of databases) {
    const copy = `${folder}/${name}`;
    await backup(database, copy);
    yield copy;
    rmSync(copy);
  }
  const lines = `${folder}/${TABLES_FILE}`;
  await pipeline(tableLines(tables), createWriteStream(lines));
  yield lines;
  for (const { name, text } of marks) {
    writeFileSync(`${folder}/${name}`, text);
    yield `${folder}/${name}`;
  }
}

function textEntry(name: string, text: string): TarEntry {
  const bytes = Buffer.from(text);
  return { name, size: bytes.length, bytes: Readable.from([bytes]) };
}

async function* hashed(file: string, done: (sha256: string) => void): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk);
    yield chunk;
  }
  done(hash.digest('hex'));
}

async function* entriesOf(cut: Cut, folder: string, takenAt: Date): AsyncGenerator<TarEntry> {
  const head = { format: FORMAT, schemaVersion: SCHEMA_VERSION, takenAt: takenAt.toISOString() } satisfies BackupHead;
  const headText = `${JSON.stringify(head)}\n`;
  const sums = [`${createHash('sha256').update(headText).digest('hex')}  ${HEAD_FILE}\n`];
  try {
    yield textEntry(HEAD_FILE, headText);
    for await (const file of copies(cut, folder)) {
      const name = basename(file);
      yield { name, size: statSync(file).size, bytes: hashed(file, (sha256) => sums.push(`${sha256}  ${name}\n`)) };
    }
    yield textEntry(SUMS_FILE, sums.join(''));
  } finally {
    for (const { database } of cut.databases) database.close();
    await cut.tables.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A backup (备份) of a data directory as it is at the moment of the call, read from the stores while they may be
 * written. Needs room for a copy of the largest store while it is read.
 */
export async function writeBackup(path: string, store: TableStore, takenAt: Date): Promise<Readable> {
  const folder = mkdtempSync(`${path}/backup-`);
  const archive = packTar(entriesOf(cutThrough(path, store), folder, takenAt));
  const gzip = createGzip();
  // Begun here: a generator that nobody began has no end in which the cut would be closed.
  const begin = await archive.next();
  gzip.write(begin.value);
  // Whoever reads the gzip is told of a failure by its end.
  pipeline(Readable.from(archive, { objectMode: false }), gzip).catch(() => {});
  return gzip;
}
