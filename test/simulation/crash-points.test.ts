import { describe, expect, it } from 'vitest';
import { type Fault, faultsAt, NO_FAULTS } from './faults.ts';
import type { Replays } from './phases.ts';
import { failureText, type SimulationOptions, simulate } from './simulate.ts';
import type { WorldSize } from './virtual-documents.ts';

const SINGLE: readonly Fault[] = ['crash-before', 'crash-after', 'fail-before', 'fail-after', 'repeat'];
const TIMEOUT_MS = 120_000;

async function expectSound(options: SimulationOptions, faults: ReadonlyMap<number, Fault>): Promise<void> {
  const report = await simulate({ ...options, faults: faultsAt(faults) });
  expect(report.complaints, `${[...faults].join(' ')}\n${failureText(report)}`).toEqual([]);
}

/** A small batch that takes about so many calls, each an await point, when nothing goes wrong. */
async function aBatch(
  size: WorldSize,
  calls: { readonly least: number; readonly most: number },
  replays: Replays = 'none',
) {
  for (let seed = 1; ; seed++) {
    const batch = { seed, size, workers: 1, replays };
    const report = await simulate({ ...batch, faults: NO_FAULTS });
    if (report.calls >= calls.least && report.calls <= calls.most) return { batch, calls: report.calls };
  }
}

describe('a batch of documents', () => {
  it(
    'survives every single fault at every await point',
    async () => {
      const { batch, calls } = await aBatch({ lots: 2, pages: 6 }, { least: 150, most: 200 });

      for (let call = 0; call < calls; call++) {
        for (const fault of SINGLE) await expectSound(batch, new Map([[call, fault]]));
      }
    },
    TIMEOUT_MS,
  );

  it(
    'survives every single fault while some of it is replayed',
    async () => {
      const { batch, calls } = await aBatch({ lots: 1, pages: 3 }, { least: 100, most: 130 }, 'after-repair');

      for (let call = 0; call < calls; call++) {
        for (const fault of SINGLE) await expectSound(batch, new Map([[call, fault]]));
      }
    },
    TIMEOUT_MS,
  );

  it(
    'leaves the newest word on deposits after every single fault',
    async () => {
      const { batch, calls } = await aBatch({ lots: 1, pages: 0, ledgers: 3 }, { least: 40, most: 80 });

      for (let call = 0; call < calls; call++) {
        for (const fault of SINGLE) await expectSound(batch, new Map([[call, fault]]));
      }
    },
    TIMEOUT_MS,
  );

  it(
    'survives every pair of crashes',
    async () => {
      const { batch, calls } = await aBatch({ lots: 1, pages: 3 }, { least: 50, most: 65 });

      for (let first = 0; first < calls; first++) {
        for (let second = first + 1; second < calls; second++) {
          await expectSound(
            batch,
            new Map<number, Fault>([
              [first, 'crash-after'],
              [second, 'crash-after'],
            ]),
          );
        }
      }
    },
    TIMEOUT_MS,
  );
});
