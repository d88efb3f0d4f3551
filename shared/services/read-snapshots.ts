import type { Caller } from '../domain/caller.ts';
import type { ItemStore } from '../ports/item-store.ts';
import { requireRole } from './authorise.ts';
import { readHeads, type SnapshotHead } from './feed/snapshots.ts';

/** The newest snapshot of each name. */
export function readSnapshots(
  caller: Caller,
  ports: { readonly records: ItemStore },
): Promise<readonly SnapshotHead[]> {
  requireRole(caller, 'public', 'operator', 'system');
  return readHeads(ports.records);
}
