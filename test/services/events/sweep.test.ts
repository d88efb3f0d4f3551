import { beforeEach, describe, expect, it } from 'vitest';
import { systemCaller } from '#shared/domain/caller.ts';
import type { StreamId } from '#shared/domain/events/event.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { commit } from '#shared/services/events/commit.ts';
import type { EventPorts } from '#shared/services/events/event-ports.ts';
import { readLog } from '#shared/services/events/load.ts';
import { sweepEvents } from '#shared/services/events/sweep.ts';
import { type MemoryEventPorts, memoryEventPorts } from '#test/support/event-ports.ts';
import { aCommander } from '#test/support/small-listing.ts';

const MINUTE_MS = 60_000;
const counter = { kind: 'owner', fold: (count: number | undefined) => (count ?? 0) + 1 } as const;

let ports: MemoryEventPorts;
let failing: Set<string>;
let ran: string[];
let logged: unknown[];

beforeEach(() => {
  failing = new Set();
  ran = [];
  logged = [];
  const owner = async (_: EventPorts, id: string) => {
    if (failing.has(id)) throw new AppError('STORE.UNAVAILABLE', 'no answer');
    ran.push(id);
  };
  ports = memoryEventPorts({ effects: { owner } });
});

function happen(id: string, key = 'k') {
  const command = { id: key, body: key };
  return commit(ports, counter, id, aCommander(), command, () => ({ type: 'happened', data: {} }));
}

function sweep(due = ports.records.due) {
  const log = { info: () => {}, warn: () => {}, error: (...line: readonly unknown[]) => void logged.push(line) };
  return sweepEvents(systemCaller('sweep'), { ...ports, due: { due }, log });
}

function marked(): readonly string[] {
  return ports.records.items('OWNER#').flatMap(({ pk, sk, dueAt }) => (dueAt === undefined ? [] : [`${pk} ${sk}`]));
}

describe('effects', () => {
  it('run after the event, which then carries no mark', async () => {
    await happen('a');

    expect(ran).toEqual(['a']);
    expect(marked()).toEqual([]);
  });

  it('that fail do not fail the command, and leave the mark', async () => {
    failing.add('a');

    expect(await happen('a')).toMatchObject({ version: 1, repeated: false });
    expect(marked()).toEqual(['OWNER#a EVENT#000001']);
  });

  it('run again when the command is repeated', async () => {
    failing.add('a');
    await happen('a');
    failing.clear();

    await happen('a');

    expect(ran).toEqual(['a']);
    expect(marked()).toEqual([]);
  });
});

describe('the sweeper', () => {
  it('leaves an event alone for a minute, then runs its effects and takes the mark off', async () => {
    failing.add('a');
    await happen('a');
    failing.clear();

    const early = await sweep();
    ports.clock.advance(MINUTE_MS);
    const late = await sweep();

    expect([early, late]).toEqual([
      { healed: 0, postponed: 0 },
      { healed: 1, postponed: 0 },
    ]);
    expect(marked()).toEqual([]);
  });

  it('runs the effects of one log once for all its events', async () => {
    failing.add('a');
    await happen('a', 'k1');
    await happen('a', 'k2');
    failing.clear();
    ports.clock.advance(MINUTE_MS);

    expect(await sweep()).toEqual({ healed: 1, postponed: 0 });
    expect(ran).toEqual(['a']);
  });

  it('does not let one log that fails keep the others waiting, says so, and comes back to it later and later', async () => {
    failing.add('a').add('b');
    await happen('a');
    await happen('b');
    failing.delete('b');
    ports.clock.advance(MINUTE_MS);

    expect(await sweep()).toEqual({ healed: 1, postponed: 1 });
    expect(logged).toMatchObject([[expect.any(String), { kind: 'owner', id: 'a', code: 'STORE.UNAVAILABLE' }]]);
    expect(await sweep()).toEqual({ healed: 0, postponed: 0 });
    ports.clock.advance(MINUTE_MS);
    expect(await sweep()).toEqual({ healed: 0, postponed: 1 });
    ports.clock.advance(MINUTE_MS);
    expect(await sweep()).toEqual({ healed: 0, postponed: 0 });
  });

  it('changes nothing of an event but the mark, whatever an old index shows', async () => {
    failing.add('a');
    await happen('a');
    const before = await readLog(ports, { kind: 'owner', id: 'a' } satisfies StreamId);
    failing.clear();
    ports.clock.advance(MINUTE_MS);
    const range = { duePartition: 'EVENTS', until: '9', limit: 9 };
    const old = await ports.records.due(range);
    await sweep();

    await sweep(async () => old);

    expect(await readLog(ports, { kind: 'owner', id: 'a' })).toEqual(before);
    expect(marked()).toEqual([]);
  });

  it('is not for people', async () => {
    const { log } = { log: { info() {}, warn() {}, error() {} } };
    const asked = sweepEvents({ id: 'p', roles: ['office'] }, { ...ports, due: ports.records, log });

    await expect(asked).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
  });
});
