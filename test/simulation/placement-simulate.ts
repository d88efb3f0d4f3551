import type { PlacementEvent } from '#shared/domain/placement/events.ts';
import { addMs } from '#shared/domain/time.ts';
import { type SeededRandom, START, seededRandom } from '#test/support/fixed-ambient.ts';
import { type FaultPlan, randomFaults } from './faults.ts';
import { checkPlacements, restOf } from './placement-checks.ts';
import { type RequestFault, randomRequestFaults } from './placement-platform.ts';
import { createPlacements, openPlacements, type PlacementPlant, type PlacementSystem } from './placement-system.ts';
import { officeOf, placerOf, preparerOf, timeOf, type Wish } from './placement-workers.ts';
import { scheduler } from './scheduler.ts';
import type { SimulationReport } from './simulate.ts';

export interface PlacementOptions {
  readonly seed: number;
  /** Absent: drawn from the seed. */
  readonly makesSecond?: boolean;
  /** Absent: drawn from the seed. */
  readonly placements?: number;
  /** Absent: faults drawn from the seed, on the line too, and queues that behave badly. */
  readonly faults?: FaultPlan;
  readonly requestFault?: () => RequestFault;
  readonly workers?: number;
  readonly plant?: PlacementPlant;
  /** A run that is not at rest after so many calls is broken off. */
  readonly maxCalls?: number;
}

/** How the placements ended: how many in each state. */
export interface PlacementReport extends SimulationReport {
  readonly states: Readonly<Record<string, number>>;
  /** What befell requests on the line. */
  readonly befell: readonly RequestFault[];
  readonly killedAt: readonly string[];
}

const MAX_CALLS = 8_000;
const HOUR_MS = 3_600_000;

/** Amendments and withdrawals for some of the placements. */
function drawWishes(random: SeededRandom, { ids }: PlacementSystem): readonly Wish[] {
  return ids.flatMap((id) => {
    const at = () => addMs(START, random.below(HOUR_MS));
    const amend: PlacementEvent = { type: 'amendment-asked', data: { number: 1, reason: '更正标题' } };
    const withdraw: PlacementEvent = { type: 'withdrawal-asked', data: { reason: '不再出让' } };
    return [
      ...(random.chance(0.3) ? [{ id, at: at(), event: amend }] : []),
      ...(random.chance(0.2) ? [{ id, at: at(), event: withdraw }] : []),
    ];
  });
}

/** Publishes a few placements on one seed until all is quiet, and checks what the platform then has. */
export async function simulatePlacements(options: PlacementOptions): Promise<PlacementReport> {
  const random = seededRandom(options.seed);
  const makesSecond = options.makesSecond ?? random.chance(0.5);
  const placements = options.placements ?? 1 + random.below(4);
  const isDrawn = options.faults === undefined;
  const { requestFault, plant = {} } = options;
  const befell: RequestFault[] = [];
  const line = requestFault ?? (isDrawn ? randomRequestFaults(random) : (): RequestFault => 'none');
  const fault = () => {
    const fallen = line();
    if (fallen !== 'none') befell.push(fallen);
    return fallen;
  };
  const setting = { placements, makesSecond, fault, plant };
  const system = createPlacements(random, isDrawn ? 'badly' : 'well', setting);
  const schedule = scheduler(random, options.faults ?? randomFaults(random), options.maxCalls ?? MAX_CALLS);
  await openPlacements(system);
  const wishes = isDrawn ? drawWishes(random, system) : [];
  const workers = options.workers ?? 1 + random.below(3);
  for (let index = 1; index <= workers; index++) schedule.start(placerOf(system, `placer-${index}`));
  schedule.start(preparerOf(system));
  schedule.start(officeOf(system, wishes));
  schedule.start(timeOf(system, restOf(system, wishes)));
  try {
    await schedule.run();
  } catch (error) {
    system.complaints.push(`the run broke off: ${error instanceof Error ? error.stack : String(error)}`);
  }
  const states = await checkPlacements(system);
  system.platform.close();
  const { complaints, placeQueue, killedAt } = system;
  const { trace } = schedule;
  const counts = { seed: options.seed, deliveries: placeQueue.deliveries(), calls: trace.length };
  return { ...counts, complaints, trace, states, befell, killedAt };
}
