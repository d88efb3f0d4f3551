import { LOT_STATUSES } from '#shared/domain/lot-status.ts';
import { ASSET_CLASSES, TRADE_CATEGORIES, TRADE_KINDS } from '#shared/domain/trade.ts';
import {
  CATALOGUE_SORTS,
  type CatalogueQuery,
  FACETS,
  type Facet,
  UNKNOWN_VALUE,
  WHOLE_CATALOGUE,
} from '#shared/services/catalogue/catalogue-query.ts';
import { AREA_BANDS, PRICE_BANDS } from '#shared/services/catalogue/facet-values.ts';
import type { ParameterRule, ParameterTable, ParameterValues } from './query-parameters.ts';

function bandRule(bands: readonly { readonly id: string }[]) {
  return { kind: 'word', words: [...bands.map(({ id }) => id), UNKNOWN_VALUE], many: true } as const;
}

const FACET_RULES = {
  status: { kind: 'word', words: LOT_STATUSES, many: true },
  platform: { kind: 'pattern', pattern: /^[a-z0-9-]{1,40}$/, form: '平台编号', many: true },
  category: { kind: 'word', words: [...TRADE_CATEGORIES, UNKNOWN_VALUE], many: true },
  jurisdiction: { kind: 'pattern', pattern: /^(?:\d{6}|unknown)$/, form: '六位区划代码或 unknown', many: true },
  township: { kind: 'pattern', pattern: /^(?:\d{9}|unknown)$/, form: '九位区划代码或 unknown', many: true },
  class: { kind: 'word', words: [...ASSET_CLASSES, UNKNOWN_VALUE], many: true },
  kind: { kind: 'word', words: [...TRADE_KINDS, UNKNOWN_VALUE], many: true },
  price: bandRule(PRICE_BANDS),
  area: bandRule(AREA_BANDS),
} as const satisfies Readonly<Record<Facet, ParameterRule>>;

/** The parameters of a catalogue query, the same on pages and API. */
export const CATALOGUE_PARAMETERS = {
  q: { kind: 'text', longest: 100 },
  ...FACET_RULES,
  endsWithin: { kind: 'integer', least: 1, most: 366 },
  sort: { kind: 'word', words: CATALOGUE_SORTS },
} as const satisfies ParameterTable;

/** The query that read parameters state: blanks between words count once, values of a facet stand in order. */
export function toCatalogueQuery(values: ParameterValues<typeof CATALOGUE_PARAMETERS>): CatalogueQuery {
  const asked = FACETS.filter((facet) => values[facet].length > 0);
  return {
    text: (values.q[0] ?? '').replace(/\s+/g, ' '),
    filters: Object.fromEntries(asked.map((facet) => [facet, [...values[facet]].sort()])),
    endsWithinDays: values.endsWithin[0] ?? null,
    sort: values.sort[0] ?? WHOLE_CATALOGUE.sort,
  };
}

/** Writes a query as parameters: equal queries give equal text; what restricts nothing is left out. */
export function toCatalogueParams(query: CatalogueQuery): URLSearchParams {
  const params = new URLSearchParams();
  if (query.text !== '') params.append('q', query.text);
  for (const facet of FACETS) {
    for (const value of [...new Set(query.filters[facet])].sort()) params.append(facet, value);
  }
  if (query.endsWithinDays !== null) params.append('endsWithin', String(query.endsWithinDays));
  if (query.sort !== WHOLE_CATALOGUE.sort) params.append('sort', query.sort);
  return params;
}
