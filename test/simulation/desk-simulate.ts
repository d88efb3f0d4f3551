import type { JsonValue } from '#shared/domain/json.ts';
import { seededRandom, sha256 } from '#test/support/fixed-ambient.ts';
import { doSmall, smallEffects } from '#test/support/small-listing.ts';
import { checkDesk } from './desk-checks.ts';
import { sealerOf, sweeperOf } from './desk-schedules.ts';
import { type DeskSize, deskScript } from './desk-script.ts';
import { clerkOf, createDesk, type DeskPlant, daysGone } from './desk-system.ts';
import { type FaultPlan, randomFaults } from './faults.ts';
import { scheduler } from './scheduler.ts';
import type { SimulationReport } from './simulate.ts';

interface DeskOptions {
  readonly seed: number;
  readonly size?: DeskSize;
  /** Absent: faults drawn from the seed, and a queue that behaves badly. */
  readonly faults?: FaultPlan;
  /** Absent: drawn from the seed. */
  readonly workers?: number;
  readonly plant?: DeskPlant;
}

/** What a run showed, and for how many days it went on. */
export interface DeskReport extends SimulationReport {
  readonly days: number;
}

const MAX_CALLS = 30_000;

/** Runs the logs, locks, effects, sweeper and seals of a few listings on one seed until all is quiet, and checks every rule. */
export async function simulateDesk(options: DeskOptions): Promise<DeskReport> {
  const random = seededRandom(options.seed);
  const size = options.size ?? { listings: 2 + random.below(3), requests: 6 + random.below(20) };
  const { drafts, requests } = deskScript(random, size);
  const system = createDesk(random, options.faults === undefined ? 'badly' : 'well', { plant: options.plant ?? {} });
  const schedule = scheduler(random, options.faults ?? randomFaults(random), MAX_CALLS);
  const ports = { records: system.stored, hash: sha256, clock: system.clock, effects: { listing: smallEffects } };
  for (const [id, offer] of drafts) await doSmall(ports, id, { id: 'draft', body: id }, { does: 'draft', offer });
  for (const request of requests) await system.queue.send(request as unknown as JsonValue);
  const workers = options.workers ?? 1 + random.below(4);
  for (let index = 1; index <= workers; index++) schedule.start(clerkOf(system, `desk-${index}`));
  schedule.start(sweeperOf(system));
  for (const name of ['sealer-1', 'sealer-2']) schedule.start(sealerOf(system, name));
  try {
    await schedule.run();
    await checkDesk(system);
  } catch (error) {
    system.complaints.push(`the run broke off: ${error instanceof Error ? error.stack : String(error)}`);
  }
  const { complaints, queue } = system;
  const { trace } = schedule;
  const days = daysGone(system);
  return { seed: options.seed, deliveries: queue.deliveries(), calls: trace.length, complaints, trace, days };
}
