import { describe, expect, it } from 'vitest';
import { type PlacementReport, simulatePlacements } from './placement-simulate.ts';
import { failureText } from './simulate.ts';

/** `SIM_PLACEMENT_RUNS=100000` for a long run, `SIM_SEED=7` for that one seed. */
const RUNS = Number(process.env['SIM_PLACEMENT_RUNS'] ?? 300);
const SEED = process.env['SIM_SEED'];
const SEEDS = SEED === undefined ? Array.from({ length: RUNS }, (_, index) => index + 1) : [Number(SEED)];
const TIMEOUT_MS = 60_000 + RUNS * 200;

const done = new Map<number, Promise<PlacementReport>>();

/** What the run of a seed came to; run once. */
function reportOf(seed: number): Promise<PlacementReport> {
  const report = done.get(seed) ?? simulatePlacements({ seed });
  done.set(seed, report);
  return report;
}

describe('publishing', () => {
  it(
    `makes one lot of each placement, or names a person, over ${SEEDS.length} runs with every fault`,
    async ({ annotate }) => {
      const reports: PlacementReport[] = [];
      for (const seed of SEEDS) {
        const report = await reportOf(seed);
        expect(report.complaints, failureText(report)).toEqual([]);
        reports.push(report);
      }
      const states = reports.flatMap((report) => Object.entries(report.states));
      const of = (name: string) => states.reduce((sum, [state, count]) => sum + (state === name ? count : 0), 0);
      const calls = reports.reduce((sum, report) => sum + report.calls, 0);
      const counts = ['live', 'withdrawn', 'unknown', 'blocked'].map((name) => `${of(name)} ${name}`);
      await annotate(`seeds ${SEEDS[0]} to ${SEEDS.at(-1)}, ${calls} calls: ${counts.join(', ')}`);
    },
    TIMEOUT_MS,
  );
});

describe('a simulation of placements', () => {
  it('runs the same way again from the same seed', async () => {
    const once = await simulatePlacements({ seed: 5 });

    expect(await simulatePlacements({ seed: 5 })).toEqual(once);
    expect((await simulatePlacements({ seed: 6 })).trace).not.toEqual(once.trace);
  });

  it('lets everything happen that can happen', async () => {
    const befallen = new Set<string>();
    for (let seed = 1; seed <= 300; seed++) {
      const { befell, states, trace, killedAt } = await reportOf(seed);
      for (const call of trace) befallen.add(call.replace(/-\d+/g, ''));
      for (const call of killedAt) befallen.add(`killed at ${call}`);
      for (const happened of [...befell, ...Object.keys(states)]) befallen.add(happened);
    }

    for (const fault of ['crash-before', 'crash-after', 'fail-before', 'fail-after', 'repeat']) {
      expect([...befallen]).toContain(`placer records.put ${fault}`);
    }
    for (const fault of ['crash-before', 'crash-after', 'fail-after']) {
      expect([...befallen]).toContain(`placer platform.POST/listings ${fault}`);
    }
    expect([...befallen]).toContain('killed at platform.POST/listings');
    const line = ['never-arrives', 'lost-answer', 'arrives-late', 'captcha', 'changed-field', 'key-refused'];
    expect([...befallen]).toEqual(expect.arrayContaining([...line, 'server-error', 'rate-limited']));
    expect([...befallen]).toEqual(expect.arrayContaining(['live', 'withdrawn', 'unknown']));
  });
});
