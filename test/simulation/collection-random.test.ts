import { describe, expect, it } from 'vitest';
import { ANSWER_FAULTS } from './collection-platform.ts';
import { type CollectionReport, simulateCollection } from './collection-simulate.ts';
import { NO_FAULTS } from './faults.ts';
import { failureText } from './simulate.ts';

/** `SIM_COLLECTION_RUNS=10000` for a long run, `SIM_SEED=7` for that one seed. */
const RUNS = Number(process.env['SIM_COLLECTION_RUNS'] ?? 40);
const SEED = process.env['SIM_SEED'];
const SEEDS = SEED === undefined ? Array.from({ length: RUNS }, (_, index) => index + 1) : [Number(SEED)];
const TIMEOUT_MS = 60_000 + RUNS * 1_000;

describe('collecting', () => {
  it(
    `learns everything within the budget and solves every incident, over ${SEEDS.length} runs with every fault`,
    async ({ annotate }) => {
      const reports: CollectionReport[] = [];
      for (const seed of SEEDS) {
        const report = await simulateCollection({ seed });
        expect(report.complaints, failureText(report)).toEqual([]);
        reports.push(report);
      }

      const sum = (of: (report: CollectionReport) => number) => reports.reduce((all, report) => all + of(report), 0);
      const befallen = new Set(reports.flatMap(({ befell }) => befell));
      const counts = `${sum(({ calls }) => calls)} calls, ${sum(({ requests }) => requests)} requests`;
      await annotate(`seeds ${SEEDS[0]} to ${SEEDS.at(-1)}: ${counts}, ${sum(({ doubles }) => doubles)} sent twice`);
      if (SEED === undefined) expect([...befallen].toSorted()).toEqual([...ANSWER_FAULTS].toSorted());
    },
    TIMEOUT_MS,
  );

  it('costs at most two writes a request, and stores what did not change once', async () => {
    const { requests, writeUnits, documents, complaints } = await simulateCollection({ seed: 1, faults: NO_FAULTS });

    expect(complaints).toEqual([]);
    expect(writeUnits).toBeLessThanOrEqual(2 * requests);
    expect(documents).toBeLessThan(requests);
  });

  it('runs the same way again from the same seed', async () => {
    const once = await simulateCollection({ seed: 5 });

    expect(await simulateCollection({ seed: 5 })).toEqual(once);
  });
});
