import { afterEach, describe, expect, it, vi } from 'vitest';
import type * as BidLog from '#shared/domain/bid-log.ts';
import type * as ApplyObservation from '#shared/services/apply-observation.ts';
import type * as Chunks from '#shared/services/records/bid-chunks.ts';
import { minute } from '#test/support/builders.ts';
import { PLANTED_BUGS } from './planted-bugs.ts';
import { PLANTED_REPLAY_BUGS } from './planted-replay-bugs.ts';
import { simulate } from './simulate.ts';

const SEEDS = 300;
const TIMEOUT_MS = 120_000;

/** The first seed whose run breaks a rule. */
async function firstCaught(run: (seed: number) => ReturnType<typeof simulate>): Promise<number> {
  for (let seed = 1; seed <= SEEDS; seed++) {
    if ((await run(seed)).complaints.length > 0) return seed;
  }
  return Number.POSITIVE_INFINITY;
}

/** The simulation over services that were replaced by `vi.doMock` before. */
async function mockedSimulate(): Promise<typeof simulate> {
  vi.resetModules();
  return (await import('./simulate.ts')).simulate;
}

describe('the simulation', () => {
  afterEach(() => {
    vi.doUnmock('#shared/domain/bid-log.ts');
    vi.doUnmock('#shared/services/apply-observation.ts');
    vi.doUnmock('#shared/services/records/bid-chunks.ts');
    vi.resetModules();
  });

  it.each(Object.entries(PLANTED_BUGS))(
    'catches %s',
    async (_, plant) => {
      expect(await firstCaught((seed) => simulate({ seed, plant, replays: 'none' }))).toBeLessThanOrEqual(SEEDS);
    },
    TIMEOUT_MS,
  );

  it.each(Object.entries(PLANTED_REPLAY_BUGS))(
    'catches %s',
    async (_, plant) => {
      const run = (seed: number) => simulate({ seed, plant, replays: 'after-repair' });
      expect(await firstCaught(run)).toBeLessThanOrEqual(SEEDS);
    },
    TIMEOUT_MS,
  );

  it(
    'catches a bid merge that sums counts',
    async () => {
      vi.doMock('#shared/domain/bid-log.ts', async (original) => {
        const real = await original<typeof BidLog>();
        const newEntries: typeof real.newEntries = (log, shown) =>
          shown.map((entry) => ({ ...entry, count: entry.count + (log.get(real.bidIdentity(entry))?.count ?? 0) }));
        return { ...real, newEntries };
      });
      const summing = await mockedSimulate();

      expect(await firstCaught((seed) => summing({ seed }))).toBeLessThanOrEqual(SEEDS);
    },
    TIMEOUT_MS,
  );

  it(
    'catches a bid merge that forgets the tail it rewrites',
    async () => {
      vi.doMock('#shared/services/records/bid-chunks.ts', async (original) => {
        const real = await original<typeof Chunks>();
        const planChunks: typeof real.planChunks = (hash, record, stored, added) =>
          real.planChunks(hash, record, { ...stored, tail: stored.tail.slice(1) }, added);
        return { ...real, planChunks };
      });
      const forgetting = await mockedSimulate();

      expect(await firstCaught((seed) => forgetting({ seed }))).toBeLessThanOrEqual(SEEDS);
    },
    TIMEOUT_MS,
  );

  it(
    'catches a late document after which no later one is merged again',
    async () => {
      vi.doMock('#shared/services/apply-observation.ts', async (original) => {
        const real = await original<typeof ApplyObservation>();
        const applySighting: typeof real.applySighting = async (...call) => ({
          ...(await real.applySighting(...call)),
          restsOnIt: false,
        });
        return { ...real, applySighting };
      });
      const skipping = await mockedSimulate();

      expect(await firstCaught((seed) => skipping({ seed }))).toBeLessThanOrEqual(SEEDS);
    },
    TIMEOUT_MS,
  );

  it(
    'catches facts that stand in the order of arrival',
    async () => {
      vi.doMock('#shared/services/apply-observation.ts', async (original) => {
        const real = await original<typeof ApplyObservation>();
        let arrivals = 0;
        const applySighting: typeof real.applySighting = (ports, cause, sighting) => {
          arrivals += 1;
          return real.applySighting(ports, { ...cause, stamp: { ...cause.stamp, at: minute(arrivals) } }, sighting);
        };
        return { ...real, applySighting };
      });
      const arriving = await mockedSimulate();

      expect(await firstCaught((seed) => arriving({ seed }))).toBeLessThanOrEqual(SEEDS);
    },
    TIMEOUT_MS,
  );
});
