import { beforeEach, describe, expect, it } from 'vitest';
import type { LockedItem } from '#shared/domain/asset/lock.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import type { Item } from '#shared/ports/item-store.ts';
import { lockAssets, readClaims, type Standing, settleLock } from '#shared/services/events/asset-lock.ts';
import { type MemoryItemStore, memoryItemStore } from '#test/support/memory-item-store.ts';

const FROM = '2025-01-01' as LocalDate;
const UNTIL = '2027-12-31' as LocalDate;
const POND: LockedItem = { assetId: 'pond', parts: null };

let records: MemoryItemStore;
let standings: Record<string, Standing>;

beforeEach(() => {
  records = memoryItemStore();
  standings = {};
});

interface Wish {
  readonly version?: number;
  readonly takes?: 'use' | 'transfer';
  readonly from?: LocalDate;
  readonly until?: LocalDate | null;
}

function lock(holder: string, items: readonly LockedItem[], wish: Wish = {}, ports = { records } as const) {
  const standingOf = async (other: string) => standings[other] ?? 'open';
  return lockAssets(ports, holder, items, { takes: 'use', from: FROM, until: UNTIL, version: 1, standingOf, ...wish });
}

async function holders(assetId: string): Promise<readonly string[]> {
  return (await readClaims({ records }, assetId)).map(({ holder, state }) => `${holder} ${state}`);
}

describe('a lock', () => {
  it('keeps out a second listing and names the first, its parts and time', async () => {
    await lock('first', [POND]);

    const refused = lock('second', [{ assetId: 'pond', parts: ['east'] }]);

    await expect(refused).rejects.toMatchObject({
      code: 'ASSET.LOCKED',
      details: { assetId: 'pond', listing: 'first', from: FROM, until: UNTIL, parts: null },
    });
  });

  it('lets the term after be offered early', async () => {
    await lock('first', [POND]);

    await lock('second', [POND], { from: '2028-01-01' as LocalDate, until: null });

    expect(await holders('pond')).toEqual(['first open', 'second open']);
  });

  it('gives back what of a package it took, when a later asset is refused', async () => {
    await lock('first', [{ assetId: 'b', parts: null }]);

    const items = ['c', 'b', 'a'].map((assetId) => ({ assetId, parts: null }));
    await expect(lock('second', items)).rejects.toMatchObject({ details: { assetId: 'b' } });

    expect([await holders('a'), await holders('b'), await holders('c')]).toEqual([[], ['first open'], []]);
  });

  it('gives back to what the holder had before, not to nothing', async () => {
    await lock('first', [{ assetId: 'b', parts: null }]);
    await lock('second', [{ assetId: 'a', parts: ['x'] }], { version: 1 });

    const items = [
      { assetId: 'a', parts: ['y'] },
      { assetId: 'b', parts: null },
    ];
    await expect(lock('second', items, { version: 2 })).rejects.toThrow();

    expect(await readClaims({ records }, 'a')).toMatchObject([{ holder: 'second', parts: ['x'] }]);
  });

  it('does not give back what another command of the same listing has taken since', async () => {
    await lock('first', [{ assetId: 'b', parts: null }]);
    const a = { assetId: 'a', parts: null };
    const get = async (key: Pick<Item, 'pk' | 'sk'>) => {
      const found = await records.get(key);
      if (key.pk === 'LOCK#b') await lock('second', [a]);
      return found;
    };

    await expect(
      lock('second', [a, { assetId: 'b', parts: null }], {}, { records: { ...records, get } }),
    ).rejects.toThrow();

    expect(await holders('a')).toEqual(['second open']);
  });

  it('takes one asset named twice once, with all its parts', async () => {
    await lock('first', [
      { assetId: 'pond', parts: ['b'] },
      { assetId: 'pond', parts: ['a'] },
    ]);
    await lock('second', [
      { assetId: 'barn', parts: ['a'] },
      { assetId: 'barn', parts: null },
    ]);

    expect(await readClaims({ records }, 'pond')).toMatchObject([{ parts: ['a', 'b'] }]);
    expect(await readClaims({ records }, 'barn')).toMatchObject([{ parts: null }]);
  });
});

describe('entering again', () => {
  it('replaces what was decided on an older version', async () => {
    await lock('first', [{ assetId: 'pond', parts: ['a'] }], { version: 1 });
    await lock('first', [{ assetId: 'pond', parts: ['b'] }], { version: 3 });

    expect(await readClaims({ records }, 'pond')).toMatchObject([{ parts: ['b'] }]);
  });

  it('leaves what was decided on a newer version: the older command comes too late', async () => {
    await lock('first', [{ assetId: 'pond', parts: ['b'] }], { version: 3 });
    await lock('first', [{ assetId: 'pond', parts: ['a'] }], { version: 1 });

    expect(await readClaims({ records }, 'pond')).toMatchObject([{ parts: ['b'] }]);
  });

  it('keeps both of two decided on the same version', async () => {
    await lock('first', [{ assetId: 'pond', parts: ['a'] }]);
    await lock('first', [{ assetId: 'pond', parts: ['b'] }]);

    expect(await readClaims({ records }, 'pond')).toMatchObject([{ parts: ['a'] }, { parts: ['b'] }]);
  });
});

describe('a holder that is over', () => {
  it('is released by its effects', async () => {
    await lock('first', [POND]);
    await settleLock({ records }, 'first', ['pond', 'barn'], 'released');

    expect(await holders('pond')).toEqual([]);
    expect(records.items('LOCK#barn')).toEqual([]);
  });

  it('keeps a use that is sold, beside which a transfer may be offered, not another use', async () => {
    await lock('first', [POND]);
    await settleLock({ records }, 'first', ['pond'], 'sold');

    await expect(lock('second', [POND])).rejects.toMatchObject({ code: 'ASSET.LOCKED', details: { state: 'sold' } });
    await lock('second', [POND], { takes: 'transfer', until: null });

    expect(await holders('pond')).toEqual(['first sold', 'second open']);
  });

  it('is pushed aside by the next listing when its log says it is withdrawn and its effects never ran', async () => {
    await lock('first', [POND]);
    standings = { first: 'released' };

    await lock('second', [POND]);

    expect(await holders('pond')).toEqual(['second open']);
  });

  it('is marked by the next listing when its log says it is sold and its effects never ran', async () => {
    await lock('first', [POND]);
    standings = { first: 'sold' };

    await expect(lock('second', [POND])).rejects.toMatchObject({ details: { state: 'sold' } });
    await lock('third', [POND], { takes: 'transfer', until: null });

    expect(await holders('pond')).toEqual(['first sold', 'third open']);
  });
});
