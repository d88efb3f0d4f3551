import type { LotCard } from '../../domain/lot-card.ts';
import { catchUp, foldOfSnapshot } from './catch-up.ts';
import type { FeedFold } from './feed-fold.ts';
import type { SnapshotPorts } from './snapshots.ts';

/** Every lot of the record, by lot id, as of now. */
export type LotsReader = () => Promise<ReadonlyMap<string, LotCard>>;

/**
 * A reader that keeps every lot's card in memory: the newest snapshot at first, and at each call what the feed says since,
 * which is one query while nothing changes.
 *
 * @throws AppError of the store; the next call tries again
 */
export function lotsReader(ports: Pick<SnapshotPorts, 'records' | 'snapshots' | 'compression'>): LotsReader {
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
