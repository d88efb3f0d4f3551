import { describe, expect, it } from 'vitest';
import { simulateListings } from './desk-real-simulate.ts';
import { failureText } from './simulate.ts';

/** `SIM_LISTING_RUNS=10000` for a long run, `SIM_SEED=7` for that one seed. */
const RUNS = Number(process.env['SIM_LISTING_RUNS'] ?? 40);
const SEED = process.env['SIM_SEED'];
const SEEDS = SEED === undefined ? Array.from({ length: RUNS }, (_, index) => index + 1) : [Number(SEED)];
const TIMEOUT_MS = 120_000 + RUNS * 1_000;

describe('listings', () => {
  it(
    `are never on sale twice, nor locked for ever, over ${SEEDS.length} runs with crashes, duplicates and delays`,
    async ({ annotate }) => {
      const states = new Map<string, number>();
      let refused = 0;
      for (const seed of SEEDS) {
        const report = await simulateListings(seed);
        expect(report.complaints, failureText(report)).toEqual([]);
        for (const state of report.states) states.set(state, (states.get(state) ?? 0) + 1);
        refused += report.refused;
      }
      await annotate(`${refused} refused for the lock; ended as ${JSON.stringify([...states])}`);
      if (SEED === undefined) {
        expect([...states.keys()]).toEqual(expect.arrayContaining(['sold', 'withdrawn', 'failed']));
        expect(refused).toBeGreaterThan(0);
      }
    },
    TIMEOUT_MS,
  );
});
