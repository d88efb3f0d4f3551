import type { PriceBasis } from '#shared/domain/price.ts';
import { dayOf2023 } from './days.ts';
import type { PlannedAsset } from './plan.ts';
import { type Draws, drawsOf } from './random.ts';

/** What an asset offers besides its price; absent is what its seller left out. */
export interface Offer {
  /** Where the asset is, within its village or street. */
  readonly spot: string;
  /** Name of the asset, district and township included. */
  readonly title: string;
  readonly location: string;
  /** In tenths of the unit of its kind. */
  readonly area?: number;
  readonly termMonths?: number;
  readonly isTermUnsaid: boolean;
  readonly basis: Extract<PriceBasis, 'total' | 'per_year' | 'per_month' | 'per_mu_year'>;
  /** A year's rent is so many prices on this basis, as far as whole numbers go. */
  readonly pricesPerYear: number;
  /** The table of results leaves the start price blank, and no other document says it. */
  readonly isStartUnsaid: boolean;
  /** The appraisal is so many percent of the first start price. */
  readonly appraisalPercent?: number;
}

const ROADS = ['振兴路', '创业路', '兴园路', '文化路', '南环路'];
const FIELDS = ['东片', '西片', '南片', '北片', '河东', '塘北'];
const BLANK_AREA_PERCENT = 12;
const BLANK_START_PERCENT = 50;
/** Sellers quote in other ways than per year only where the published sum does not count them. */
const OTHER_BASIS_PERCENT = 30;
const BLANK_TERM_PERCENT = 12;
const AFTER = dayOf2023('11-01');

function spotOf(draws: Draws, { kind, owner }: PlannedAsset): string {
  const number = draws.between(1, 299);
  if (kind.tradeKind === 'transfer' && kind.area === undefined) return `示例公务${kind.noun}${number}号`;
  if (owner === 'state') return `示例路${number}号${kind.noun}`;
  return kind.area?.unit === 'mu'
    ? `${draws.pick(FIELDS)}${number}号${kind.noun}`
    : `${draws.pick(ROADS)}${number}号${kind.noun}`;
}

function basisOf(draws: Draws, { kind, platform, rounds }: PlannedAsset, area: number | undefined) {
  if (kind.tradeKind === 'transfer') return { basis: 'total', pricesPerYear: 1 } as const;
  const isFree = platform === 'district' && rounds.every(({ day }) => day >= AFTER);
  if (!isFree || !draws.percent(OTHER_BASIS_PERCENT)) return { basis: 'per_year', pricesPerYear: 1 } as const;
  if (kind.area?.unit !== 'mu') return { basis: 'per_month', pricesPerYear: 12 } as const;
  if (area === undefined) return { basis: 'per_year', pricesPerYear: 1 } as const;
  return { basis: 'per_mu_year', pricesPerYear: Math.max(1, Math.round(area / 10)) } as const;
}

function appraisalOf(draws: Draws, { owner }: PlannedAsset) {
  const isAppraised = draws.percent(owner === 'state' ? 92 : 38);
  return isAppraised ? { appraisalPercent: draws.between(100, 118) } : {};
}

/** Words an asset's offer; the same for all its rounds. */
export function offerOf(asset: PlannedAsset, seed: number): Offer {
  const draws = drawsOf(seed, `offer ${asset.number}`);
  const { kind, seller, rounds, isNoticed } = asset;
  const spot = spotOf(draws, asset);
  const place = asset.owner === 'state' ? '' : seller.place;
  const title = `吴兴区${seller.township.name}${place}${spot}`;
  const area =
    kind.area === undefined || draws.percent(BLANK_AREA_PERCENT)
      ? {}
      : { area: draws.between(kind.area.from, kind.area.to) };
  const isFree = asset.platform === 'district' && rounds.every(({ day }) => day >= AFTER);
  return {
    spot,
    title,
    location: `湖州市${title}`,
    ...area,
    ...(kind.terms.length > 0 && { termMonths: draws.pick(kind.terms) }),
    isTermUnsaid: isFree && draws.percent(BLANK_TERM_PERCENT),
    ...basisOf(draws, asset, area.area),
    isStartUnsaid: !isNoticed && draws.percent(BLANK_START_PERCENT),
    ...appraisalOf(draws, asset),
  };
}
