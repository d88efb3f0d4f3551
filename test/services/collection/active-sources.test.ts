import { describe, expect, it } from 'vitest';
import { activeSources } from '#shared/services/collection/active-sources.ts';
import { aCollecting, type Collecting, PLATFORM, someFetching } from './collecting.ts';

const LISTS = [
  { id: 'open', title: '正在竞价', shows: 'page' },
  { id: 'past', title: '历史', shows: 'page' },
] as const;

describe('the platforms that are read', () => {
  const active = ({ ports }: Collecting) => activeSources(ports);

  it('are none until the office says so', async () => {
    expect(await active(aCollecting())).toEqual([]);
  });

  it('are read as the adapter says where the office says nothing else', async () => {
    const collecting = aCollecting(someFetching({ lists: LISTS }));
    await collecting.switchOn();

    expect(await active(collecting)).toMatchObject([
      { base: 'https://example.invalid', requestsPerMinute: 6, lists: LISTS, options: {}, secretNames: {} },
    ]);
  });

  it('are read as the office says, where it does', async () => {
    const collecting = aCollecting(someFetching({ lists: LISTS }));
    const base = 'https://other.example.invalid';
    await collecting.switchOn({ base, requestsPerMinute: 2, lists: ['past'] });

    expect(await active(collecting)).toMatchObject([{ base, requestsPerMinute: 2, lists: [{ id: 'past' }] }]);
  });

  it.each([{ enabled: false }, { retired: '平台已关闭' }])('are not those with %o', async (source) => {
    const collecting = aCollecting();
    await collecting.switchOn(source);

    expect(await active(collecting)).toEqual([]);
  });

  it('are not those whose interface nobody connected', async () => {
    const collecting = aCollecting(someFetching({ way: 'connection', base: null }));
    await collecting.switchOn({ platform: PLATFORM });

    expect(await active(collecting)).toEqual([]);
  });
});
