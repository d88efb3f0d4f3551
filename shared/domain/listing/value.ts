import type { Asset } from '../asset/asset.ts';
import { type DealAmount, dealAmountOf } from '../comparison/amount.ts';
import type { Area } from '../trade.ts';
import type { ListingTerms } from './terms.ts';

/** What of an asset its offered area follows from. */
type OfferedAsset = Pick<Asset, 'area' | 'parts'>;

/**
 * What a listing is worth as a whole (标的总额): its start price, a rent's over the whole term with its escalation. This is what
 * the limits of an approval chain are held against. Never guessed: unknown says what is missing.
 *
 * @param area of all that is offered together; needed for prices per mu only
 */
export function wholeValue(terms: ListingTerms, area: Area | null): DealAmount {
  return dealAmountOf({
    hammerPriceFen: terms.startPriceFen,
    priceBasis: terms.priceBasis,
    termMonths: terms.lease.months,
    escalationPpm: terms.lease.escalationPpm,
    area,
  });
}

/** The area offered: of parts where only parts are, else of the whole; `null` where one is not known. */
export function offeredArea({ items }: Pick<ListingTerms, 'items'>, assets: readonly OfferedAsset[]): Area | null {
  const areas = assets.flatMap((asset, index) => {
    const parts = items[index]?.parts ?? null;
    return parts === null ? [asset.area] : asset.parts.filter(({ id }) => parts.includes(id)).map(({ area }) => area);
  });
  return totalArea(areas);
}

/** Areas added up; `null` where one is unknown or the units differ. */
export function totalArea(areas: readonly (Area | null)[]): Area | null {
  const [first] = areas;
  if (first === undefined || first === null) return null;
  if (areas.some((area) => area?.unit !== first.unit)) return null;
  return { unit: first.unit, thousandths: areas.reduce((sum, area) => sum + (area?.thousandths ?? 0), 0) };
}
