import { systemCaller } from '#shared/domain/caller.ts';
import { parseReplayRequested } from '#shared/messages/replay-requested.ts';
import { type ReplayScope, requestReplay } from '#shared/services/replay/request-replay.ts';
import { sha256 } from '#test/support/fixed-ambient.ts';
import { gatedObjects, gatedQueue } from './ports.ts';
import type { Gate, Worker } from './scheduler.ts';
import type { System } from './system.ts';
import type { VirtualWorld } from './virtual-documents.ts';
import { repairedPlatform } from './virtual-platform.ts';
import { note, recordsOf, type Work, workerOf } from './workers.ts';

const operator = { id: 'operator-1', roles: ['operator'] } as const;
const LONGEST_WAIT = 150;

/** Replays queue → documents mapped again → lots folded again. */
export function replayerOf(system: System, name: string): Worker {
  const caller = systemCaller('replay');
  const begin = (gate: Gate) => {
    const ports = {
      records: recordsOf(system, gate),
      documents: gatedObjects(gate, 'documents', system.documents),
      changes: gatedQueue(gate, 'changes', system.changesQueue),
      hash: sha256,
      clock: system.clock,
    };
    const work: Work = async ({ body }) => {
      const { platforms } = system.deployed;
      await system.services.replayDocuments(caller, { ...ports, platforms }, parseReplayRequested(body));
    };
    return { work, finish: async () => undefined };
  };
  return workerOf(system, { name, queue: system.replaysQueue, fifo: false, begin });
}

/** Does its errands one after another, each after a while; after a crash it begins with the one it was at. */
export function errandsOf(
  system: System,
  name: string,
  errands: readonly ((gate: Gate) => Promise<unknown>)[],
  wait = LONGEST_WAIT,
): Worker {
  let next = 0;
  const afterWaiting = async (gate: Gate, errand: (gate: Gate) => Promise<unknown>) => {
    for (let left = system.random.below(wait + 1); left > 0; left--) await gate(`${name}.wait`, async () => undefined);
    await errand(gate);
  };
  return {
    name,
    crashed: () => undefined,
    async life(gate) {
      for (let errand = errands[next]; errand !== undefined; errand = errands[next]) {
        const done = await afterWaiting(gate, errand).then(
          () => true,
          (error: unknown) => note(system, error),
        );
        if (done) next += 1;
      }
    },
  };
}

/** Deploys the repaired mapping. */
export function deploying(system: System) {
  return (gate: Gate) =>
    gate('deploy', async () => {
      system.deployed.platforms = [repairedPlatform];
    });
}

/** Asks for a replay of what `scope` says when it comes to that. */
export function requesting(system: System, scope: () => Omit<ReplayScope, 'scope'>) {
  return async (gate: Gate) => {
    const replays = gatedQueue(gate, 'replays', system.replaysQueue);
    const ports = { records: recordsOf(system, gate), replays, clock: system.clock, ids: system.ids };
    const { replayId } = await requestReplay(operator, ports, { ...scope(), scope: '模拟' });
    system.requestedReplays.push(replayId);
  };
}

/** Some documents, stored yet or not, and some lots. */
export function someScope(system: System, world: VirtualWorld) {
  return () => ({
    documents: world.documents.filter(() => system.random.chance(0.3)).map(({ id }) => id),
    lots: [...lotsKnown(system).filter(() => system.random.chance(0.5)), 'virtual.unseen'],
  });
}

/** Every lot that has a record. */
export function lotsKnown(system: System): readonly string[] {
  const states = system.stored.items('LOT#').filter(({ sk }) => sk === 'STATE');
  return states.map(({ pk }) => pk.slice('LOT#'.length));
}
