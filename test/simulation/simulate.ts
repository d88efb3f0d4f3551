import { type SeededRandom, seededRandom } from '#test/support/fixed-ambient.ts';
import { checkAtRest } from './checks.ts';
import { type FaultPlan, randomFaults } from './faults.ts';
import { type Replays, runToRest } from './phases.ts';
import { scheduler } from './scheduler.ts';
import { createSystem, type Plant } from './system.ts';
import { virtualWorld, type WorldSize } from './virtual-documents.ts';
import { feederOf, normaliserOf, publisherOf, recovererOf } from './workers.ts';

export interface SimulationOptions {
  readonly seed: number;
  readonly size?: WorldSize;
  /** Absent: faults drawn from the seed, and queues that behave badly. */
  readonly faults?: FaultPlan;
  /** Workers of each kind; absent: drawn from the seed. */
  readonly workers?: number;
  readonly plant?: Plant;
  /** Absent: drawn from the seed with the faults, else none. */
  readonly replays?: Replays;
}

export interface SimulationReport {
  readonly seed: number;
  /** Messages handed to workers. */
  readonly deliveries: number;
  /** Calls of ports. */
  readonly calls: number;
  /** Broken rules; empty is what we want. */
  readonly complaints: readonly string[];
  readonly trace: readonly string[];
}

const MAX_CALLS = 60_000;

function drawReplays(random: SeededRandom, { replays, faults }: SimulationOptions): Replays {
  return replays ?? (faults === undefined ? random.pick(['none', 'none', 'none', 'amid', 'after-repair']) : 'none');
}

/** Runs the whole system on one seed until it is quiet and checks every rule. */
export async function simulate(options: SimulationOptions): Promise<SimulationReport> {
  const random = seededRandom(options.seed);
  const replays = drawReplays(random, options);
  const size = options.size ?? { lots: 1 + random.below(4), pages: 4 + random.below(replays === 'none' ? 24 : 12) };
  const world = virtualWorld(random, size, replays !== 'none');
  const system = createSystem(random, options.faults === undefined ? 'badly' : 'well', options.plant ?? {});
  const schedule = scheduler(random, options.faults ?? randomFaults(random), MAX_CALLS);
  const workers = options.workers ?? 1 + random.below(3);
  for (let index = 0; index < workers; index++) {
    schedule.start(normaliserOf(system, `normaliser-${index}`));
    schedule.start(feederOf(system, `feeder-${index}`));
  }
  try {
    if (random.chance(0.3)) schedule.start(recovererOf(system, 'early-recoverer'));
    if (random.chance(0.3)) schedule.start(publisherOf(system, 'early-publisher'));
    await runToRest({ system, world, schedule, workers }, replays);
    schedule.start(publisherOf(system, 'publisher'));
    await schedule.run();
    await checkAtRest(system, world);
  } catch (error) {
    system.complaints.push(`the run broke off: ${error instanceof Error ? error.stack : String(error)}`);
  }
  const queues = [system.documentsQueue, system.changesQueue, system.replaysQueue];
  const deliveries = queues.reduce((sum, queue) => sum + queue.deliveries(), 0);
  const { trace } = schedule;
  return { seed: options.seed, deliveries, calls: trace.length, complaints: system.complaints, trace };
}

const TRACE_SHOWN = 60;

/** What to read when a run broke a rule: how to repeat it, the complaints, and the last calls. */
export function failureText({ seed, complaints, trace }: SimulationReport): string {
  const calls = [`... ${trace.length} calls, the last of them:`, ...trace.slice(-TRACE_SHOWN)];
  return [`SIM_SEED=${seed} repeats this run`, ...complaints, ...calls].join('\n');
}
