import { createHash } from 'node:crypto';
import type { LotCard } from '#shared/domain/lot-card.ts';
import type { Hash } from '#shared/ports/ambient.ts';
import { hashOfSnapshot } from '#shared/services/feed/snapshots.ts';
import type { snapshotsJson } from '#web/api/answers-json.ts';
import { cardOf } from '#web/lot-json.ts';
import { type HostAddress, readJson } from '../host-client.ts';
import type { FoldedFeed } from './feed.ts';

/** A snapshot as the host says it has published it. */
export type PublishedSnapshot = ReturnType<typeof snapshotsJson>['snapshots'][number];

const hash: Hash = { sha256: (data) => createHash('sha256').update(data).digest('hex') };

/** The newest snapshot of each name. */
export async function readPublished(host: HostAddress): Promise<readonly PublishedSnapshot[]> {
  return ((await readJson(host, '/v1/snapshots')) as ReturnType<typeof snapshotsJson>).snapshots;
}

/** Where a published snapshot is not what the feed, folded here up to its place, comes to. */
export function compareWithSnapshots(
  { history }: FoldedFeed,
  published: readonly PublishedSnapshot[],
): readonly string[] {
  const cards = new Map<string, LotCard>();
  let folded = 0;
  const differences: string[] = [];
  for (const { name, upToSeq, sha256 } of published.toSorted((a, b) => a.upToSeq - b.upToSeq)) {
    for (const lot of history.slice(folded, upToSeq + 1)) cards.set(lot.lotId, cardOf(lot));
    folded = upToSeq + 1;
    if (upToSeq >= history.length) differences.push(`快照 ${name}: 到变更 ${upToSeq},变更只到 ${history.length - 1}`);
    else if (hashOfSnapshot(hash, name, [...cards.values()]) !== sha256)
      differences.push(`快照 ${name}: 不是到变更 ${upToSeq} 为止的累积`);
  }
  return differences;
}
