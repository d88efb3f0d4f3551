import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#shared/errors/app-error.ts';
import { claimDirectory, filesOf, requireOurs } from '../data-directory.ts';
import { openTableStore, requireUnused } from '../table-store.ts';
import { TABLES_FILE } from './format.ts';
import { readBackup } from './read.ts';

const BATCH = 1_000;

async function* lines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of bytes) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
}

async function fillTables(directory: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const { db } = await openTableStore(directory);
  const batch: { readonly type: 'put'; readonly key: string; readonly value: unknown }[] = [];
  try {
    for await (const line of lines(bytes)) {
      const [key, value]: [string, unknown] = JSON.parse(line);
      if (batch.push({ type: 'put', key, value }) === BATCH) await db.batch(batch.splice(0));
    }
    await db.batch(batch);
  } finally {
    await db.close();
  }
}

/** A directory of this name is there and has something in it. */
function isFilled(path: string): boolean {
  return existsSync(path) && readdirSync(path).length > 0;
}

/** @throws AppError `HOST.DATA_NOT_EMPTY`, `HOST.DATA_FOREIGN`, `HOST.DATA_IN_USE` */
async function requireRoom(path: string, replace: boolean): Promise<void> {
  if (!isFilled(path)) return;
  if (!replace) throw new AppError('HOST.DATA_NOT_EMPTY', 'the data directory is not empty', { details: { path } });
  requireOurs(path);
  await requireUnused(filesOf(path).tables);
}

/** Puts the new directory in the old one's place; returns where the old one is now. */
function putInPlace(made: string, path: string, now: Date): string | undefined {
  const kept = isFilled(path) ? `${path}.replaced-${now.toISOString().replace(/[-:]|\.\d+/g, '')}` : undefined;
  if (kept !== undefined) renameSync(path, kept);
  else rmSync(path, { recursive: true, force: true });
  renameSync(made, path);
  return kept;
}

/**
 * Restores a backup (恢复) into an empty data directory, or in the place of one of ours, which is kept beside it.
 * Nothing is there until everything is.
 *
 * @throws AppError `BACKUP.UNREADABLE`, `BACKUP.VERSION`, `FILE.UNREADABLE`, `HOST.DATA_NOT_EMPTY`,
 *   `HOST.DATA_FOREIGN`, `HOST.DATA_IN_USE`
 */
export async function restoreBackup(file: string, directory: string, options: { replace: boolean; now: Date }) {
  const path = resolve(directory);
  await requireRoom(path, options.replace);
  mkdirSync(dirname(path), { recursive: true });
  const made = mkdtempSync(`${dirname(path)}/.restoring-`);
  try {
    claimDirectory(made);
    const head = await readBackup(file, (name, bytes) =>
      name === TABLES_FILE
        ? fillTables(filesOf(made).tables, bytes)
        : pipeline(bytes, createWriteStream(`${made}/${name}`, { mode: 0o600 })),
    );
    return { path, takenAt: head.takenAt, kept: putInPlace(made, path, options.now) };
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}
