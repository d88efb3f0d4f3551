import { describe, expect, it } from 'vitest';
import { PUBLIC_CALLER, systemCaller } from '#shared/domain/caller.ts';
import type { Instant } from '#shared/domain/time.ts';
import { factsReader } from '#shared/services/comparison/read-facts.ts';
import { aFeed, changed } from '#test/support/feed.ts';

const FEED = systemCaller('feed');
const OFFICE = { id: 'operator-1', roles: ['operator'] } as const;
const inYear = (year: number) => ({ endsAt: `${year}-06-01T00:00:00.000Z` as Instant });

describe('factsReader', () => {
  it('reads the facts of all years as published last', async () => {
    const { ports, commit, writer } = aFeed();
    const feed = writer();
    await feed.append(FEED, changed(await commit('a', 1, inYear(2022)), await commit('b', 1, inYear(2023))));
    await feed.publish(FEED, 'any-news');

    const view = await factsReader(ports)(OFFICE);

    expect(view.facts.map(({ lotId }) => lotId)).toEqual(['virtual.a', 'virtual.b']);
    expect(view.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(view.at).toBe(view.facts[0]?.asOf);
  });

  it('reads them again as they stood under a hash', async () => {
    const { ports, commit, writer } = aFeed();
    const feed = writer();
    const read = factsReader(ports);
    await feed.append(FEED, changed(await commit('a', 1, inYear(2022))));
    await feed.publish(FEED, 'any-news');
    const before = await read(OFFICE);
    await feed.append(FEED, changed(await commit('a', 2, inYear(2023))));
    await feed.publish(FEED, 'any-news');

    const after = await read(OFFICE);

    expect(after.hash).not.toBe(before.hash);
    expect(await read(OFFICE, before.hash)).toEqual(before);
    expect(await factsReader(ports)(OFFICE, before.hash)).toEqual(before);
  });

  it('has the same hash however a lot came to its year', async () => {
    const [moved, direct] = [aFeed(), aFeed()];
    const feed = moved.writer();
    await feed.append(FEED, changed(await moved.commit('a', 1, inYear(2022))));
    await feed.publish(FEED, 'any-news');
    await feed.append(FEED, changed(await moved.commit('a', 2, inYear(2023))));
    await feed.publish(FEED, 'any-news');
    const other = direct.writer();
    await other.append(FEED, changed(await direct.commit('a', 2, inYear(2023))));
    await other.publish(FEED, 'any-news');

    const hashes = await Promise.all([moved, direct].map(({ ports }) => factsReader(ports)(OFFICE)));

    expect(hashes[0]?.hash).toBe(hashes[1]?.hash);
  });

  it('has no facts before the first snapshot, and none under a hash that is none', async () => {
    const { ports } = aFeed();

    expect(await factsReader(ports)(OFFICE)).toEqual({ hash: 'empty', at: null, facts: [] });
    for (const hash of ['x', '0'.repeat(64)]) {
      await expect(factsReader(ports)(OFFICE, hash)).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
    }
  });

  it('reads for the office only', async () => {
    const { ports } = aFeed();

    await expect(factsReader(ports)(PUBLIC_CALLER)).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
  });
});
