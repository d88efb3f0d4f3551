import { deploying, errandsOf, lotsKnown, replayerOf, requesting, someScope } from './replay-workers.ts';
import type { Scheduler } from './scheduler.ts';
import type { System } from './system.ts';
import type { VirtualDocument, VirtualWorld } from './virtual-documents.ts';
import { bringerOf, recovererOf } from './workers.ts';

/**
 * `amid`: the mapping is repaired and replays are asked for while anything goes on; at rest everything is replayed once.
 * `after-repair`: once some documents were misread, the mapping is repaired and they are replayed while the others come.
 */
export type Replays = 'none' | 'amid' | 'after-repair';

interface Run {
  readonly system: System;
  readonly world: VirtualWorld;
  readonly schedule: Scheduler;
  readonly workers: number;
}

function bring({ system, schedule, workers }: Run, documents: readonly VirtualDocument[], name: string): void {
  for (let index = 0; index < workers; index++) {
    const share = documents.filter((_, position) => position % workers === index);
    schedule.start(bringerOf(system, `${name}-${index}`, share));
  }
}

/** Everything brought so far, mapped or not, and every lot that has a record. */
function replayOf({ system }: Run, documents: readonly VirtualDocument[]) {
  return requesting(system, () => ({ documents: documents.map(({ id }) => id), lots: lotsKnown(system) }));
}

async function runRecovered({ system, schedule }: Run): Promise<void> {
  await schedule.run();
  schedule.start(recovererOf(system, 'recoverer'));
  await schedule.run();
}

async function runAmid(run: Run): Promise<void> {
  const { system, world, schedule } = run;
  const some = () => requesting(system, someScope(system, world));
  bring(run, world.documents, 'bringer');
  schedule.start(errandsOf(system, 'operator', [some(), deploying(system), some(), some()]));
  await runRecovered(run);
  schedule.start(errandsOf(system, 'operator', [replayOf(run, world.documents)], 0));
  await schedule.run();
}

async function runAfterRepair(run: Run): Promise<void> {
  const { system, world, schedule } = run;
  const half = Math.ceil(world.documents.length / 2);
  const [misread, others] = [world.documents.slice(0, half), world.documents.slice(half)];
  bring(run, misread, 'bringer');
  await schedule.run();
  schedule.start(errandsOf(system, 'operator', [deploying(system)], 0));
  await schedule.run();
  bring(run, others, 'later-bringer');
  schedule.start(errandsOf(system, 'operator', [replayOf(run, misread)], 30));
  await runRecovered(run);
}

/** Brings all documents, and replays as told, until nothing is left to do. */
export async function runToRest(run: Run, replays: Replays): Promise<void> {
  if (replays === 'none') {
    bring(run, run.world.documents, 'bringer');
    return runRecovered(run);
  }
  for (let index = 0; index < run.workers; index++) run.schedule.start(replayerOf(run.system, `replayer-${index}`));
  return replays === 'amid' ? runAmid(run) : runAfterRepair(run);
}
