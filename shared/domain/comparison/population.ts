import { endOfDay, startOfDay } from '../calendar/beijing-day.ts';
import { HOME_DISTRICT } from '../divisions.ts';
import type { Instant } from '../time.ts';
import type { AssetClass, TradeCategory, TradeKind } from '../trade.ts';
import type { Period } from './period.ts';
import type { RoundFacts } from './round-facts.ts';

/** Whether a lot enters official figures, is market reference (市场参考), or does not say enough to tell. */
export type Standing = 'official' | 'reference' | 'unclear';

/** What the reader narrows the figures to; `null` asks for the lots that do not say, absent asks for all. */
export interface Filters {
  readonly platform?: string;
  readonly township?: string | null;
  readonly assetClass?: AssetClass | null;
  /** Ownership (权属). */
  readonly tradeCategory?: TradeCategory | null;
  readonly tradeKind?: TradeKind | null;
}

/** What figures are made of. */
export interface Selection {
  readonly period: Period;
  readonly standing: 'official' | 'reference';
  readonly filters: Filters;
}

/** Lots that figures count, by lot id, and beside them those that might belong but do not say enough. */
export interface Population {
  readonly lots: readonly RoundFacts[];
  /** In the period, but category or jurisdiction are not known. */
  readonly unclear: readonly RoundFacts[];
  /** Of the standing asked for, but without any time that places them in a period. */
  readonly undated: readonly RoundFacts[];
}

/** A lot enters official figures when it is collective or state property of this district. */
export function standingOf({ tradeCategory, jurisdiction }: RoundFacts, district = HOME_DISTRICT.code): Standing {
  const isRegistered = tradeCategory === 'collective' || tradeCategory === 'state';
  if (tradeCategory !== null && !isRegistered) return 'reference';
  if (jurisdiction !== null && jurisdiction !== district) return 'reference';
  return tradeCategory === null || jurisdiction === null ? 'unclear' : 'official';
}

/**
 * The instant that places a lot in a period: the end of its bidding, else its result, else its start; `null` when
 * nothing is known. A withdrawn lot counts where its bidding was to end.
 */
export function placedAt(facts: RoundFacts): Instant | null {
  return facts.endsAt ?? facts.resultKnownAt ?? facts.outcomeSeenAt ?? facts.startsAt;
}

function matches(facts: RoundFacts, filters: Filters): boolean {
  return (
    (filters.platform === undefined || facts.platform === filters.platform) &&
    (filters.township === undefined || facts.township === filters.township) &&
    (filters.assetClass === undefined || facts.assetClass === filters.assetClass) &&
    (filters.tradeCategory === undefined || facts.tradeCategory === filters.tradeCategory) &&
    (filters.tradeKind === undefined || facts.tradeKind === filters.tradeKind)
  );
}

/** Lots by id: what is folded in this order does not depend on the order it came in. */
export function byLotId(facts: Iterable<RoundFacts>): readonly RoundFacts[] {
  return [...facts].sort((a, b) => (a.lotId < b.lotId ? -1 : 1));
}

/** Takes the lots that figures count out of facts. */
export function populationOf(facts: Iterable<RoundFacts>, { period, standing, filters }: Selection): Population {
  const [from, end] = [startOfDay(period.from), endOfDay(period.to)];
  const lots: RoundFacts[] = [];
  const unclear: RoundFacts[] = [];
  const undated: RoundFacts[] = [];
  for (const lot of facts) {
    if (!matches(lot, filters)) continue;
    const of = standingOf(lot);
    const at = placedAt(lot);
    const isWithin = at !== null && at >= from && at < end;
    if (of === standing && isWithin) lots.push(lot);
    else if (of === standing && at === null) undated.push(lot);
    else if (of === 'unclear' && (isWithin || at === null)) unclear.push(lot);
  }
  return { lots: byLotId(lots), unclear: byLotId(unclear), undated: byLotId(undated) };
}
