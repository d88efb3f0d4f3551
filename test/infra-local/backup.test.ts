import { createWriteStream, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { restoreBackup } from '#infra/local/backup/restore.ts';
import { writeBackup } from '#infra/local/backup/write.ts';
import { claimDirectory, filesOf } from '#infra/local/data-directory.ts';
import { openTableStore, type TableStore } from '#infra/local/table-store.ts';

const NOW = new Date('2026-11-23T04:05:06.789Z');

let root: string;
let path: string;
let store: TableStore;
let databases: readonly DatabaseSync[];

function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY)');
  return database;
}

function put(id: number): Promise<void> {
  return store.db.batch([
    { type: 'put', key: `item-records~${id}`, value: { id: { N: String(id) }, 标题: '厂\u2028房' } },
  ]);
}

async function backUp(name = 'backup.tar.gz'): Promise<string> {
  const file = join(root, name);
  await pipeline(await writeBackup(path, store, NOW), createWriteStream(file));
  return file;
}

async function entriesOf(directory: string): Promise<readonly string[]> {
  const opened = await openTableStore(filesOf(directory).tables);
  const entries: string[] = [];
  for await (const [key, json] of opened.db.iterator({ valueEncoding: 'utf8' })) entries.push(`${key} ${json}`);
  await opened.db.close();
  return entries;
}

function countRows(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true });
  const { count } = database.prepare('SELECT count(*) AS count FROM rows').get() as { count: number };
  database.close();
  return count;
}

const restore = (file: string, to: string, replace = false) => restoreBackup(file, to, { replace, now: NOW });

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'backup-test-'));
  path = join(root, 'data');
  claimDirectory(path);
  writeFileSync(join(path, 'token'), 'secret');
  writeFileSync(join(path, 'sandbox-secrets.json'), 'secret');
  writeFileSync(join(path, 'samples.done'), 'then');
  store = await openTableStore(filesOf(path).tables);
  databases = [filesOf(path).objects, filesOf(path).queues, filesOf(path).sandbox].map(openDatabase);
});

afterEach(async () => {
  for (const database of databases) database.close();
  await store.db.close();
  rmSync(root, { recursive: true, force: true });
});

describe('a backup', () => {
  it('restores tables, queues, objects, sandbox and marks, but no token and no secrets', async () => {
    await put(1);
    databases[0]?.exec('INSERT INTO rows VALUES (7)');
    databases[2]?.exec('INSERT INTO rows VALUES (8), (9)');
    const to = join(root, 'elsewhere');

    await restore(await backUp(), to);

    expect(readdirSync(to).toSorted()).toEqual([
      'objects.sqlite',
      'queues.sqlite',
      'samples.done',
      'sandbox.sqlite',
      'schema-version',
      'tables',
    ]);
    expect(await entriesOf(to)).toEqual(['item-records~1 {"id":{"N":"1"},"标题":"厂\u2028房"}']);
    const { objects, queues, sandbox } = filesOf(to);
    expect([objects, queues, sandbox].map(countRows)).toEqual([1, 0, 2]);
    expect(readFileSync(join(to, 'samples.done'), 'utf8')).toBe('then');
  });

  it('holds with every write what came before it, though the stores are written meanwhile', async () => {
    let goesOn = true;
    const [objects, queues] = databases;
    const write = async () => {
      for (let id = 0; goesOn; id++) {
        objects?.prepare('INSERT INTO rows VALUES (?)').run(id);
        await turn();
        queues?.prepare('INSERT INTO rows VALUES (?)').run(id);
        await turn();
        await put(id);
      }
    };
    const writing = write();
    const counts: number[][] = [];

    for (let round = 0; round < 5; round++) {
      const to = join(root, `cut-${round}`);
      await restore(await backUp(`${round}.tar.gz`), to);
      const files = filesOf(to);
      counts.push([countRows(files.objects), countRows(files.queues), (await entriesOf(to)).length]);
    }
    goesOn = false;
    await writing;

    for (const [documents = 0, messages = 0, records = 0] of counts) {
      expect(documents - messages).toBeOneOf([0, 1]);
      expect(messages - records).toBeOneOf([0, 1]);
    }
    expect(counts.at(-1)?.[2]).toBeGreaterThan(counts[0]?.[2] ?? 0);
  });

  it('leaves nothing behind in the data directory, also when nobody reads it to its end', async () => {
    const before = readdirSync(path);

    await backUp();
    const abandoned = await writeBackup(path, store, NOW);
    abandoned.destroy();
    await expect.poll(() => readdirSync(path)).toEqual(before);

    expect(databases[0]?.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()).toMatchObject({ busy: 0 });
  });
});

