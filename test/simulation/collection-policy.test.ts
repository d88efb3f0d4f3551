import { describe, expect, it } from 'vitest';
import { clairvoyant, everyTenMinutes, uniform } from './collection-baselines.ts';
import { collectMarket, type Market, type MarketReport } from './collection-market.ts';

/** One day of 40 lots a week, and one of 1,000. */
const FEW = { seed: 1, lots: 6, days: 1, requestsPerMinute: 6, way: 'lots' } as const satisfies Market;
const MANY = { seed: 1, lots: 143, days: 1, requestsPerMinute: 6, way: 'lists' } as const satisfies Market;
const TIMEOUT_MS = 60_000;

function meanSeconds({ resultLagsMs }: MarketReport): number {
  return resultLagsMs.reduce((sum, lag) => sum + lag, 0) / resultLagsMs.length / 1000;
}

describe('the policy of collecting, over one day', () => {
  it(
    'learns every result within 15 s on average and 45 s at most, by at most 100 requests a lot',
    async () => {
      const ours = await collectMarket(FEW);

      expect(ours.resultLagsMs).toHaveLength(FEW.lots);
      expect(meanSeconds(ours)).toBeLessThanOrEqual(15);
      expect(Math.max(...ours.resultLagsMs)).toBeLessThanOrEqual(45_000);
      expect(ours.requests / FEW.lots).toBeLessThanOrEqual(100);
      expect((ours.usage?.writeUnits ?? 0) / ours.requests).toBeLessThanOrEqual(2);
    },
    TIMEOUT_MS,
  );

  it(
    'comes closer to what only the platform could know than asking for all in turn or every ten minutes',
    async () => {
      const ours = await collectMarket(MANY);
      const [best, turns, slow] = [clairvoyant(MANY), uniform(MANY), everyTenMinutes(MANY)].map(meanSeconds);

      expect(ours.resultLagsMs).toHaveLength(MANY.lots);
      expect(meanSeconds(ours)).toBeLessThan(2 * (best ?? 0));
      expect(turns).toBeGreaterThan(2 * meanSeconds(ours));
      expect(slow).toBeGreaterThan(20 * meanSeconds(ours));
    },
    TIMEOUT_MS,
  );
});
