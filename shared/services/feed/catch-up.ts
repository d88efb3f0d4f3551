import { changesAfter } from './change-log.ts';
import { type FeedFold, feedFold } from './feed-fold.ts';
import { CATALOGUE_SCHEMA, cardsOf } from './snapshot-tables.ts';
import { CATALOGUE, loadSnapshot, readHead, type SnapshotPorts } from './snapshots.ts';

type Ports = Pick<SnapshotPorts, 'records' | 'snapshots' | 'compression'>;

/** The fold the newest catalogue snapshot holds; of nothing before the first one. */
export async function foldOfSnapshot(ports: Ports): Promise<FeedFold> {
  const head = await readHead(ports.records, CATALOGUE);
  if (head === undefined) return feedFold();
  return feedFold(head.upToSeq, head.at, cardsOf(await loadSnapshot(ports, head, CATALOGUE_SCHEMA)));
}

/** Folds in what was written since; one query of the feed when nothing was. */
export async function catchUp(ports: Ports, fold: FeedFold) {
  return fold.apply(await changesAfter(ports.records, fold.upToSeq));
}
