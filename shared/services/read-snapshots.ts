import type { Caller } from '../domain/caller.ts';
import { AppError } from '../errors/app-error.ts';
import { requireRole } from './authorise.ts';
import { readHead, readHeads, type SnapshotHead, type SnapshotPorts, snapshotBytes } from './feed/snapshots.ts';

/** The newest snapshot of each name. */
export function readSnapshotHeads(
  caller: Caller,
  ports: Pick<SnapshotPorts, 'records'>,
): Promise<readonly SnapshotHead[]> {
  requireRole(caller, 'public', 'operator', 'system');
  return readHeads(ports.records);
}

/**
 * The newest snapshot of one name as it is stored: gzipped JSON Lines.
 * @throws AppError `RESOURCE.NOT_FOUND`, `SNAPSHOT.MISSING`
 */
export async function readSnapshot(
  caller: Caller,
  ports: Pick<SnapshotPorts, 'records' | 'snapshots'>,
  name: string,
): Promise<{ readonly head: SnapshotHead; readonly bytes: Uint8Array }> {
  requireRole(caller, 'public', 'operator', 'system');
  const head = await readHead(ports.records, name);
  if (head === undefined) {
    throw new AppError('RESOURCE.NOT_FOUND', 'no such snapshot', { details: { name: name.slice(0, 100) } });
  }
  return { head, bytes: await snapshotBytes(ports.snapshots, head) };
}
