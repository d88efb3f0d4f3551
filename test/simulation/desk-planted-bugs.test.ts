import { describe, expect, it } from 'vitest';
import { PLANTED_DESK_BUGS } from './desk-planted-bugs.ts';
import { simulateDesk } from './desk-simulate.ts';

const SEEDS = 400;
const TIMEOUT_MS = 120_000;

describe('the simulation of the desk', () => {
  it.each(Object.entries(PLANTED_DESK_BUGS))(
    'catches %s',
    async (_, plant) => {
      let seed = 1;
      while (seed <= SEEDS && (await simulateDesk({ seed, plant })).complaints.length === 0) seed += 1;

      expect(seed).toBeLessThanOrEqual(SEEDS);
    },
    TIMEOUT_MS,
  );
});
