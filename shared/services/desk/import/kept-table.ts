import { type Caller, hasRole } from '../../../domain/caller.ts';
import { beijingDate } from '../../../domain/time.ts';
import { AppError } from '../../../errors/app-error.ts';
import type { ObjectStore } from '../../../ports/object-store.ts';
import type { EventPorts } from '../../events/event-ports.ts';
import { createdId } from '../../events/load.ts';
import { clerkFor } from '../asset/asset-clerk.ts';
import { findOwner } from '../owner/read-owner.ts';

/** What imports stand on: the desk's logs, and the files people bring. */
export interface ImportPorts extends EventPorts {
  readonly files: ObjectStore;
}

/** A table somebody brought (导入文件), kept as it came. */
export interface KeptTable {
  readonly importId: string;
  /** As the person's machine named it. */
  readonly fileName: string;
  /** Owner of rows that name none; `null`: every row has to. */
  readonly ownerId: string | null;
  readonly bytes: Uint8Array;
}

/** Larger tables than this do not pass our door. */
const MOST_TABLE_BYTES = 900 * 1024;
const LONGEST_FILE_NAME = 100;

function keyOf(importId: string): string {
  return `imports/${importId}`;
}

/**
 * Keeps a table before anything is read from it. The same table for the same owner is the same import, so that bringing it
 * again after a crash carries on where it stopped.
 * @throws AppError `RESOURCE.NOT_FOUND` for an owner whose register the caller does not keep, `IMPORT.TOO_LARGE`
 */
export async function keepTable(
  caller: Caller,
  ports: ImportPorts,
  table: Omit<KeptTable, 'importId'>,
): Promise<KeptTable> {
  const { bytes, ownerId } = table;
  if (bytes.byteLength > MOST_TABLE_BYTES) {
    throw new AppError('IMPORT.TOO_LARGE', 'the file is too large', { details: { bytes: bytes.byteLength } });
  }
  await requireClerk(caller, ports, ownerId, caller.id);
  const whose = `import:${ownerId ?? caller.id}`;
  const importId = createdId(ports.hash, 'asset', whose, ports.hash.sha256(bytes));
  const fileName = table.fileName.slice(0, LONGEST_FILE_NAME).toWellFormed();
  await ports.files.putIfAbsent({
    key: keyOf(importId),
    bytes,
    contentType: 'application/octet-stream',
    metadata: { by: encodeURIComponent(caller.id), owner: ownerId ?? '', name: encodeURIComponent(fileName) },
  });
  return { importId, fileName, ownerId, bytes };
}

/**
 * A kept table.
 * @throws AppError `RESOURCE.NOT_FOUND` also for one the caller may not carry on
 */
export async function keptTable(caller: Caller, ports: ImportPorts, importId: string): Promise<KeptTable> {
  const stored = /^[0-9a-z]{16}$/.test(importId) ? await ports.files.get(keyOf(importId)) : undefined;
  if (stored === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no such import');
  const { by = '', owner = '', name = '' } = stored.metadata;
  const ownerId = owner === '' ? null : owner;
  await requireClerk(caller, ports, ownerId, decodeURIComponent(by));
  return { importId, fileName: decodeURIComponent(name), ownerId, bytes: stored.bytes };
}

async function requireClerk(caller: Caller, ports: EventPorts, ownerId: string | null, by: string): Promise<void> {
  const owner = ownerId === null ? undefined : await findOwner(ports, ownerId);
  const today = beijingDate(ports.clock.now());
  const isClerk =
    ownerId === null
      ? by === caller.id && hasRole(caller, 'village-clerk', 'owner-clerk', 'office')
      : owner !== undefined && clerkFor(caller, owner, today) !== undefined;
  if (!isClerk) throw new AppError('RESOURCE.NOT_FOUND', 'not an import of the caller');
}
