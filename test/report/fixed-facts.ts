import type { RoundFacts } from '#shared/domain/comparison/round-facts.ts';
import { fen } from '#shared/domain/money.ts';
import { addMs, type LocalDate } from '#shared/domain/time.ts';
import { compare } from '#shared/services/comparison/compare.ts';
import type { Comparison } from '#shared/services/comparison/model.ts';
import type { ComparisonRequest } from '#shared/services/comparison/request.ts';
import { aRound, aSoldRound, beijing } from '#test/support/round-facts.ts';

const DAY_MS = 86_400_000;
const END = beijing('2023-06-15 10:00');
export const AS_OF = beijing('2023-11-01 09:00');

export const FACTS_HASH = 'a1b2'.repeat(16);

const REQUEST: ComparisonRequest = {
  period: { from: '2023-01-01' as LocalDate, to: '2023-10-31' as LocalDate },
  preset: null,
  filters: {},
  demo: false,
  factsHash: null,
};

/** Every lot ends on another day and goes on to be confirmed, paid out and refunded in time or late. */
function milestones(index: number): Partial<RoundFacts> {
  const endsAt = addMs(END, (index % 60) * DAY_MS);
  return {
    endsAt,
    outcomeSeenAt: addMs(endsAt, 3_600_000),
    resultKnownAt: addMs(endsAt, 1_800_000),
    depositFen: fen(10_000_00),
    depositsRefundedAt: index % 3 === 0 ? null : addMs(endsAt, (1 + (index % 9)) * DAY_MS),
    asOf: AS_OF,
  };
}

/** Sixty lots on two platforms: two in three sold, every fourth of them a state asset, all in two townships. */
export const FACTS: readonly RoundFacts[] = Array.from({ length: 60 }, (_, index): RoundFacts => {
  const platform = index % 2 === 0 ? 'east' : 'west';
  const common: Partial<RoundFacts> = {
    lotId: `${platform}.${String(index + 1).padStart(3, '0')}`,
    platform,
    tradeCategory: index % 4 === 1 ? 'state' : 'collective',
    assetClass: 'shop',
    tradeKind: 'transfer',
    township: index % 5 === 0 ? '330502101' : '330502100',
    round: 1 + (index % 2),
    startPriceFen: fen(1_000_000_00),
    priceBasis: 'total',
    ...milestones(index),
  };
  if (index % 3 === 0) return aRound({ ...common, status: 'passed-in' });
  return aSoldRound({ ...common, hammerPriceFen: fen((1_050_000 + index * 1_000) * 100) });
});

/** The comparison of the sixty lots. */
export function fixedComparison(request: Partial<ComparisonRequest> = {}, facts = FACTS): Comparison {
  return compare({
    facts,
    request: { ...REQUEST, ...request },
    asOf: AS_OF,
    factsHash: FACTS_HASH,
    schedules: [],
    names: { east: '东方平台', west: '西部平台' },
  });
}
