import { describe, expect, it } from 'vitest';
import { ANSWER_FAULTS, type AnswerFault } from './collection-platform.ts';
import { simulateCollection } from './collection-simulate.ts';
import { type Fault, type FaultPlan, faultsAt, NO_FAULTS } from './faults.ts';
import { failureText } from './simulate.ts';

const IS_LONG = process.env['SIM_COLLECTION_RUNS'] !== undefined;
const SINGLE: readonly Fault[] = [
  ...(['crash-before', 'crash-after'] as const),
  ...(IS_LONG ? (['fail-before', 'fail-after', 'repeat'] as const) : []),
];
const TIMEOUT_MS = 300_000;
const ONE = { seed: 509, lots: 1 };
/** A third of all pairs in a long run, fewer otherwise. */
const STRIDE = IS_LONG ? 3 : 199;

/** Our client repeats calls of the cloud by itself, requests to a platform never. */
function faultAt(point: number, fault: Fault): FaultPlan {
  return ({ index, name }) =>
    index !== point || (fault === 'repeat' && name.startsWith('platform.')) ? 'none' : fault;
}

/** The fault befalls the request of that number, and no other. */
function atRequest(number: number, fault: AnswerFault): () => AnswerFault {
  let requests = 0;
  return () => {
    requests += 1;
    return requests === number ? fault : 'none';
  };
}

async function expectNoComplaint(runs: Iterable<Partial<Parameters<typeof simulateCollection>[0]>>): Promise<void> {
  for (const run of runs) {
    const report = await simulateCollection({ ...ONE, faults: NO_FAULTS, ...run });
    expect(report.complaints, failureText(report)).toEqual([]);
  }
}

async function callsOfARun(): Promise<readonly number[]> {
  const { calls } = await simulateCollection({ ...ONE, faults: NO_FAULTS });
  return Array.from({ length: calls }, (_, call) => call);
}

describe('one auction', () => {
  it(
    'is known with its result and all bids after any single fault at any await point',
    async () => {
      const points = await callsOfARun();

      await expectNoComplaint(points.flatMap((call) => SINGLE.map((fault) => ({ faults: faultAt(call, fault) }))));
    },
    TIMEOUT_MS,
  );

  it(
    'is known with its result and all bids after pairs of crashes',
    async () => {
      const points = await callsOfARun();
      const pairs = points
        .flatMap((first) => points.slice(first + 1).map((second) => [first, second] as const))
        .filter((_, index) => index % STRIDE === 0);
      const crash = (call: number) => [call, 'crash-after'] as const;

      await expectNoComplaint(pairs.map((pair) => ({ faults: faultsAt(new Map<number, Fault>(pair.map(crash))) })));
    },
    TIMEOUT_MS,
  );

  it(
    'is known in the end whatever befalls any one request, and whoever dies while that is noted',
    async () => {
      const numbers = [1, 2, 3, 4, 5, 6, 7, 8];

      await expectNoComplaint(
        numbers.flatMap((number) => ANSWER_FAULTS.map((fault) => ({ answerFault: atRequest(number, fault) }))),
      );
    },
    TIMEOUT_MS,
  );
});
