import { describe, expect, it } from 'vitest';
import { type DeskReport, simulateDesk } from './desk-simulate.ts';
import { failureText } from './simulate.ts';

/** `SIM_DESK_RUNS=100000` for a long run, `SIM_SEED=7` for that one seed. */
const RUNS = Number(process.env['SIM_DESK_RUNS'] ?? 400);
const SEED = process.env['SIM_SEED'];
const SEEDS = SEED === undefined ? Array.from({ length: RUNS }, (_, index) => index + 1) : [Number(SEED)];
const TIMEOUT_MS = 60_000 + RUNS * 100;

describe('logs and locks', () => {
  it(
    `hold over ${SEEDS.length} runs of concurrent commands with crashes, lost answers, duplicates and delays`,
    async ({ annotate }) => {
      const reports: DeskReport[] = [];
      for (const seed of SEEDS) {
        const report = await simulateDesk({ seed });
        expect(report.complaints, failureText(report)).toEqual([]);
        reports.push(report);
      }
      const sum = (of: (report: DeskReport) => number) => reports.reduce((all, report) => all + of(report), 0);
      const counts = [sum(({ deliveries }) => deliveries), sum(({ calls }) => calls), sum(({ days }) => days)];
      await annotate(`${counts[0]} requests, ${counts[1]} port calls, ${counts[2]} days`);
    },
    TIMEOUT_MS,
  );
});

describe('a simulation of the desk', () => {
  it('runs the same way again from the same seed', async () => {
    const once = await simulateDesk({ seed: 5 });

    expect(await simulateDesk({ seed: 5 })).toEqual(once);
    expect((await simulateDesk({ seed: 6 })).trace).not.toEqual(once.trace);
  });

  it('lets everything happen that can happen', async () => {
    const befallen = new Set<string>();
    for (let seed = 1; seed <= 350; seed++) {
      for (const call of (await simulateDesk({ seed })).trace) befallen.add(call.replace(/-\d+/g, ''));
    }

    for (const fault of ['crash-before', 'crash-after', 'fail-before', 'fail-after', 'repeat']) {
      for (const worker of ['desk', 'sweeper', 'sealer']) {
        expect([...befallen]).toContain(`${worker} records.put ${fault}`);
      }
    }
  });
});
