import { describe, expect, it } from 'vitest';
import { aFilledApi, anApi, LOT } from './an-api.ts';

interface Answer {
  readonly changes: readonly {
    readonly sequence: number;
    readonly lot: { readonly lotId: string; readonly version: number };
  }[];
  readonly next_since: number;
}

async function read(response: Response): Promise<Answer> {
  return (await response.json()) as Answer;
}

describe('following the changes', () => {
  it('shows each once, oldest first, and goes on where it stopped', async () => {
    const { ask, showLots } = await aFilledApi();
    const first = await read(await ask('/v1/changes?limit=2'));
    const second = await read(await ask(`/v1/changes?since=${first.next_since}`));
    await showLots({ externalId: '1024', status: 'sold', facts: {} });
    const third = await read(await ask(`/v1/changes?since=${second.next_since}`));

    expect(first.changes.map(({ sequence }) => sequence)).toEqual([0, 1]);
    expect(second.changes.map(({ sequence }) => sequence)).toEqual([2]);
    expect(third).toMatchObject({ changes: [{ sequence: 3, lot: { lotId: LOT, status: 'sold' } }], next_since: 3 });
  });

  it('links to what comes next while there may be more', async () => {
    const { ask } = await aFilledApi();

    const more = await ask('/v1/changes?limit=2');
    const none = await ask('/v1/changes?since=2');

    expect(more.headers.get('link')).toBe('<https://auctions.example/v1/changes?since=1&limit=2>; rel="next"');
    expect(none.headers.has('link')).toBe(false);
    expect(await read(none)).toEqual({ changes: [], next_since: 2 });
  });

  it('answers 304 while nothing is new, and 200 when something is', async () => {
    const { ask, showLots } = await aFilledApi();
    const etag = (await ask('/v1/changes?since=2')).headers.get('etag') ?? '';

    const still = await ask('/v1/changes?since=2', { 'if-none-match': etag });
    await showLots({ externalId: '1024', status: 'sold', facts: {} });
    const changed = await ask('/v1/changes?since=2', { 'if-none-match': etag });

    expect([still.status, changed.status]).toEqual([304, 200]);
  });

  it('tells a program that is ahead of the feed to begin again, for it followed another one', async () => {
    const { ask } = await aFilledApi();

    const response = await ask('/v1/changes?since=3');

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ parameter: 'since' }] });
  });

  it('is empty, not wrong, before the first change', async () => {
    expect(await read(await anApi().ask('/v1/changes'))).toEqual({ changes: [], next_since: -1 });
  });
});