describe('restoring', () => {
  it('refuses a directory with something in it, and keeps it beside when told to replace it', async () => {
    const file = await backUp();
    const to = join(root, 'elsewhere');
    await restore(file, to);
    writeFileSync(join(to, 'note'), 'mine');

    await expect(restore(file, to)).rejects.toMatchObject({ code: 'HOST.DATA_NOT_EMPTY' });
    const { kept } = await restore(file, to, true);

    expect(kept).toBe(`${to}.replaced-20261123T040506Z`);
    expect(readFileSync(join(kept ?? '', 'note'), 'utf8')).toBe('mine');
    expect(readdirSync(to)).not.toContain('note');
  });

  it('refuses to replace what a host uses, or what is not ours', async () => {
    const file = await backUp();
    const foreign = join(root, 'foreign');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'thesis.doc'), '');

    await expect(restore(file, path, true)).rejects.toMatchObject({ code: 'HOST.DATA_IN_USE' });
    await expect(restore(file, foreign, true)).rejects.toMatchObject({ code: 'HOST.DATA_FOREIGN' });
  });

  const flip = (at: (bytes: Buffer) => number) => (bytes: Buffer) => {
    bytes.writeUInt8(bytes.readUInt8(at(bytes)) ^ 1, at(bytes));
    return bytes;
  };
  it.each<[string, (archive: Buffer) => Buffer]>([
    ['is no gzip', () => Buffer.from('PK\u0003\u0004')],
    ['is empty', () => Buffer.alloc(0)],
    ['is cut off', (archive) => gzipSync(archive).subarray(0, -500)],
    ['lacks its checksums', (archive) => gzipSync(Buffer.concat([archive.subarray(0, -2048), Buffer.alloc(1024)]))],
    [
      'has one other bit in a store',
      (archive) => gzipSync(flip((bytes) => bytes.indexOf('SQLite format 3') + 100)(archive)),
    ],
    ['has one other bit in a name', (archive) => gzipSync(flip((bytes) => bytes.indexOf('queues.sqlite'))(archive))],
    ['is another archive', () => gzipSync(Buffer.alloc(1024))],
  ])('refuses a file that %s, and leaves nothing', async (_, spoil) => {
    const file = await backUp();
    writeFileSync(file, spoil(gunzipSync(readFileSync(file))));
    const before = readdirSync(root);

    await expect(restore(file, join(root, 'elsewhere'))).rejects.toMatchObject({ code: 'BACKUP.UNREADABLE' });

    expect(readdirSync(root)).toEqual(before);
  });

  it('refuses a backup of another schema version', async () => {
    const archive = gunzipSync(await buffer(await writeBackup(path, store, NOW))).toString('latin1');
    const file = join(root, 'old.tar.gz');
    writeFileSync(file, gzipSync(Buffer.from(archive.replace('"schemaVersion":3', '"schemaVersion":1'), 'latin1')));

    await expect(restore(file, join(root, 'elsewhere'))).rejects.toMatchObject({
      code: 'BACKUP.VERSION',
      details: { found: '1', wanted: '3' },
    });
  });

  it('says when there is no such file', async () => {
    await expect(restore(join(root, 'none'), join(root, 'elsewhere'))).rejects.toMatchObject({
      code: 'FILE.UNREADABLE',
    });
  });
});
