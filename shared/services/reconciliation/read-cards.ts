import { catchUp, foldOfSnapshot } from '../feed/catch-up.ts';
import type { FeedFold } from '../feed/feed-fold.ts';
import type { SnapshotPorts } from '../feed/snapshots.ts';
import type { CardsReader } from './reconciliation-ports.ts';

/**
 * A reader that keeps the lots in memory: the newest snapshot at first, and at each call what the feed says since.
 * @throws AppError of the store; the next call tries again
 */
export function cardsReader(ports: Pick<SnapshotPorts, 'records' | 'snapshots' | 'compression'>): CardsReader {
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
