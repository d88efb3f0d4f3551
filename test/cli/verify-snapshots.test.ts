import { describe, expect, it } from 'vitest';
import type { FoldedFeed } from '#infra/cli/verify/feed.ts';
import { compareWithSnapshots, type PublishedSnapshot } from '#infra/cli/verify/snapshots.ts';
import { systemCaller } from '#shared/domain/caller.ts';
import type { Instant } from '#shared/domain/time.ts';
import { changesAfter } from '#shared/services/feed/change-log.ts';
import { readHeads } from '#shared/services/feed/snapshots.ts';
import { aFeed, changed } from '#test/support/feed.ts';
import { snapshotsJson } from '#web/api/answers-json.ts';
import { cardOf, lotJson } from '#web/lot-json.ts';

const FEED = systemCaller('feed');

/** A feed whose snapshot lags a change behind, as a program sees both from outside. */
async function aFollowedFeed(): Promise<{
  readonly feed: FoldedFeed;
  readonly published: readonly PublishedSnapshot[];
}> {
  const { records, commit, writer } = aFeed();
  const writing = writer();
  const endsAt = '2023-06-01T00:00:00.000Z' as Instant;
  const area = { unit: 'mu', thousandths: 12_500 } as const;
  const lots = [await commit('a', 1, { endsAt, area }), await commit('b', 1), await commit('c', 1, { endsAt })];
  await writing.append(FEED, changed(...lots));
  await writing.publish(FEED, 'any-news');
  await writing.append(FEED, changed(await commit('a', 2, { endsAt, title: '织里镇厂房' })));
  const changes = await changesAfter(records, -1);
  const history = changes.map(({ card }) => lotJson(card));
  const feed = { history, lots: new Map(history.map((lot) => [lot.lotId, lot])), faults: [] };
  return { feed, published: snapshotsJson(await readHeads(records)).snapshots };
}

describe('compareWithSnapshots', () => {
  it('comes to the published hashes by folding the feed from outside', async () => {
    const { feed, published } = await aFollowedFeed();

    const differences = compareWithSnapshots(feed, published);

    expect(published.map(({ name }) => name)).toEqual(['catalogue', 'facts', 'facts-2023', 'facts-2024']);
    expect(differences).toEqual([]);
  });

  it('finds a snapshot of something else', async () => {
    const { feed, published } = await aFollowedFeed();
    const [first, ...rest] = feed.history;
    const history = first === undefined ? [] : [{ ...first, title: '另一个' }, ...rest];

    const differences = compareWithSnapshots({ ...feed, history }, published);

    expect(differences).toEqual(['快照 catalogue: 不是到变更 2 为止的累积']);
  });

  it('finds a snapshot that is ahead of the feed', async () => {
    const { feed, published } = await aFollowedFeed();

    const differences = compareWithSnapshots({ ...feed, history: feed.history.slice(0, 1) }, published);

    expect(differences).toContain('快照 catalogue: 到变更 2,变更只到 0');
  });
});

describe('cardOf', () => {
  it('reads back what lotJson wrote', async () => {
    const { records, commit, writer } = aFeed();
    const paidAt = '2023-06-01T00:00:00.123Z' as Instant;
    await writer().append(FEED, changed(await commit('a', 1, { paidAt })));
    const [change] = await changesAfter(records, -1);

    expect(change && cardOf(lotJson(change.card))).toEqual(change?.card);
  });
});
