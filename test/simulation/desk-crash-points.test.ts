import { describe, expect, it } from 'vitest';
import type { DeskSize } from './desk-script.ts';
import { simulateDesk } from './desk-simulate.ts';
import { type Fault, faultsAt, NO_FAULTS } from './faults.ts';
import { failureText } from './simulate.ts';

const SINGLE: readonly Fault[] = ['crash-before', 'crash-after', 'fail-before', 'fail-after', 'repeat'];
const TIMEOUT_MS = 120_000;

type Run = Parameters<typeof simulateDesk>[0];

async function expectSound(run: Run, faults: ReadonlyMap<number, Fault>): Promise<void> {
  const report = await simulateDesk({ ...run, faults: faultsAt(faults) });
  expect(report.complaints, `${[...faults].join(' ')}\n${failureText(report)}`).toEqual([]);
}

/** A small day at the desk that takes about so many calls when nothing goes wrong, with a sale and a seal in it. */
async function aDay(size: DeskSize, calls: { readonly least: number; readonly most: number }, workers: number) {
  for (let seed = 1; ; seed++) {
    const run = { seed, size, workers };
    const report = await simulateDesk({ ...run, faults: NO_FAULTS });
    const isWhole = report.trace.some((call) => /^sealer-\d records\.put/.test(call));
    if (isWhole && report.calls >= calls.least && report.calls <= calls.most) return { run, calls: report.calls };
  }
}

describe('commands, effects, sweeper and seals', () => {
  it(
    'survive every single fault at every await point',
    async () => {
      const { run, calls } = await aDay({ listings: 3, requests: 10 }, { least: 120, most: 180 }, 2);

      for (let call = 0; call < calls; call++) {
        for (const fault of SINGLE) await expectSound(run, new Map([[call, fault]]));
      }
    },
    TIMEOUT_MS,
  );

  it(
    'survive every pair of crashes',
    async () => {
      const { run, calls } = await aDay({ listings: 2, requests: 4 }, { least: 45, most: 65 }, 2);

      for (let first = 0; first < calls; first++) {
        for (let second = first + 1; second < calls; second++) {
          const crashes: readonly [number, Fault][] = [
            [first, 'crash-after'],
            [second, 'crash-after'],
          ];
          await expectSound(run, new Map(crashes));
        }
      }
    },
    TIMEOUT_MS,
  );
});
