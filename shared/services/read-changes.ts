import type { Caller } from '../domain/caller.ts';
import type { ItemStore } from '../ports/item-store.ts';
import { requireRole } from './authorise.ts';
import { type ChangeEntry, changesAfter } from './feed/change-log.ts';

/** Some changes of the feed, and where to go on. */
export interface ChangePage {
  readonly changes: readonly ChangeEntry[];
  /** Ask for what comes after this; equal to the question while there is nothing new. */
  readonly nextSince: number;
}

/** The changes after sequence `since` (-1 for all), oldest first, `limit` at most. */
export async function readChanges(
  caller: Caller,
  ports: { readonly records: ItemStore },
  { since, limit }: { readonly since: number; readonly limit: number },
): Promise<ChangePage> {
  requireRole(caller, 'public', 'operator', 'system');
  const changes = await changesAfter(ports.records, since, limit);
  return { changes, nextSince: changes.at(-1)?.sequence ?? since };
}
