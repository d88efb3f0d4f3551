import type { Caller } from '../domain/caller.ts';
import { toAppError } from '../errors/app-error.ts';
import type { Clock } from '../ports/ambient.ts';
import { requireRole } from './authorise.ts';
import { catalogueIndex } from './catalogue/catalogue-index.ts';
import type { CatalogueView } from './catalogue/catalogue-view.ts';
import { catchUp, foldOfSnapshot } from './feed/catch-up.ts';
import type { FeedFold } from './feed/feed-fold.ts';
import type { SnapshotPorts } from './feed/snapshots.ts';

interface Ports extends Omit<SnapshotPorts, 'hash'> {
  readonly clock: Clock;
}

/** Answers with the catalogue as of now. */
export type CatalogueReader = (caller: Caller) => Promise<CatalogueView>;

/** Changes whenever the fold does, and is never the same for another feed that has come as far. */
function etagOf({ upToSeq, at }: FeedFold): string {
  return at === null ? 'empty' : `${upToSeq}-${at.replace(/[-:.TZ]/g, '')}`;
}

/**
 * A reader that keeps the catalogue in memory: the newest snapshot at first, and at each call what the feed says since,
 * which is one query while nothing changes. While the store does not answer, the last good view stands and says since when.
 *
 * @throws AppError of the store while there is no view yet
 */
export function catalogueReader(ports: Ports): CatalogueReader {
  let loaded: { readonly fold: FeedFold; readonly index: CatalogueView['index'] } | undefined;
  let loading: Promise<void> | undefined;
  let staleSince: CatalogueView['staleSince'] = null;
  const load = async () => {
    const fold = await foldOfSnapshot(ports);
    loaded = { fold, index: catalogueIndex(fold.lots.values()) };
  };
  const refresh = async () => {
    if (loaded === undefined) {
      loading ??= load();
      await loading.finally(() => {
        loading = undefined;
      });
    }
    if (loaded !== undefined) loaded.index.apply(await catchUp(ports, loaded.fold));
  };
  return async (caller) => {
    requireRole(caller, 'public', 'operator', 'system');
    try {
      await refresh();
      staleSince = null;
    } catch (thrown) {
      if (loaded === undefined || !toAppError(thrown).retryable) throw thrown;
      staleSince ??= ports.clock.now();
    }
    if (loaded === undefined) throw new TypeError('a view is loaded by now');
    return { etag: etagOf(loaded.fold), upToSeq: loaded.fold.upToSeq, index: loaded.index, staleSince };
  };
}
