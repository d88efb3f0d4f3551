import type { Instant } from '#shared/domain/time.ts';
import {
  type CataloguePage,
  type CatalogueQuery,
  WHOLE_CATALOGUE,
} from '#shared/services/catalogue/catalogue-query.ts';
import type { CatalogueView } from '#shared/services/catalogue/catalogue-view.ts';
import { type LooserQuery, onlyOne, withoutOne } from './catalogue-restrictions.ts';

/** Lots on one page of the catalogue. */
const LOTS_PER_PAGE = 24;

/** A looser query, and how many lots it finds. */
export interface Looser extends LooserQuery {
  readonly total: number;
}

/** One page of the catalogue, ready to be shown. */
export interface CatalogueModel {
  readonly query: CatalogueQuery;
  readonly found: CataloguePage;
  /** From 1; above `pages` when somebody asks for a page that is not there. */
  readonly page: number;
  /** At least 1. */
  readonly pages: number;
  /** Lots in the whole catalogue. */
  readonly size: number;
  /** What to ask less of; only where the query finds nothing. */
  readonly looser: readonly Looser[];
  readonly staleSince: Instant | null;
  readonly now: Instant;
}

/** What else could be asked where a query finds nothing: all but one of its conditions, else one of them alone. */
function looserThan(query: CatalogueQuery, { index }: CatalogueView, now: Instant): readonly Looser[] {
  const counted = (ways: readonly LooserQuery[]) =>
    ways
      .map((way) => ({ ...way, total: index.find(way.query, { now, limit: 1, start: { offset: 0 } }).total }))
      .filter(({ total }) => total > 0);
  const near = counted(withoutOne(query));
  return near.length > 0 ? near : counted(onlyOne(query));
}

/** Asks the index for one page; for an empty one also what would be found if less were asked. */
export function catalogueModel(view: CatalogueView, query: CatalogueQuery, page: number, now: Instant): CatalogueModel {
  const { index, staleSince } = view;
  const found = index.find(query, { now, limit: LOTS_PER_PAGE, start: { offset: (page - 1) * LOTS_PER_PAGE } });
  const pages = Math.max(1, Math.ceil(found.total / LOTS_PER_PAGE));
  const looser = found.total > 0 ? [] : looserThan(query, view, now);
  return { query, found, page, pages, size: index.size, looser, staleSince, now };
}

/** Says whether the query asks for anything at all. */
export function isRestricted(query: CatalogueQuery): boolean {
  return (
    query.text !== WHOLE_CATALOGUE.text ||
    query.endsWithinDays !== null ||
    Object.values(query.filters).some((values) => values.length > 0)
  );
}
