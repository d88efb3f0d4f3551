import { beforeEach, describe, expect, it } from 'vitest';
import type { LocalDate } from '#shared/domain/time.ts';
import type { Item } from '#shared/ports/item-store.ts';
import type { Committed } from '#shared/services/events/aggregate.ts';
import { commit } from '#shared/services/events/commit.ts';
import { createdId, load, readLog } from '#shared/services/events/load.ts';
import { type MemoryEventPorts, memoryEventPorts } from '#test/support/event-ports.ts';
import { START, sha256 } from '#test/support/fixed-ambient.ts';
import {
  aCommander,
  CLERK,
  doSmall,
  type Offer,
  type SmallListing,
  smallListing,
} from '#test/support/small-listing.ts';

const POND: Offer = {
  items: [{ assetId: 'pond', parts: null }],
  takes: 'use',
  from: '2025-01-01' as LocalDate,
  until: null,
};
const DRAFT = { does: 'draft', offer: POND } as const;
const WITHDRAW = { does: 'withdraw' } as const;
const LISTING = { kind: 'listing', id: 'l1' } as const;

let ports: MemoryEventPorts;

beforeEach(() => {
  ports = memoryEventPorts();
});

function draft(id = 'k1', body: string = 'draft'): Promise<Committed<SmallListing>> {
  return doSmall(ports, 'l1', { id, body }, DRAFT);
}

function withdraw(id: string, expected?: number): Promise<Committed<SmallListing>> {
  return doSmall(ports, 'l1', { id, body: 'withdraw', ...(expected === undefined ? {} : { expected }) }, WITHDRAW);
}

describe('a command', () => {
  it('makes one event that names who did what when, and hangs on the one before', async () => {
    await draft();
    ports.clock.advance(1000);

    const { state, version, repeated } = await withdraw('k2');

    expect({ state: state.state, version, repeated }).toEqual({ state: 'withdrawn', version: 2, repeated: false });
    const [first, second] = await readLog(ports, LISTING);
    expect(first).toMatchObject({ sequence: 1, at: START, by: CLERK, previous: sha256.sha256('listing/l1') });
    expect(second).toMatchObject({ sequence: 2, command: { id: 'k2', sha256: sha256.sha256('"withdraw"') } });
    expect(second?.previous).toBe(first?.hash);
  });

  it('is found again under its key: nothing is written, and the answer is the thing as it is now', async () => {
    await draft();
    await withdraw('k2');

    const again = await draft();

    expect(again).toMatchObject({ version: 2, repeated: true, state: { state: 'withdrawn' } });
    expect(await readLog(ports, LISTING)).toHaveLength(2);
  });

  it('is refused under a key that was used for something else', async () => {
    await draft();

    await expect(draft('k1', 'another')).rejects.toMatchObject({ code: 'COMMAND.KEY_REUSED' });
  });

  it('is its own under a key that another person used', async () => {
    await draft('k1');

    const other = doSmall(ports, 'l1', { id: 'k1', body: 'withdraw' }, WITHDRAW, aCommander({ id: 'person-2' }));

    expect(await other).toMatchObject({ version: 2, repeated: false });
  });

  it('is refused when somebody changed what the person saw, with the newest version', async () => {
    await draft();
    await withdraw('k2', 1);

    await expect(withdraw('k3', 1)).rejects.toMatchObject({ code: 'COMMAND.CONFLICT', details: { current: 2 } });
  });

  it('that repeats a version it saw itself is answered all the same', async () => {
    await draft();
    await withdraw('k2', 1);

    expect(await withdraw('k2', 1)).toMatchObject({ version: 2, repeated: true });
  });

  it.each(['', 'a\u0000b', 'line\nbreak', 'x'.repeat(201)])('is refused under the key %j', async (id) => {
    await expect(draft(id)).rejects.toMatchObject({ code: 'REQUEST.INVALID' });
  });

  it.each(['x', '提交-1', 'x'.repeat(200)])('is taken under the key %j', async (id) => {
    expect(await draft(id)).toMatchObject({ version: 1 });
  });

  it('whose decision refuses leaves nothing in the log', async () => {
    await expect(withdraw('k1')).rejects.toMatchObject({ code: 'LISTING.STATE' });

    expect(await load(ports, smallListing, 'l1')).toBeUndefined();
  });

  it('never lies before the event before it, whatever the clock says', async () => {
    await draft();
    ports.clock.advance(-60_000);

    await withdraw('k2');

    expect((await readLog(ports, LISTING)).map(({ at }) => at)).toEqual([START, START]);
  });
});

describe('two commands at once', () => {
  it('are both carried out, the loser on what the winner left', async () => {
    await draft();
    const edits = ['a', 'b', 'c'].map((id) => doSmall(ports, 'l1', { id, body: id }, { does: 'edit', offer: POND }));

    const done = await Promise.all(edits);

    expect(done.map(({ version }) => version).toSorted()).toEqual([2, 3, 4]);
    expect((await readLog(ports, LISTING)).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  });

  it('that name the same version end with one conflict', async () => {
    await draft();

    const done = await Promise.allSettled([withdraw('a', 1), withdraw('b', 1)]);

    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(done.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'COMMAND.CONFLICT' });
  });

  it('gives up after ten lost races', async () => {
    const lost = { ...ports, records: { ...ports.records, put: async () => 'refused' as const } };

    await expect(doSmall(lost, 'l1', { id: 'k', body: '' }, DRAFT)).rejects.toMatchObject({ code: 'STORE.CONTENTION' });
  });

  it('finds itself when its put was written and the answer lost', async () => {
    const put = async (item: Item, condition: Parameters<typeof ports.records.put>[1]) => {
      const answer = await ports.records.put(item, condition);
      return item.sk === 'EVENT#000001' && condition === 'absent' ? ('refused' as const) : answer;
    };

    const done = await doSmall({ ...ports, records: { ...ports.records, put } }, 'l1', { id: 'k', body: '' }, DRAFT);

    expect(done).toMatchObject({ version: 1, repeated: true });
    expect(await readLog(ports, LISTING)).toHaveLength(1);
  });
});

describe('a log', () => {
  it('is in the directory of its kind', async () => {
    await draft();

    expect(ports.records.items('STREAMS#')).toEqual([{ pk: 'STREAMS#listing', sk: 'l1', id: 'l1' }]);
  });

  it('of any id keeps to itself', async () => {
    const one = { type: 'one', data: {} };
    const fold = (count: number | undefined) => (count ?? 0) + 1;
    const aggregate = { kind: 'numbers', fold } as const;
    await commit(ports, aggregate, '公告#1', aCommander(), { id: 'k', body: 1 }, () => one);

    expect(await load(ports, aggregate, '公告#1')).toEqual({ state: 1, version: 1 });
    expect(await load(ports, aggregate, '公告')).toBeUndefined();
  });
});

describe('createdId', () => {
  it('follows from kind, caller and key alone', () => {
    const id = createdId(sha256, 'listing', 'person-1', 'k1');

    expect(id).toMatch(/^[0-9a-z]{16}$/);
    expect(createdId(sha256, 'listing', 'person-1', 'k1')).toBe(id);
    const others = [
      createdId(sha256, 'asset', 'person-1', 'k1'),
      createdId(sha256, 'listing', 'person-1k', '1'),
      createdId(sha256, 'listing', 'person-1', 'k2'),
    ];
    expect(new Set([id, ...others]).size).toBe(4);
  });
});
