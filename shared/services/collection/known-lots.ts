import { catchUp, foldOfSnapshot } from '../feed/catch-up.ts';
import type { FeedFold } from '../feed/feed-fold.ts';
import type { SnapshotPorts } from '../feed/snapshots.ts';
import type { KnownLots } from './collection-ports.ts';

/**
 * Every lot's newest card, kept in memory between calls: the newest snapshot at first, and at each call what the feed says
 * since, which is one query while nothing changes.
 */
export function lotsReader(ports: Pick<SnapshotPorts, 'records' | 'snapshots' | 'compression'>): KnownLots {
  let kept: FeedFold | undefined;
  return async () => {
    kept ??= await foldOfSnapshot(ports);
    await catchUp(ports, kept);
    return kept.lots;
  };
}
