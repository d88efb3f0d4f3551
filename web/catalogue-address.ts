import type { CatalogueQuery } from '#shared/services/catalogue/catalogue-query.ts';
import { CATALOGUE_PARAMETERS, toCatalogueParams, toCatalogueQuery } from './catalogue-params.ts';
import { readParameters } from './query-parameters.ts';

/** What the catalogue page reads from its address, and nobody else. */
const PAGE_PARAMETERS = {
  ...CATALOGUE_PARAMETERS,
  page: { kind: 'integer', least: 1, most: 1_000_000 },
} as const;

/** Messengers add these to addresses that people share; a page so opened must not be refused. */
const ADDED_BY_SHARING = ['from', 'isappinstalled', 'scene'];

/** A catalogue page by its address; pages count from 1. */
interface PageAddress {
  readonly query: CatalogueQuery;
  readonly page: number;
}

/**
 * Reads which page of which query an address asks for.
 * @throws AppError `REQUEST.INVALID` naming every wrong value and every parameter nobody knows
 */
export function readPageAddress(params: URLSearchParams): PageAddress {
  const values = readParameters(params, PAGE_PARAMETERS, ADDED_BY_SHARING);
  return { query: toCatalogueQuery(values), page: values.page[0] ?? 1 };
}

function withParams(path: string, params: URLSearchParams): string {
  return params.size === 0 ? path : `${path}?${params}`;
}

/** Where the lots begin, below a filter that fills a phone's screen. */
export const FOUND_ID = 'found';

/** The address of a page of a query, where its lots begin. */
export function pageAddress(query: CatalogueQuery, page = 1): string {
  const params = toCatalogueParams(query);
  if (page > 1) params.append('page', String(page));
  return `${withParams('/', params)}#${FOUND_ID}`;
}

/** The address of everything a query finds, in a form for programs. */
export function exportAddress(query: CatalogueQuery, form: 'atom' | 'csv' | 'jsonl'): string {
  return withParams(`/v1/lots.${form}`, toCatalogueParams(query));
}
