import { createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { checkBackup } from '#infra/local/backup/read.ts';
import { BACKUP_PATH, writeBackup } from '#infra/local/backup/write.ts';
import { filesOf, requireReadable } from '#infra/local/data-directory.ts';
import { openTableStore, type TableStore } from '#infra/local/table-store.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Command } from '../command.ts';
import { findHost, readStream } from '../host-client.ts';
import { print } from '../output.ts';
import { dataDirectory } from '../settings.ts';

/** The store of the tables, or undefined while a host has it. */
async function openUnlessUsed(directory: string): Promise<TableStore | undefined> {
  try {
    return await openTableStore(directory);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'HOST.DATA_IN_USE') return undefined;
    throw thrown;
  }
}

/** A running host cuts through its own stores; those of a host that is stopped are read here. */
async function fetchBackup(path: string, file: string): Promise<void> {
  const store = await openUnlessUsed(filesOf(path).tables);
  try {
    const source = store ? await writeBackup(path, store, new Date()) : await readStream(findHost(path), BACKUP_PATH);
    await pipeline(source, createWriteStream(file, { mode: 0o600 }));
  } finally {
    await store?.db.close();
  }
}

export const backupCommand: Command = {
  name: 'backup',
  usage: '<file.tar.gz>',
  chinese: '把全部数据备份成一个文件(系统运行时也可以,取执行那一刻的状态;不含凭证)',
  english: 'write everything into one file, also while the host runs (as of that moment; without the token)',
  flags: [],
  options: [],
  arity: [1, 1],
  async run({ positionals: [file = ''] }) {
    const path = dataDirectory();
    requireReadable(path);
    if (existsSync(file)) throw new AppError('FILE.EXISTS', 'the file exists', { details: { file } });
    const partial = `${file}.partial`;
    try {
      await fetchBackup(path, partial);
      const { takenAt } = await checkBackup(partial);
      renameSync(partial, file);
      print(`已备份并核对 / backed up and checked: ${file} (${statSync(file).size} bytes, ${takenAt})`);
      return 0;
    } finally {
      rmSync(partial, { force: true });
    }
  },
};
