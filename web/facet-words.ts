import { HOME_DISTRICT } from '#shared/domain/divisions.ts';
import { STATUS_TEXT } from '#shared/domain/lot-status.ts';
import type { PriceBasis } from '#shared/domain/price.ts';
import { TRADE_KIND_TEXT } from '#shared/domain/trade-words.ts';
import {
  type CatalogueSort,
  type Facet,
  type FacetCount,
  UNKNOWN_VALUE,
} from '#shared/services/catalogue/catalogue-query.ts';
import { AREA_BANDS, PRICE_BANDS } from '#shared/services/catalogue/facet-values.ts';
import { type Platforms, platformName } from './platforms.ts';
import { ASSET_CLASS_TEXT, CATEGORY_TEXT } from './words.ts';

/** Facets in the words people use. */
export const FACET_TEXT: Readonly<Record<Facet, string>> = {
  status: '状态',
  platform: '平台',
  category: '交易类别',
  jurisdiction: '辖区',
  township: '乡镇街道',
  class: '资产类别',
  kind: '流转方式',
  price: '价格',
  area: '面积',
};

/** Orders in the words people use. */
export const SORT_TEXT: Readonly<Record<CatalogueSort, string>> = {
  ending: '即将结束',
  newest: '最新公告',
  'price-asc': '同一计价方式内价格从低到高',
  'price-desc': '同一计价方式内价格从高到低',
};

const WAN_UNITS: Readonly<Record<Exclude<PriceBasis, 'percent'>, string>> = {
  total: '万元',
  per_year: '万元/年',
  per_month: '万元/月',
  per_mu_year: '万元/亩/年',
  per_unit: '万元/单位',
};
const FEN_PER_WAN = 1_000_000;
const AREA_UNITS = { mu: '亩', m2: '平方米' } as const;

/** "5–20 万元": from the one up to, not including, the other. */
function rangeText(from: number, below: number | null, unit: string): string {
  if (below === null) return `${from} ${unit}以上`;
  return from === 0 ? `不到 ${below} ${unit}` : `${from}–${below} ${unit}`;
}

const BAND_TEXT: ReadonlyMap<string, string> = new Map([
  ...PRICE_BANDS.map(({ id, basis, from, below }) => {
    if (basis === 'percent') return [id, '按营业额百分比'] as const;
    const limit = below === null ? null : below / FEN_PER_WAN;
    return [id, rangeText(from / FEN_PER_WAN, limit, WAN_UNITS[basis])] as const;
  }),
  ...AREA_BANDS.map(({ id, unit, from, below }) => {
    const limit = below === null ? null : below / 1000;
    return [id, rangeText(from / 1000, limit, AREA_UNITS[unit])] as const;
  }),
]);

const DIVISION_TEXT: ReadonlyMap<string, string> = new Map(
  [HOME_DISTRICT, ...HOME_DISTRICT.townships].map(({ code, name }) => [code, name]),
);

/** Facet values that are words of the domain. */
const WORDS: Readonly<Partial<Record<Facet, Readonly<Record<string, string>>>>> = {
  status: STATUS_TEXT,
  category: CATEGORY_TEXT,
  class: ASSET_CLASS_TEXT,
  kind: TRADE_KIND_TEXT,
};

function wordText(facet: Facet, value: string): string | undefined {
  const words = WORDS[facet] ?? {};
  return Object.hasOwn(words, value) ? words[value] : undefined;
}

/** A value of a facet in Chinese; the value itself where we have no word for it, as for a division elsewhere. */
export function facetValueText(facet: Facet, value: string, platforms: Platforms): string {
  if (facet === 'platform') return platformName(platforms, value);
  const text = wordText(facet, value) ?? BAND_TEXT.get(value) ?? DIVISION_TEXT.get(value);
  return text ?? (value === UNKNOWN_VALUE ? '未注明' : value);
}

const BAND_ORDER = [...BAND_TEXT.keys()];

/**
 * Values as people look for them: what is chosen first, so that it is in sight, then bands from the lowest, other
 * values as counted, what is unknown last.
 */
export function inReadingOrder(
  facet: Facet,
  counts: readonly FacetCount[],
  chosen: readonly string[],
): readonly FacetCount[] {
  const isBand = facet === 'price' || facet === 'area';
  const place = ({ value }: FacetCount) => {
    if (chosen.includes(value)) return -1;
    if (value === UNKNOWN_VALUE) return BAND_ORDER.length;
    return isBand ? BAND_ORDER.indexOf(value) : 0;
  };
  return counts.toSorted((a, b) => place(a) - place(b));
}
