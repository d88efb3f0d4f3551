import {
  CATALOGUE_SORTS,
  type CatalogueQuery,
  FACETS,
  type Facet,
  type FacetCount,
} from '#shared/services/catalogue/catalogue-query.ts';
import { FOUND_ID } from '../catalogue-address.ts';
import type { CatalogueModel } from '../catalogue-model.ts';
import { CATALOGUE_PARAMETERS } from '../catalogue-params.ts';
import { FACET_TEXT, facetValueText, inReadingOrder, SORT_TEXT } from '../facet-words.ts';
import type { Platforms } from '../platforms.ts';

interface FilterProps {
  readonly model: CatalogueModel;
  readonly platforms: Platforms;
}

interface FacetProps {
  readonly facet: Facet;
  readonly counts: readonly FacetCount[];
  readonly chosen: readonly string[];
  readonly platforms: Platforms;
}

/** One group of values; open where something in it is chosen, so that what restricts the list is in sight. */
function FacetGroup({ facet, counts, chosen, platforms }: FacetProps) {
  if (counts.length === 0) return null;
  return (
    <details class="facet" open={chosen.length > 0}>
      <summary>
        {FACET_TEXT[facet]}
        {chosen.length === 0 ? null : <span class="chosen">{chosen.length}</span>}
      </summary>
      <fieldset>
        <legend class="hidden">{FACET_TEXT[facet]}</legend>
        {inReadingOrder(facet, counts, chosen).map(({ value, count }) => (
          <label>
            <input type="checkbox" name={facet} value={value} checked={chosen.includes(value)} />
            <span>{facetValueText(facet, value, platforms)}</span> <span class="soft">{count}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}

const USUAL_DAYS = [1, 3, 7, 30];

function EndAndSort({ query }: { readonly query: CatalogueQuery }) {
  const asked = query.endsWithinDays;
  const days = asked === null || USUAL_DAYS.includes(asked) ? USUAL_DAYS : [...USUAL_DAYS, asked].sort((a, b) => a - b);
  return (
    <div class="selects">
      <label>
        结束时间
        <select name="endsWithin">
          <option value="">不限</option>
          {days.map((count) => (
            <option value={String(count)} selected={count === asked}>
              {count} 天内结束
            </option>
          ))}
        </select>
      </label>
      <label>
        排序
        <select name="sort">
          {CATALOGUE_SORTS.map((sort) => (
            <option value={sort} selected={sort === query.sort}>
              {SORT_TEXT[sort]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** The filter as a plain form: it works without a script, and its address can be kept and shared. */
export function CatalogueFilter({ model, platforms }: FilterProps) {
  const { query, found } = model;
  return (
    <form class="filter" action={`/#${FOUND_ID}`} method="get" aria-label="筛选标的">
      <label for="q">查找名称、所在地、处置单位或编号</label>
      <div class="search">
        <input
          type="search"
          id="q"
          name="q"
          value={query.text}
          maxlength={CATALOGUE_PARAMETERS.q.longest}
          placeholder="如:织里 厂房"
        />
        <button type="submit">查找</button>
      </div>
      <EndAndSort query={query} />
      <div class="facets">
        {FACETS.map((facet) => (
          <FacetGroup
            facet={facet}
            counts={found.facets[facet]}
            chosen={query.filters[facet] ?? []}
            platforms={platforms}
          />
        ))}
        <button type="submit">按所选条件筛选</button>
      </div>
    </form>
  );
}
