import { seededRandom } from '#test/support/fixed-ambient.ts';
import { checkAtRest } from './checks.ts';
import { type FaultPlan, randomFaults } from './faults.ts';
import { scheduler } from './scheduler.ts';
import { createSystem, type Plant } from './system.ts';
import { virtualWorld, type WorldSize } from './virtual-documents.ts';
import { bringerOf, feederOf, normaliserOf, publisherOf, recovererOf } from './workers.ts';

export interface SimulationOptions {
  readonly seed: number;
  readonly size?: WorldSize;
  /** Absent: faults drawn from the seed, and queues that behave badly. */
  readonly faults?: FaultPlan;
  /** Workers of each kind; absent: drawn from the seed. */
  readonly workers?: number;
  readonly plant?: Plant;
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

/** Runs the whole system on one seed until it is quiet and checks every rule. */
export async function simulate(options: SimulationOptions): Promise<SimulationReport> {
  const random = seededRandom(options.seed);
  const size = options.size ?? { lots: 1 + random.below(4), pages: 4 + random.below(24) };
  const world = virtualWorld(random, size);
  const system = createSystem(random, options.faults === undefined ? 'badly' : 'well', options.plant ?? {});
  const schedule = scheduler(random, options.faults ?? randomFaults(random), MAX_CALLS);
  const workers = options.workers ?? 1 + random.below(3);
  for (let index = 0; index < workers; index++) {
    const share = world.documents.filter((_, position) => position % workers === index);
    schedule.start(bringerOf(system, `bringer-${index}`, share));
    schedule.start(normaliserOf(system, `normaliser-${index}`));
    schedule.start(feederOf(system, `feeder-${index}`));
  }
  try {
    if (random.chance(0.3)) schedule.start(recovererOf(system, 'early-recoverer'));
    if (random.chance(0.3)) schedule.start(publisherOf(system, 'early-publisher'));
    await schedule.run();
    schedule.start(recovererOf(system, 'recoverer'));
    await schedule.run();
    schedule.start(publisherOf(system, 'publisher'));
    await schedule.run();
    await checkAtRest(system, world);
  } catch (error) {
    system.complaints.push(`the run broke off: ${error instanceof Error ? error.stack : String(error)}`);
  }
  const deliveries = system.documentsQueue.deliveries() + system.changesQueue.deliveries();
  const { trace } = schedule;
  return { seed: options.seed, deliveries, calls: trace.length, complaints: system.complaints, trace };
}

const TRACE_SHOWN = 60;

/** What to read when a run broke a rule: how to repeat it, the complaints, and the last calls. */
export function failureText({ seed, complaints, trace }: SimulationReport): string {
  const calls = [`... ${trace.length} calls, the last of them:`, ...trace.slice(-TRACE_SHOWN)];
  return [`SIM_SEED=${seed} repeats this run`, ...complaints, ...calls].join('\n');
}
