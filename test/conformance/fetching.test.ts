import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fetchers } from '#adapters/fetchers.ts';
import { fetching } from '#adapters/fetching.ts';
import { manifests } from '#adapters/manifests.ts';
import { WANTED } from '#shared/ports/platform-fetcher.ts';
import { ADAPTERS } from '#test/adapters/documents.ts';
import { aList, aLot } from '#test/adapters/fetch-parts.ts';
import { failureOf } from '#test/adapters/page-client.ts';

/** Nobody is reached from here, so that whatever would be sent fails before it is. */
const NOWHERE = { privateHosts: [], resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]) };
const HIGHEST_ASSUMED_RATE = 6;
const SETTINGS = { options: {}, secrets: { key: 'k' } };

describe('platforms that are read live', () => {
  it('have a fetcher each, with the facts of the list', () => {
    expect(fetchers(NOWHERE).map((fetcher) => fetcher.fetching)).toEqual(fetching);
  });

  it('stand in order, once each, and are every platform that has such facts', () => {
    const ids = fetching.map(({ platform }) => platform);
    const withFacts = manifests.map(({ id }) => id).filter((id) => existsSync(join(ADAPTERS, id, 'fetching.ts')));

    expect(ids).toEqual([...new Set(ids)].toSorted());
    expect(ids).toEqual(withFacts.toSorted());
  });
});

describe.each(fetching.map((facts) => ({ id: facts.platform, facts })))('fetching of $id', ({ id, facts }) => {
  const manifest = manifests.find((each) => each.id === id);
  const make = () => fetchers(NOWHERE).find((fetcher) => fetcher.fetching.platform === id);
  const session = () => make()?.connect({ base: facts.base ?? 'https://interface.example', ...SETTINGS });

  it('begins at a host of the platform, with TLS, or at its connection', () => {
    expect(facts.base === null).toBe(facts.way === 'connection');
    if (facts.base === null) return;
    const { protocol, host, href } = new URL(facts.base);
    expect([protocol, href]).toEqual([expect.stringMatching(/^https?:$/), `${facts.base}/`]);
    expect(manifest?.hosts).toContain(host);
  });

  it('says where its rate is from, and assumes a low one', () => {
    expect(facts.rateSource).toMatch(/\p{Script=Han}/u);
    expect(facts.untried).toMatch(/\p{Script=Han}/u);
    expect(facts.requestsPerMinute).toBeGreaterThan(0);
    expect(facts.requestsPerMinute).toBeLessThanOrEqual(HIGHEST_ASSUMED_RATE);
  });

  it('names its lists for people and for keys', () => {
    expect(facts.lists.length).toBeGreaterThan(0);
    for (const { id: list, title } of facts.lists) {
      expect(list).toMatch(/^[a-z0-9-]{1,40}$/);
      expect(title).toMatch(/\p{Script=Han}/u);
    }
  });

  it('claims in its manifest what it does', () => {
    const claims = (name: 'list' | 'bids') => {
      const way = manifest?.capabilities[name];
      return typeof way === 'string' || (way !== undefined && 'api' in way);
    };

    expect(claims('list')).toBe(true);
    if (facts.showsBids) expect(claims('bids')).toBe(true);
  });

  it('has an address for each of its lists, and sends nothing where the name leads elsewhere', async () => {
    for (const list of facts.lists) {
      expect(await failureOf(session()?.fetch(aList(list.id), null) ?? Promise.resolve())).toEqual({
        code: 'PLATFORM.FORBIDDEN_ADDRESS',
        details: {
          reason: 'the name leads to an address outside the public internet',
          host: expect.any(String),
        },
      });
    }
  });

  it.each(['', '../x', 'a/b', '//evil.example', 'https://evil.example', '1\r\n2', '.', '..', 'x'.repeat(500)])(
    'knows no lot and no list %j',
    async (text) => {
      const asked = [aList(text), ...WANTED.map((wanted) => aLot(text, wanted))];

      const failures = await Promise.all(
        asked.map((target) => failureOf(session()?.fetch(target, null) ?? Promise.resolve())),
      );

      expect(new Set(failures.map((failure) => failure?.code))).toEqual(new Set(['PLATFORM.FORBIDDEN_ADDRESS']));
      expect(failures.map((failure) => failure?.details['host'])).toEqual(asked.map(() => undefined));
    },
  );
});
