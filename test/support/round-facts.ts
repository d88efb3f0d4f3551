import type { RoundFacts } from '#shared/domain/comparison/round-facts.ts';
import { FACT_COLUMNS } from '#shared/domain/comparison/round-facts.ts';
import { NOTHING_KNOWN } from '#shared/domain/lot-card.ts';
import { fen } from '#shared/domain/money.ts';
import { type Instant, parseBeijing } from '#shared/domain/time.ts';

const NOTHING = Object.fromEntries(FACT_COLUMNS.map((name) => [name, NOTHING_KNOWN[name]])) as unknown as RoundFacts;

/** The instant of a written Beijing time. */
export function beijing(text: string): Instant {
  const instant = parseBeijing(text);
  if (instant === undefined) throw new RangeError(`not a Beijing time: ${text}`);
  return instant;
}

/** Facts of a collective lot of the district in its bidding, of which nothing else is said. */
export function aRound(of: Partial<RoundFacts> = {}): RoundFacts {
  return {
    ...NOTHING,
    lotId: 'virtual.1',
    platform: 'virtual',
    status: 'bidding',
    tradeCategory: 'collective',
    jurisdiction: '330502',
    saleMode: 'ascending',
    endsAt: beijing('2023-06-15 10:00'),
    ...of,
  };
}

/** As `aRound`, sold at 110 yuan over a start of 100. */
export function aSoldRound(of: Partial<RoundFacts> = {}): RoundFacts {
  return aRound({
    status: 'sold',
    priceBasis: 'total',
    startPriceFen: fen(100_00),
    hammerPriceFen: fen(110_00),
    outcomeSeenAt: beijing('2023-06-15 10:05'),
    ...of,
  });
}

/** So many rounds, numbered, each made by the function. */
export function rounds(count: number, make: (index: number) => RoundFacts): readonly RoundFacts[] {
  return Array.from({ length: count }, (_, index) => ({ ...make(index), lotId: `virtual.${index + 1}` }));
}
