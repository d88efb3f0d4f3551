import fc from 'fast-check';
import { HOME_DISTRICT } from '#shared/domain/divisions.ts';
import { type LotCard, NOTHING_KNOWN } from '#shared/domain/lot-card.ts';
import { LOT_STATUSES } from '#shared/domain/lot-status.ts';
import { type Fen, fen } from '#shared/domain/money.ts';
import { PRICE_BASES } from '#shared/domain/price.ts';
import { addMs, type Instant } from '#shared/domain/time.ts';
import {
  CATALOGUE_SORTS,
  type CatalogueQuery,
  type CatalogueSort,
  FACETS,
  type Facet,
  type FacetCount,
} from '#shared/services/catalogue/catalogue-query.ts';
import { facetValues } from '#shared/services/catalogue/facet-values.ts';
import { START } from '#test/support/fixed-ambient.ts';

const DAY_MS = 86_400_000;

/** The moment random catalogues are read at. */
export const NOW: Instant = START;

export function inDays(days: number): Instant {
  return addMs(NOW, days * DAY_MS);
}

/** A card of which nothing is known but what the case is about. */
export function aCard(number: number, of: Partial<LotCard> = {}): LotCard {
  return { ...NOTHING_KNOWN, lotId: `p.${number}`, platform: 'p', externalId: String(number), ...of };
}

const texts = fc.constantFrom(
  null,
  '织里镇晟舍村标准厂房3号',
  '厂房',
  'Ａ３幢 厂 房',
  '村鱼塘',
  '𠮷村仓库',
  '湖州市吴兴区',
);
const townships = HOME_DISTRICT.townships.slice(0, 3).map(({ code }) => code);
const price = fc.option(fc.integer({ min: 0, max: 12 }).map((step) => fen(step * 50_000_000)));
const time = fc.option(fc.integer({ min: -20, max: 20 }).map((half) => inDays(half / 2)));

/** What a random lot of few different kinds says. */
export const someFacts = fc.record({
  title: texts,
  location: texts,
  seller: texts,
  status: fc.constantFrom(...LOT_STATUSES),
  tradeCategory: fc.constantFrom(null, 'collective', 'judicial'),
  assetClass: fc.constantFrom(null, 'factory', 'fish_pond', 'shop'),
  tradeKind: fc.constantFrom(null, 'lease', 'transfer'),
  jurisdiction: fc.constantFrom(null, HOME_DISTRICT.code, '330503'),
  township: fc.constantFrom(null, ...townships),
  area: fc.option(fc.record({ thousandths: fc.nat(3_000_000), unit: fc.constantFrom('mu', 'm2') })),
  priceBasis: fc.constantFrom(null, ...PRICE_BASES),
  startPriceFen: price,
  currentPriceFen: price,
  hammerPriceFen: price,
  startsAt: time,
  liveAt: time,
  endsAt: time,
  propertyKey: fc.constantFrom(null, 'one', 'other'),
});

/** So many random lots at most; some numbers come several times. */
export function someCards(most: number): fc.Arbitrary<LotCard[]> {
  const card = fc.tuple(fc.nat(most), someFacts).map(([number, facts]) => aCard(number, facts));
  return fc.array(card, { maxLength: most, size: 'max' });
}

const askedValues = fc.uniqueArray(fc.nat(200), { minLength: 1, maxLength: 3 });

/** A random query; its filters ask for values the cards have, and for one they do not have. */
export function someQuery(cards: readonly LotCard[]): fc.Arbitrary<CatalogueQuery> {
  const value = (facet: Facet, pick: number) => {
    const card = cards[pick % (cards.length + 1)];
    return card === undefined ? 'nobody-has-this' : facetValues(card)[facet];
  };
  const filter = fc.tuple(fc.constantFrom(...FACETS), askedValues);
  const filters = fc
    .array(filter, { maxLength: 3 })
    .map((list) => Object.fromEntries(list.map(([facet, picks]) => [facet, picks.map((pick) => value(facet, pick))])));
  return fc.record({
    text: fc.constantFrom('', '', '', '厂房', '房', '村', '吴兴', '晟舍村标准厂', '厂房 织里', 'a3', 'nowhere'),
    filters,
    endsWithinDays: fc.option(fc.nat(6), { freq: 2 }),
    sort: fc.constantFrom(...CATALOGUE_SORTS),
  });
}

