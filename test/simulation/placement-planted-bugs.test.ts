import { describe, expect, it } from 'vitest';
import { PLANTED_PLACEMENT_BUGS } from './placement-planted-bugs.ts';
import { simulatePlacements } from './placement-simulate.ts';

const SEEDS = 200;
/** A bug may keep a run from ever coming to rest. */
const MAX_CALLS = 2_000;
const TIMEOUT_MS = 120_000;

describe('the simulation of placements', () => {
  it.each(Object.entries(PLANTED_PLACEMENT_BUGS))(
    'catches %s',
    async (_, { makesSecond, shows, ...plant }) => {
      let seed = 1;
      const isSeen = async () => {
        const { complaints } = await simulatePlacements({ seed, makesSecond, plant, maxCalls: MAX_CALLS });
        return complaints.some((complaint) => complaint.startsWith(shows));
      };
      while (seed <= SEEDS && !(await isSeen())) seed += 1;

      expect(seed).toBeLessThanOrEqual(SEEDS);
    },
    TIMEOUT_MS,
  );
});
