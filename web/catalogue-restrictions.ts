import {
  type CatalogueQuery,
  FACETS,
  type Facet,
  WHOLE_CATALOGUE,
} from '#shared/services/catalogue/catalogue-query.ts';
import { FACET_TEXT, facetValueText } from './facet-words.ts';
import type { Platforms } from './platforms.ts';

/** One thing a query asks for, in words, and the query without it. */
export interface Restriction {
  readonly label: string;
  readonly without: CatalogueQuery;
}

function withoutFacet(query: CatalogueQuery, facet: Facet): CatalogueQuery {
  const { [facet]: _, ...filters } = query.filters;
  return { ...query, filters };
}

function withoutValue(query: CatalogueQuery, facet: Facet, value: string): CatalogueQuery {
  const left = (query.filters[facet] ?? []).filter((other) => other !== value);
  return left.length === 0 ? withoutFacet(query, facet) : { ...query, filters: { ...query.filters, [facet]: left } };
}

/** The text and the end, which are not facets. */
function looseEnds(query: CatalogueQuery): readonly Restriction[] {
  const text = { label: `“${query.text}”`, without: { ...query, text: WHOLE_CATALOGUE.text } };
  const end = { label: `${query.endsWithinDays} 天内结束`, without: { ...query, endsWithinDays: null } };
  return [...(query.text === '' ? [] : [text]), ...(query.endsWithinDays === null ? [] : [end])];
}

/** Everything the query asks for, value by value. */
export function restrictionsOf(query: CatalogueQuery, platforms: Platforms): readonly Restriction[] {
  const values = FACETS.flatMap((facet) =>
    (query.filters[facet] ?? []).map((value) => ({
      label: `${FACET_TEXT[facet]}:${facetValueText(facet, value, platforms)}`,
      without: withoutValue(query, facet, value),
    })),
  );
  return [...looseEnds(query), ...values];
}

/** A way to ask for less. */
export interface LooserQuery {
  readonly label: string;
  readonly query: CatalogueQuery;
}

function chosenFacets(query: CatalogueQuery): readonly Facet[] {
  return FACETS.filter((facet) => (query.filters[facet] ?? []).length > 0);
}

/** The query without its text, its end, or one facet. */
export function withoutOne(query: CatalogueQuery): readonly LooserQuery[] {
  const ends = looseEnds(query).map(({ label, without }) => ({ label: `不限${label}`, query: without }));
  const facets = chosenFacets(query).map((facet) => ({
    label: `不限${FACET_TEXT[facet]}`,
    query: withoutFacet(query, facet),
  }));
  return [...ends, ...facets];
}

/** The query's text, its end, or one facet, alone. */
export function onlyOne({ sort, ...query }: CatalogueQuery): readonly LooserQuery[] {
  const nothing = { ...WHOLE_CATALOGUE, sort };
  const { text, endsWithinDays } = query;
  const facets = chosenFacets({ ...query, sort }).map((facet) => ({
    label: `只限${FACET_TEXT[facet]}`,
    query: { ...nothing, filters: { [facet]: query.filters[facet] ?? [] } },
  }));
  return [
    ...(text === '' ? [] : [{ label: `只找“${text}”`, query: { ...nothing, text } }]),
    ...(endsWithinDays === null
      ? []
      : [{ label: `只限 ${endsWithinDays} 天内结束`, query: { ...nothing, endsWithinDays } }]),
    ...facets,
  ];
}
