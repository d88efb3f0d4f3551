import { catchUp, foldOfSnapshot } from '../feed/catch-up.ts';
import type { FeedFold } from '../feed/feed-fold.ts';
import type { SnapshotPorts } from '../feed/snapshots.ts';
import type { LotCards } from './settlement-ports.ts';

/**
 * A reader that keeps every lot's card in memory: the newest snapshot at first, and at each call what the feed says since,
 * which is one query while nothing changes.
 */
export function lotCardsReader(ports: Pick<SnapshotPorts, 'records' | 'snapshots' | 'compression'>): LotCards {
  let loading: Promise<FeedFold> | undefined;
  return async () => {
    loading ??= foldOfSnapshot(ports);
    const fold = await loading.catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    await catchUp(ports, fold);
    return fold.lots;
  };
}