/** Normalised fields that are searched. */
function searched(card: LotCard): readonly string[] {
  const isHome = card.jurisdiction === HOME_DISTRICT.code;
  const township = HOME_DISTRICT.townships.find(({ code }) => isHome && code === card.township)?.name;
  const fields = [card.title, card.location, card.seller, card.externalId, card.reference, township];
  const named = [...fields, isHome ? HOME_DISTRICT.name : null];
  return named.map((field) => (field ?? '').normalize('NFKC').toLowerCase().replace(/\s+/g, ' '));
}

/** The plain scan: every word in one of the fields. */
export function containsWords(card: LotCard, text: string): boolean {
  const words = text.normalize('NFKC').toLowerCase().split(/\s+/);
  return words.every((word) => searched(card).some((field) => field.includes(word)));
}

const OPEN = ['bidding', 'announced', 'suspended'];

function endsWithin(card: LotCard, days: number | null): boolean {
  if (days === null) return true;
  return OPEN.includes(card.status) && card.endsAt !== null && card.endsAt >= NOW && card.endsAt <= inDays(days);
}

function matches(card: LotCard, query: CatalogueQuery, except?: Facet): boolean {
  const values = facetValues(card);
  const passes = (facet: Facet) => {
    const asked = query.filters[facet] ?? [];
    return facet === except || asked.length === 0 || asked.includes(values[facet]);
  };
  return FACETS.every(passes) && containsWords(card, query.text) && endsWithin(card, query.endsWithinDays);
}

type Sortable = readonly (number | string)[];

function priceOf(card: LotCard): Fen | null {
  return card.hammerPriceFen ?? card.currentPriceFen ?? card.startPriceFen;
}

const ms = (at: Instant | null) => (at === null ? Number.POSITIVE_INFINITY : Date.parse(at));
const latestFirst = (at: Instant | null) => (at === null ? Number.POSITIVE_INFINITY : -Date.parse(at));

function byPrice(card: LotCard, sign: 1 | -1): Sortable {
  const found = priceOf(card);
  if (found === null) return [1, 0, 0];
  return [0, card.priceBasis === null ? PRICE_BASES.length : PRICE_BASES.indexOf(card.priceBasis), sign * found];
}

function turnOf({ status, startsAt, endsAt }: LotCard): Instant | null {
  return endsAt ?? (status === 'announced' ? startsAt : null);
}

/** Open for whoever reads the clock as well as the status. */
function isOpen(card: LotCard): boolean {
  const turn = turnOf(card);
  return OPEN.includes(card.status) && (turn === null || turn >= NOW);
}

const SORTABLE: Record<CatalogueSort, (card: LotCard) => Sortable> = {
  ending: (card) => (isOpen(card) ? [0, ms(turnOf(card))] : [1, latestFirst(turnOf(card))]),
  newest: (card) => [latestFirst(card.liveAt ?? card.startsAt)],
  'price-asc': (card) => byPrice(card, 1),
  'price-desc': (card) => byPrice(card, -1),
};

function compare(a: Sortable, b: Sortable): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  if (at === -1) return 0;
  return (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}

/** Ids of what a query finds, in its order, by going through all cards. */
export function found(cards: ReadonlyMap<string, LotCard>, query: CatalogueQuery): readonly string[] {
  const keyed = [...cards.values()]
    .filter((card) => matches(card, query))
    .map((card) => ({ id: card.lotId, key: [...SORTABLE[query.sort](card), card.lotId] }));
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ id }) => id);
}

/** Facet counts of a query, by going through all cards. */
export function counted(cards: ReadonlyMap<string, LotCard>, query: CatalogueQuery, facet: Facet): FacetCount[] {
  const counts = new Map((query.filters[facet] ?? []).map((value) => [value, 0]));
  for (const card of cards.values()) {
    const value = facetValues(card)[facet];
    if (matches(card, query, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const list = [...counts].map(([value, count]) => ({ value, count }));
  return list.sort((a, b) => compare([-a.count, a.value], [-b.count, b.value]));
}
