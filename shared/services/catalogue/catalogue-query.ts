import type { LotCard } from '../../domain/lot-card.ts';
import type { Instant } from '../../domain/time.ts';

/**
 * Facets (筛选项) of the catalogue. Values are the words of the domain, division codes or band ids; a lot of which
 * nothing is known in a facet has the value `unknown` there.
 */
export const FACETS = [
  'status',
  'platform',
  'category',
  'jurisdiction',
  'township',
  'class',
  'kind',
  'price',
  'area',
] as const;
export type Facet = (typeof FACETS)[number];

/** The value of a facet nothing is known of. */
export const UNKNOWN_VALUE = 'unknown';

/**
 * Orders (排序) of the catalogue. `ending` shows open lots first, the soonest end first, then closed ones and those whose
 * end has passed, the latest end first; `newest` the latest to go live first, or to start where that is not known. The
 * price orders go by the lead price, basis by basis, for prices on different bases are never compared. Unknown comes
 * last; equals follow by lot id.
 */
export const CATALOGUE_SORTS = ['ending', 'newest', 'price-asc', 'price-desc'] as const;
export type CatalogueSort = (typeof CATALOGUE_SORTS)[number];

/** What a reader asks of the catalogue. Values of one facet are alternatives; facets, text and end restrict each other. */
export interface CatalogueQuery {
  /** Words to be found, separated by spaces, all of them; empty for none. */
  readonly text: string;
  /** A facet without values restricts nothing. */
  readonly filters: { readonly [F in Facet]?: readonly string[] };
  /** Only open lots (bidding, announced, suspended) that end within so many days from now, ends included. */
  readonly endsWithinDays: number | null;
  readonly sort: CatalogueSort;
}

/** The query that restricts nothing. */
export const WHOLE_CATALOGUE: CatalogueQuery = { text: '', filters: {}, endsWithinDays: null, sort: 'ending' };

/**
 * Where a page begins in an order: after the lot that had this sort key, whether or not it is still there.
 * Text order of keys, then of ids, is the order; one key means something in one order only.
 */
export interface SortPosition {
  readonly key: string;
  readonly lotId: string;
}

export interface PageRequest {
  readonly now: Instant;
  readonly limit: number;
  /** `offset` for people who turn pages, `after` for programs that must miss nothing. */
  readonly start: { readonly offset: number } | { readonly after: SortPosition };
}

/** One value of a facet, and how many lots have it under all other restrictions of the query. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** One page of what a query finds. */
export interface CataloguePage {
  /** All lots the query finds. */
  readonly total: number;
  readonly lots: readonly LotCard[];
  /** Values with at least one lot, or asked for; most frequent first. */
  readonly facets: Readonly<Record<Facet, readonly FacetCount[]>>;
  /** Where the next page begins; `null` on the last one. */
  readonly next: SortPosition | null;
}

/** The catalogue (标的目录) in memory, ready to be asked. */
export interface CatalogueIndex {
  readonly size: number;
  get(lotId: string): LotCard | undefined;
  /** Adds lots or replaces what was known of them. */
  apply(cards: Iterable<LotCard>): void;
  find(query: CatalogueQuery, page: PageRequest): CataloguePage;
  /** Everything a query finds, in its order. */
  all(query: CatalogueQuery, now: Instant): Iterable<LotCard>;
  /** How many lots shown as open have had their end by then: with the lots themselves it decides the order `ending`. */
  overdue(now: Instant): number;
  /** Lots of the same platform and property key, the lot itself included; only itself where it has no key. */
  sameProperty(card: LotCard): readonly LotCard[];
  /** Lots that carry the id of one of our listings as their reference. */
  sameListing(listing: string): readonly LotCard[];
}
