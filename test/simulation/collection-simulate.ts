import { seededRandom } from '#test/support/fixed-ambient.ts';
import { checkCollection, restOf } from './collection-checks.ts';
import { type AnswerFault, randomAnswerFaults } from './collection-platform.ts';
import { type CollectionPlant, createCollection } from './collection-system.ts';
import { collectorOf, plannerOf, timeOf } from './collection-workers.ts';
import { type FaultPlan, randomFaults } from './faults.ts';
import { scheduler } from './scheduler.ts';
import type { SimulationReport } from './simulate.ts';

export interface CollectionOptions {
  readonly seed: number;
  /** Absent: drawn from the seed. */
  readonly lots?: number;
  /** Absent: faults drawn from the seed, a platform that fails, and a queue that behaves badly. */
  readonly faults?: FaultPlan;
  readonly answerFault?: () => AnswerFault;
  readonly plant?: CollectionPlant;
  /** A run that is not at rest after so many calls is broken off. */
  readonly maxCalls?: number;
}

export interface CollectionReport extends SimulationReport {
  readonly requests: number;
  /** Messages that two workers read at the same instant. */
  readonly doubles: number;
  readonly befell: readonly AnswerFault[];
  readonly documents: number;
  /** Spent on tasks and moments. */
  readonly writeUnits: number;
}

const MAX_CALLS = 40_000;
const SKEWS_MS = [0, 0, 600_000, -600_000, 90_000];

/** Collects a few auctions on one seed until all is known, and checks the laws of collecting. */
export async function simulateCollection(options: CollectionOptions): Promise<CollectionReport> {
  const random = seededRandom(options.seed);
  const isDrawn = options.faults === undefined;
  const { plant = {} } = options;
  const befell: AnswerFault[] = [];
  const line = options.answerFault ?? (isDrawn ? randomAnswerFaults(random) : (): AnswerFault => 'none');
  const fault = () => {
    const fallen = line();
    if (fallen !== 'none') befell.push(fallen);
    return fallen;
  };
  const lots = options.lots ?? 1 + random.below(4);
  const skewMs = isDrawn ? random.pick(SKEWS_MS) : 0;
  const system = await createCollection(random, { lots, skewMs, behaviour: isDrawn ? 'badly' : 'well', fault, plant });
  const { isAtRest, look } = restOf(system);
  const plan = options.faults ?? randomFaults(random);
  const schedule = scheduler(random, plan, options.maxCalls ?? MAX_CALLS);
  const answered = new Set<string>();
  for (let index = 1; index <= 2; index++) {
    schedule.start(collectorOf(system, `collector-${index}`, answered));
    if (isDrawn || index === 1) schedule.start(plannerOf(system, `planner-${index}`, isAtRest));
  }
  schedule.start(timeOf(system, { isAtRest, look }, isDrawn));
  try {
    await schedule.run();
  } catch (error) {
    system.complaints.push(`the run broke off: ${error instanceof Error ? error.stack : String(error)}`);
  }
  const doubles = await checkCollection(system);
  const { puts } = system.metered.usage();
  const writeUnits = ['COLLECT', 'PLATFORM'].reduce((sum, prefix) => sum + (puts[prefix]?.writeUnits ?? 0), 0);
  const documents = (await system.documents.list('documents/')).length;
  const { complaints, sent, queue } = system;
  const counts = { seed: options.seed, deliveries: queue.deliveries(), calls: schedule.trace.length };
  return {
    ...counts,
    complaints,
    trace: schedule.trace,
    requests: sent.length,
    doubles,
    befell,
    documents,
    writeUnits,
  };
}
