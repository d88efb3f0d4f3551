import * as z from 'zod';

/**
 * A backup is a gzipped tar: `backup.json` first, the files of the data directory, tables as JSON Lines of
 * `[key, value]`, and last `SHA256SUMS`, which `sha256sum -c` understands. The token and the sandbox's secrets stay
 * with their machine.
 */
export const FORMAT = 'auction-aggregator-backup.v1';
export const HEAD_FILE = 'backup.json';
export const TABLES_FILE = 'tables.jsonl';
export const SUMS_FILE = 'SHA256SUMS';

/** What a backup says of itself. */
export const BackupHead = z.object({ format: z.literal(FORMAT), schemaVersion: z.int(), takenAt: z.string() });
export type BackupHead = z.infer<typeof BackupHead>;

/** Says whether a file of this name may lie in a backup, and so be written on restoring it. */
export function isBackedUp(name: string): boolean {
  return name === TABLES_FILE || /^(objects|queues|sandbox)\.sqlite$/.test(name) || /^[a-z][a-z-]*\.done$/.test(name);
}
