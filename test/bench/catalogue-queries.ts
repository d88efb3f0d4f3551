import type { LotCard } from '#shared/domain/lot-card.ts';
import {
  CATALOGUE_SORTS,
  type CatalogueQuery,
  type Facet,
  WHOLE_CATALOGUE,
} from '#shared/services/catalogue/catalogue-query.ts';
import { facetValues } from '#shared/services/catalogue/facet-values.ts';
import { type SeededRandom, seededRandom } from '#test/support/fixed-ambient.ts';
import { KINDS_BY_SHARE, PLACES } from './generated-words.ts';

/** Facets as readers choose them: some more often than others. */
const CHOSEN: readonly Facet[] = [
  'status',
  'status',
  'township',
  'township',
  'class',
  'class',
  'kind',
  'price',
  'price',
  'area',
  'platform',
  'category',
  'jurisdiction',
];

function filterQuery(random: SeededRandom, cards: readonly LotCard[]): CatalogueQuery {
  const chosen = new Set(Array.from({ length: 1 + random.below(3) }, () => random.pick(CHOSEN)));
  const valuesOf = (facet: Facet) =>
    new Set(Array.from({ length: 1 + random.below(2) }, () => facetValues(random.pick(cards))[facet]));
  const filters = Object.fromEntries([...chosen].map((facet) => [facet, [...valuesOf(facet)]]));
  const endsWithinDays = random.chance(0.1) ? 1 + random.below(14) : null;
  return { text: '', filters, endsWithinDays, sort: random.pick(CATALOGUE_SORTS) };
}

/** Filters with values that lots have: one to three facets, one or two values each, any order. */
export function filterQueries(cards: readonly LotCard[], count: number, seed: number): CatalogueQuery[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => filterQuery(random, cards));
}

function slice(random: SeededRandom, text: string, length: number): string {
  const from = random.below(Math.max(1, text.length - length));
  return text.slice(from, from + length).trim();
}

function words(random: SeededRandom, cards: readonly LotCard[]): string {
  const card = random.pick(cards);
  const { village, townshipName } = random.pick(PLACES);
  const kind = random.pick(KINDS_BY_SHARE).word;
  return random.pick([
    () => kind,
    () => kind.slice(-2),
    () => village,
    () => `${village}村`,
    () => townshipName,
    () => `${townshipName} ${kind}`,
    () => `${village} ${kind.slice(0, 2)} ${1 + random.below(99)}号`,
    () => slice(random, card.title ?? '', 2),
    () => slice(random, card.title ?? '', 3 + random.below(4)),
    () => slice(random, card.externalId, 4 + random.below(5)),
    () => card.externalId,
    () => random.pick(['股份经济合作社', '吴兴区', '人民法院', '浙e1', 'a1', '7', '房', '不存在的词']),
  ])();
}

/** Searches for common and rare words: kinds, villages, townships, parts of titles and numbers, one to three words. */
export function searchQueries(cards: readonly LotCard[], count: number, seed: number): CatalogueQuery[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => ({ ...WHOLE_CATALOGUE, text: words(random, cards) }));
}
