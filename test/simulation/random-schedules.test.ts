import { describe, expect, it } from 'vitest';
import { failureText, simulate } from './simulate.ts';

/** `SIM_DELIVERIES=1000000` for a long run, `SIM_SEED=7` for that one seed. */
const DELIVERIES = Number(process.env['SIM_DELIVERIES'] ?? 10_000);
const SEED = process.env['SIM_SEED'];
const FIRST_SEED = SEED === undefined ? 1 : Number(SEED);
const TIMEOUT_MS = 60_000 + DELIVERIES * 5;

describe('the rules of committing', () => {
  it(
    `hold over ${DELIVERIES} deliveries with crashes, lost answers, duplicates and delays`,
    async ({ annotate }) => {
      let deliveries = 0;
      let calls = 0;
      let seed = FIRST_SEED;
      for (; deliveries < (SEED === undefined ? DELIVERIES : 1); seed++) {
        const report = await simulate({ seed });
        expect(report.complaints, failureText(report)).toEqual([]);
        deliveries += report.deliveries;
        calls += report.calls;
      }
      await annotate(`seeds ${FIRST_SEED} to ${seed - 1}: ${deliveries} deliveries, ${calls} port calls`);
    },
    TIMEOUT_MS,
  );
});

describe('a simulation', () => {
  it('runs the same way again from the same seed', async () => {
    const once = await simulate({ seed: 11 });
    const again = await simulate({ seed: 11 });

    expect(again).toEqual(once);
    expect((await simulate({ seed: 12 })).trace).not.toEqual(once.trace);
  });

  it(
    'lets everything happen that can happen',
    async () => {
      const befallen = new Set<string>();
      for (let seed = 1; seed <= 120; seed++) {
        for (const call of (await simulate({ seed })).trace) befallen.add(call.replace(/-\d+/g, ''));
      }

      for (const fault of ['crash-before', 'crash-after', 'fail-before', 'fail-after', 'repeat']) {
        expect([...befallen]).toContain(`normaliser records.put ${fault}`);
        expect([...befallen]).toContain(`feeder records.put ${fault}`);
        expect([...befallen]).toContain(`replayer records.put ${fault}`);
      }
      expect([...befallen]).toContain('recoverer waiting.send');
    },
    TIMEOUT_MS,
  );
});
