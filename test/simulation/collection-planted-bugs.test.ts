import { describe, expect, it } from 'vitest';
import { PLANTED_COLLECTION_BUGS } from './collection-planted-bugs.ts';
import { simulateCollection } from './collection-simulate.ts';

const SEEDS = 200;
/** A bug may keep a run from ever coming to rest. */
const MAX_CALLS = 3_000;
const TIMEOUT_MS = 120_000;

describe('the simulation of collecting', () => {
  it.each(Object.entries(PLANTED_COLLECTION_BUGS))(
    'catches %s',
    async (_, { shows, ...plant }) => {
      let seed = 1;
      const isSeen = async () => {
        const { complaints } = await simulateCollection({ seed, plant, maxCalls: MAX_CALLS });
        return complaints.some((complaint) => complaint.startsWith(shows));
      };
      while (seed <= SEEDS && !(await isSeen())) seed += 1;

      expect(seed).toBeLessThanOrEqual(SEEDS);
    },
    TIMEOUT_MS,
  );
});
