import { describe, expect, it } from 'vitest';
import { systemCaller } from '#shared/domain/caller.ts';
import { factsReader } from '#shared/services/comparison/read-facts.ts';
import { aFeed, changed } from '#test/support/feed.ts';
import { againInJune, aPond, aSameAsset } from './a-same-asset.ts';

const FEED = systemCaller('feed');
const OPERATOR = { id: 'operator-1', roles: ['operator'] } as const;

describe('the figures', () => {
  it('count lots and rounds as before when lots are joined: the very same facts under the same hash', async () => {
    const [may, june] = [aPond('1'), againInJune('2')];
    const { ports, records, commit, writer } = aFeed();
    const feed = writer();
    const { title, endsAt } = { title: '鱼塘', endsAt: may.endsAt ?? undefined };
    const facts = { title, ...(endsAt === undefined ? {} : { endsAt }) };
    await feed.append(FEED, changed(await commit('1', 1, facts), await commit('2', 1, facts)));
    await feed.publish(FEED, 'any-news');
    const before = await factsReader(ports)(OPERATOR);
    const desk = await aSameAsset([may, june], records);
    await desk.confirm(may, june);
    await feed.publish(FEED, 'any-news');

    const after = await factsReader(ports)(OPERATOR);

    expect(await desk.groupOf(may)).toHaveLength(2);
    expect(records.items('SAME').filter(({ sk }) => sk === 'HEAD')).toHaveLength(1);
    expect(after).toEqual(before);
    expect(after.facts).toHaveLength(2);
  });
});
