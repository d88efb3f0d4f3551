import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { AppError } from '#shared/errors/app-error.ts';
import { SCHEMA_VERSION } from '../data-directory.ts';
import { BackupHead, HEAD_FILE, isBackedUp, SUMS_FILE } from './format.ts';
import { type TarEntry, unpackTar } from './tar.ts';

/** Where the bytes of one file of a backup go. */
type Sink = (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>;

function unreadable(reason: string, cause?: unknown): AppError {
  return new AppError('BACKUP.UNREADABLE', 'the file is no backup or is damaged', { details: { reason }, cause });
}

async function readText({ bytes }: TarEntry): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function parseHead(text: string): BackupHead {
  try {
    return BackupHead.parse(JSON.parse(text));
  } catch (cause) {
    throw unreadable('it does not begin as a backup does', cause);
  }
}

function requireVersion({ schemaVersion }: BackupHead): void {
  if (schemaVersion === SCHEMA_VERSION) return;
  const details = { found: String(schemaVersion), wanted: String(SCHEMA_VERSION) };
  throw new AppError('BACKUP.VERSION', 'the backup was written by another version', { details });
}

async function* hashing(bytes: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>) {
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
}

async function readEntries(entries: AsyncIterable<TarEntry>, sink: Sink): Promise<BackupHead> {
  let head: BackupHead | undefined;
  let sums = '';
  let verified = false;
  for await (const entry of entries) {
    if (head === undefined) {
      if (entry.name !== HEAD_FILE) throw unreadable('it does not begin as a backup does');
      const text = await readText(entry);
      head = parseHead(text);
      requireVersion(head);
      sums = `${createHash('sha256').update(text).digest('hex')}  ${HEAD_FILE}\n`;
    } else if (entry.name === SUMS_FILE) {
      if ((await readText(entry)) !== sums) throw unreadable('a checksum does not fit');
      verified = true;
    } else {
      if (verified || !isBackedUp(entry.name)) throw unreadable('it holds a file no backup holds');
      const hash = createHash('sha256');
      await sink(entry.name, hashing(entry.bytes, hash));
      sums += `${hash.digest('hex')}  ${entry.name}\n`;
    }
  }
  if (head === undefined || !verified) throw unreadable('its checksums are missing');
  return head;
}

/**
 * Reads a whole backup and holds every file against its checksum.
 * @throws AppError `BACKUP.UNREADABLE`, `BACKUP.VERSION`, `FILE.UNREADABLE`
 */
export async function readBackup(file: string, sink: Sink): Promise<BackupHead> {
  if (!existsSync(file)) throw new AppError('FILE.UNREADABLE', 'the file cannot be read', { details: { file } });
  let head: BackupHead | undefined;
  try {
    await pipeline(createReadStream(file), createGunzip(), async (source: AsyncIterable<Uint8Array>) => {
      head = await readEntries(unpackTar(source), sink);
    });
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
    throw code.startsWith('Z_') ? unreadable(code, thrown) : thrown;
  }
  if (head === undefined) throw unreadable('it is empty');
  return head;
}

async function discard(_: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of bytes);
}

/**
 * Reads a backup to its end without restoring it.
 * @throws AppError `BACKUP.UNREADABLE`, `BACKUP.VERSION`, `FILE.UNREADABLE`
 */
export function checkBackup(file: string): Promise<BackupHead> {
  return readBackup(file, discard);
}
