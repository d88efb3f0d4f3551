import { endOfDay, startOfDay } from '../calendar/beijing-day.ts';
import type { Period } from '../comparison/period.ts';
import { placedAt, standingOf } from '../comparison/population.ts';
import type { RoundFacts } from '../comparison/round-facts.ts';
import { HOME_DISTRICT } from '../divisions.ts';

/**
 * Which of our lots a platform's statistics are of, with its Chinese words: `platform` all of that platform; `official` those
 * of its lots that enter official figures; `district` those that lie in the district; `seller` those of the seller or court
 * it names.
 */
export const BASIS_TEXT = {
  platform: '我们收录的该平台全部标的',
  official: '该平台上计入口径的标的',
  district: '该平台上资产在本区的标的',
  seller: '该平台上同名处置单位的标的',
} as const satisfies Readonly<Record<string, string>>;
export type TotalsBasis = keyof typeof BASIS_TEXT;

/** Our lots that a statement may be held against, or `basis: null`: none of ours is known to be what it speaks of. */
export interface OurLots {
  readonly basis: TotalsBasis | null;
  readonly lots: readonly RoundFacts[];
}

/** The lots of a platform whose bidding ended in the period, as the comparison places them, by lot id. */
export function lotsOfPeriod<T extends RoundFacts>(facts: Iterable<T>, platform: string, period: Period): readonly T[] {
  const [from, end] = [startOfDay(period.from), endOfDay(period.to)];
  const within = [...facts].filter((lot) => {
    const at = lot.platform === platform ? placedAt(lot) : null;
    return at !== null && at >= from && at < end;
  });
  return within.sort((a, b) => (a.lotId < b.lotId ? -1 : 1));
}

/**
 * The lots that a statement of a scope speaks of. A scope is in the source's words: the district's name, or exactly the name
 * of a seller of ours; anything else is not guessed at.
 *
 * @param lots of the platform and period
 * @param scope `null`: the source does not say, and all its lots are meant
 */
export function lotsInScope(lots: readonly RoundFacts[], scope: string | null): OurLots {
  if (scope === null) return { basis: 'platform', lots };
  if (HOME_DISTRICT.name === scope) {
    return { basis: 'district', lots: lots.filter(({ jurisdiction }) => jurisdiction === HOME_DISTRICT.code) };
  }
  const own = lots.filter(({ seller }) => seller === scope);
  return own.length === 0 ? { basis: null, lots: [] } : { basis: 'seller', lots: own };
}

/** The lots of a basis a person chose. */
export function lotsOnBasis(lots: readonly RoundFacts[], basis: 'platform' | 'official'): OurLots {
  return { basis, lots: basis === 'platform' ? lots : lots.filter((lot) => standingOf(lot) === 'official') };
}
