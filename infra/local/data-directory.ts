import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { AppError } from '#shared/errors/app-error.ts';

/** Layout of the data directory; raised when an older one can no longer be read. */
const SCHEMA_VERSION = 1;

/** Files of a data directory (数据目录). */
export interface DataDirectory {
  readonly path: string;
  readonly queues: string;
  readonly objects: string;
  readonly tables: string;
  /** The operator's token, for programs on this machine. */
  readonly token: string;
  announce(url: string): void;
  withdraw(): void;
  /** Remembers that something was done once. */
  mark(name: string): void;
  isMarked(name: string): boolean;
}

function checkSchema(path: string): void {
  const file = `${path}/schema-version`;
  if (!existsSync(file)) writeFileSync(file, `${SCHEMA_VERSION}\n`);
  const found = Number(readFileSync(file, 'utf8'));
  if (found !== SCHEMA_VERSION) {
    throw new AppError('HOST.DATA_VERSION', 'the data directory was written by another version', {
      details: { path, found, wanted: SCHEMA_VERSION },
    });
  }
}

function readToken(path: string): string {
  const file = `${path}/token`;
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/**
 * Opens a data directory, making it where missing.
 * @throws AppError `HOST.DATA_VERSION`
 */
export function openDataDirectory(path: string): DataDirectory {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  checkSchema(path);
  return {
    path,
    queues: `${path}/queues.sqlite`,
    objects: `${path}/objects.sqlite`,
    tables: `${path}/tables`,
    token: readToken(path),
    announce: (url) => writeFileSync(`${path}/host.json`, `${JSON.stringify({ url, pid: process.pid })}\n`),
    withdraw: () => rmSync(`${path}/host.json`, { force: true }),
    mark: (name) => writeFileSync(`${path}/${name}.done`, ''),
    isMarked: (name) => existsSync(`${path}/${name}.done`),
  };
}
