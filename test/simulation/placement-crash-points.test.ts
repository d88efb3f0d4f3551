import { describe, expect, it } from 'vitest';
import { type Fault, type FaultPlan, faultsAt, NO_FAULTS } from './faults.ts';
import type { RequestFault } from './placement-platform.ts';
import { simulatePlacements } from './placement-simulate.ts';
import { failureText } from './simulate.ts';

const SINGLE: readonly Fault[] = ['crash-before', 'crash-after', 'fail-before', 'fail-after', 'repeat'];
const LINE: readonly RequestFault[] = [
  ...(['never-arrives', 'lost-answer', 'arrives-late', 'server-error'] as const),
  ...(['captcha', 'changed-field', 'rate-limited', 'key-refused'] as const),
];
const TIMEOUT_MS = 120_000;

const ONE = { seed: 1, placements: 1, workers: 1 };

/** The fault befalls the request of that number, and no other. */
function atRequest(number: number, fault: RequestFault): () => RequestFault {
  let requests = 0;
  return () => {
    requests += 1;
    return requests === number ? fault : 'none';
  };
}

/** Runs of one placement; where the platform may make a second lot, the last word may be a person's. */
async function statesOf(makesSecond: boolean, runs: readonly Partial<Parameters<typeof simulatePlacements>[0]>[]) {
  const states = new Set<string>();
  for (const run of runs) {
    const report = await simulatePlacements({ ...ONE, makesSecond, faults: NO_FAULTS, ...run });
    expect(report.complaints, failureText(report)).toEqual([]);
    for (const state of Object.keys(report.states)) states.add(state);
  }
  return [...states].toSorted();
}

/** Our client repeats calls of the cloud by itself, requests to a platform never. */
function faultAt(point: number, fault: Fault): FaultPlan {
  return ({ index, name }) =>
    index !== point || (fault === 'repeat' && name.startsWith('platform.')) ? 'none' : fault;
}

async function everyCall(makesSecond: boolean, faults: readonly Fault[]) {
  const { calls } = await simulatePlacements({ ...ONE, makesSecond, faults: NO_FAULTS });
  const points = Array.from({ length: calls }, (_, call) => call);
  return points.flatMap((call) => faults.map((fault) => ({ faults: faultAt(call, fault) })));
}

describe('one publication', () => {
  it(
    'is live with exactly one lot after any single fault at any await point',
    async () => {
      expect(await statesOf(false, await everyCall(false, SINGLE))).toEqual(['live']);
    },
    TIMEOUT_MS,
  );

  it(
    'is live with exactly one lot after any pair of crashes',
    async () => {
      const { calls } = await simulatePlacements({ ...ONE, makesSecond: false, faults: NO_FAULTS });
      const pairs: (readonly [number, Fault][])[] = [];
      for (let first = 0; first < calls; first += 1) {
        for (let second = first + 1; second < calls; second += 3) {
          pairs.push([
            [first, 'crash-after'],
            [second, 'crash-after'],
          ]);
        }
      }

      const runs = pairs.map((crashes) => ({ faults: faultsAt(new Map(crashes)) }));

      expect(await statesOf(false, runs)).toEqual(['live']);
    },
    TIMEOUT_MS,
  );

  it(
    'is live with exactly one lot, or unknown to a person, where asking twice makes two',
    async () => {
      expect(await statesOf(true, await everyCall(true, SINGLE))).toEqual(['live', 'unknown']);
    },
    TIMEOUT_MS,
  );

  it.each([
    [false, ['live']],
    [true, ['live', 'unknown']],
  ])('survives whatever befalls any one request on its way (makes a second lot: %s)', async (makesSecond, states) => {
    const runs = [1, 2, 3, 4, 5].flatMap((number) => LINE.map((fault) => ({ requestFault: atRequest(number, fault) })));

    expect(await statesOf(makesSecond, runs)).toEqual(states);
  });
});
