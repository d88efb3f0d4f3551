import { describe, expect, it } from 'vitest';
import { seededRandom } from '#test/support/fixed-ambient.ts';
import { type Fault, faultsAt, NO_FAULTS, randomFaults } from './faults.ts';
import { type PlantedBucket, simulateUploads, type UploadsOptions } from './uploads.ts';

const SINGLE: readonly Fault[] = ['crash-before', 'crash-after', 'fail-before', 'fail-after', 'repeat'];
const WELL = { seed: 1, behaviour: 'well', intakes: 1, faults: NO_FAULTS } as const satisfies UploadsOptions;
const SEEDS = 300;

/** Complaints of a run with one fault at each of its calls. */
async function singleFaults(options: UploadsOptions): Promise<readonly string[]> {
  const { calls } = await simulateUploads(options);
  const found: string[] = [];
  for (let call = 0; call < calls; call++) {
    for (const fault of SINGLE) {
      const faults = faultsAt(new Map([[call, fault]]));
      const { complaints } = await simulateUploads({ ...options, faults });
      found.push(...complaints.map((complaint) => `${call} ${fault}: ${complaint}`));
    }
  }
  return found;
}

describe('uploads', () => {
  it('all become what they are when nothing goes wrong', async () => {
    const report = await simulateUploads(WELL);

    expect(report.complaints, report.trace.join('\n')).toEqual([]);
    expect(report.calls).toBeGreaterThan(30);
  });

  it('survive every single fault at every await point', async () => {
    expect(await singleFaults(WELL)).toEqual([]);
  });

  it('survive every pair of crashes', async () => {
    const { calls } = await simulateUploads(WELL);

    for (let first = 0; first < calls; first++) {
      for (let second = first + 1; second < calls; second++) {
        const faults = faultsAt(
          new Map<number, Fault>([
            [first, 'crash-after'],
            [second, 'crash-after'],
          ]),
        );
        const { complaints, trace } = await simulateUploads({ ...WELL, faults });
        expect(complaints, `${first} ${second}\n${trace.join('\n')}`).toEqual([]);
      }
    }
  });

  it(`survive ${SEEDS} random schedules with lost and repeated notifications`, async () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const faults = randomFaults(seededRandom(seed));
      const report = await simulateUploads({ seed, behaviour: 'badly', intakes: 1 + (seed % 3), faults });
      expect(report.complaints, `seed ${seed}\n${report.trace.join('\n')}`).toEqual([]);
    }
  });

  it('would never come to rest, were the bytes removed before the commit', async () => {
    const removing: PlantedBucket = (files) => ({
      ...files,
      get: async (key) => {
        const object = await files.get(key);
        await files.remove(key);
        return object;
      },
    });

    await expect(singleFaults({ ...WELL, plant: removing })).rejects.toThrow('not at rest');
  });
});
