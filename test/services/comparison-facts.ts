import type { RoundFacts } from '#shared/domain/comparison/round-facts.ts';
import type { LotStatus } from '#shared/domain/lot-status.ts';
import { fen } from '#shared/domain/money.ts';
import { addMs } from '#shared/domain/time.ts';
import type { ComparisonInput } from '#shared/services/comparison/compare.ts';
import { seededRandom } from '#test/support/fixed-ambient.ts';
import { aRound, beijing } from '#test/support/round-facts.ts';

const DAY_MS = 86_400_000;
const PLATFORMS = ['east', 'west', 'north'] as const;
const STATUSES: readonly LotStatus[] = ['sold', 'sold', 'sold', 'passed-in', 'withdrawn', 'defaulted', 'ended'];
const CLASSES = ['shop', 'factory', 'fish_pond', null] as const;
const KINDS = ['lease', 'transfer', null] as const;
const CATEGORIES = ['collective', 'state', 'judicial', null] as const;
const TOWNSHIPS = ['330502100', '330502101', '330502104', '330502200', null] as const;

/** So many facts of three platforms over two years, drawn from a seed: some of everything that can be unknown. */
export function manyFacts(count: number, seed: number): readonly RoundFacts[] {
  const random = seededRandom(seed);
  const { pick: draw } = random;
  const some = <T>(value: T) => (random.below(10) === 0 ? null : value);
  return Array.from({ length: count }, (_, index): RoundFacts => {
    const platform = draw(PLATFORMS);
    const status = draw(STATUSES);
    const endsAt = addMs(beijing('2022-01-10 10:00'), random.below(700) * DAY_MS);
    const after = (days: number) => addMs(endsAt, random.below(days) * DAY_MS);
    const isSold = status === 'sold' || status === 'defaulted';
    const startPriceFen = fen(1_000_00 + random.below(5_000_000));
    return aRound({
      lotId: `${platform}.${String(index).padStart(6, '0')}`,
      platform,
      status,
      endsAt: some(endsAt),
      tradeCategory: draw(CATEGORIES),
      assetClass: draw(CLASSES),
      tradeKind: draw(KINDS),
      township: draw(TOWNSHIPS),
      venue: 'online',
      round: some(1 + random.below(2)),
      priceBasis: draw(['total', 'per_year', null] as const),
      termMonths: some(36),
      startPriceFen: some(startPriceFen),
      hammerPriceFen: isSold ? some(fen(startPriceFen + random.below(1_000_000))) : null,
      depositFen: some(fen(500_00)),
      bidCount: some(random.below(20)),
      propertyKey: some(`asset-${index % 300}`),
      materialsCompleteAt: addMs(endsAt, -20 * DAY_MS),
      liveAt: addMs(endsAt, (random.below(8) - 19) * DAY_MS),
      resultKnownAt: platform === 'north' ? null : after(3),
      outcomeSeenAt: status === 'ended' ? null : addMs(endsAt, random.below(48) * 3_600_000),
      confirmedAt: isSold ? some(after(6)) : null,
      depositsRefundedAt: some(after(9)),
      contractSignedAt: isSold ? some(after(20)) : null,
      asOf: addMs(endsAt, 30 * DAY_MS),
    });
  });
}

/** What a comparison of 2023 to the end of October is made from. */
export function inputOf(facts: readonly RoundFacts[], more: Partial<ComparisonInput> = {}): ComparisonInput {
  return {
    facts,
    request: {
      period: { from: '2023-01-01', to: '2023-10-31' } as ComparisonInput['request']['period'],
      preset: null,
      filters: {},
      demo: false,
      factsHash: null,
    },
    asOf: beijing('2023-11-30 00:00'),
    factsHash: 'f'.repeat(64),
    schedules: [],
    names: { east: '东台', west: '西台', north: '北台' },
    ...more,
  };
}
