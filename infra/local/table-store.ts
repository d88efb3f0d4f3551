import { create, type Store } from 'dynalite/db/index.js';
import { AppError } from '#shared/errors/app-error.ts';

export type TableStore = Store;

function isLocked(error: unknown): boolean {
  const { cause } = error instanceof Error ? error : {};
  return cause instanceof Error && 'code' in cause && cause.code === 'LEVEL_LOCKED';
}

/**
 * Opens the store of the tables, making it where missing. While it is open no other process can: this is how one
 * knows that no host runs on a data directory.
 *
 * @throws AppError `HOST.DATA_IN_USE`
 */
export async function openTableStore(directory: string): Promise<TableStore> {
  const store = create({ path: directory, createTableMs: 0 });
  try {
    await store.db.open();
  } catch (cause) {
    if (!isLocked(cause)) throw cause;
    throw new AppError('HOST.DATA_IN_USE', 'data directory is in use', { cause });
  }
  return store;
}

/**
 * Makes sure that no host runs on a store.
 * @throws AppError `HOST.DATA_IN_USE`
 */
export async function requireUnused(directory: string): Promise<void> {
  const store = await openTableStore(directory);
  await store.db.close();
}
