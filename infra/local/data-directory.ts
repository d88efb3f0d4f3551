import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { AppError } from '#shared/errors/app-error.ts';

/** Layout of the data directory and of what lies in its tables; raised when an older one can no longer be read. */
export const SCHEMA_VERSION = 3;

const SCHEMA_FILE = 'schema-version';
const MARK = '.done';
/** Made while a backup is written, left behind only by a process that was killed meanwhile. */
const PARTIAL = /^backup-\w{6}$/;

/** Files of a data directory (数据目录). */
export interface DataDirectory {
  readonly path: string;
  readonly queues: string;
  readonly objects: string;
  readonly tables: string;
  /** Database of the sandbox platform. */
  readonly sandbox: string;
  /** The operator's token, for programs on this machine. */
  readonly token: string;
  announce(url: string): void;
  withdraw(): void;
  /** Remembers that something was done now. */
  mark(name: string): void;
  /** When something was last done, in milliseconds since 1970. */
  markedAt(name: string): number | undefined;
}

/** Files and folders of a data directory by their purpose. */
export function filesOf(path: string) {
  return {
    queues: `${path}/queues.sqlite`,
    objects: `${path}/objects.sqlite`,
    tables: `${path}/tables`,
    sandbox: `${path}/sandbox.sqlite`,
  } as const;
}

/** The files that remember what was done once. */
export function marksOf(path: string): readonly string[] {
  return readdirSync(path).filter((name) => name.endsWith(MARK));
}

/** @throws AppError `HOST.DATA_FOREIGN` for a directory that is not there or not ours */
export function requireOurs(path: string): void {
  if (existsSync(`${path}/${SCHEMA_FILE}`)) return;
  throw new AppError('HOST.DATA_FOREIGN', 'not a data directory of this system', { details: { path } });
}

/** @throws AppError `HOST.DATA_FOREIGN`, `HOST.DATA_VERSION` */
export function requireReadable(path: string): void {
  requireOurs(path);
  const found = readFileSync(`${path}/${SCHEMA_FILE}`, 'utf8').trim();
  if (found === String(SCHEMA_VERSION)) return;
  throw new AppError('HOST.DATA_VERSION', 'the data directory was written by another version', {
    details: { path, found, wanted: String(SCHEMA_VERSION) },
  });
}

/**
 * Makes an empty directory a data directory, and leaves one of ours as it is.
 * @throws AppError `HOST.DATA_FOREIGN`, `HOST.DATA_VERSION`
 */
export function claimDirectory(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (readdirSync(path).length === 0) writeFileSync(`${path}/${SCHEMA_FILE}`, `${SCHEMA_VERSION}\n`);
  requireReadable(path);
}

/**
 * Empties a data directory of all that is computed from the documents, whatever version wrote it; the next start maps
 * every stored document again. The host must not run.
 */
export function keepDocumentsOnly(path: string): void {
  const { tables, queues } = filesOf(path);
  for (const file of [tables, queues, `${queues}-wal`, `${queues}-shm`]) rmSync(file, { recursive: true, force: true });
  // What was brought stays brought; what else was done is to be done again.
  const kept = ['samples', 'people', 'desk'].map((name) => `${name}${MARK}`);
  for (const mark of marksOf(path)) if (!kept.includes(mark)) rmSync(`${path}/${mark}`);
  writeFileSync(`${path}/${SCHEMA_FILE}`, `${SCHEMA_VERSION}\n`);
}

/** Removes what backups left that were killed while they were written. */
export function removePartials(path: string): void {
  const partials = readdirSync(path).filter((name) => PARTIAL.test(name));
  for (const name of partials) rmSync(`${path}/${name}`, { recursive: true, force: true });
}

function readToken(path: string): string {
  const file = `${path}/token`;
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/**
 * Opens a data directory, making it where missing.
 * @throws AppError `HOST.DATA_FOREIGN`, `HOST.DATA_VERSION`
 */
export function openDataDirectory(path: string): DataDirectory {
  claimDirectory(path);
  return {
    path,
    ...filesOf(path),
    token: readToken(path),
    announce: (url) => writeFileSync(`${path}/host.json`, `${JSON.stringify({ url, pid: process.pid })}\n`),
    withdraw: () => rmSync(`${path}/host.json`, { force: true }),
    mark: (name) => writeFileSync(`${path}/${name}${MARK}`, `${new Date().toISOString()}\n`),
    markedAt(name) {
      const file = `${path}/${name}${MARK}`;
      return existsSync(file) ? Date.parse(readFileSync(file, 'utf8').trim()) || 0 : undefined;
    },
  };
}
