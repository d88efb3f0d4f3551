import type { LotCard } from '#shared/domain/lot-card.ts';
import { addMs } from '#shared/domain/time.ts';
import { type CatalogueQuery, FACETS, type Facet } from '#shared/services/catalogue/catalogue-query.ts';
import { facetValues, forFacets } from '#shared/services/catalogue/facet-values.ts';
import { sortRank } from '#shared/services/catalogue/sort-keys.ts';
import { normaliseText, wordsOf } from '#shared/services/catalogue/text-words.ts';
import { GENERATED_NOW } from './generated-lots.ts';
import { PLACES } from './generated-words.ts';

const DAY_MS = 86_400_000;
const OPEN = new Set(['bidding', 'announced', 'suspended']);
const TOWNSHIPS = new Map(PLACES.map(({ township, townshipName }) => [township, townshipName]));

/** A card with what a scan need not work out each time. */
export interface ScannedLot {
  readonly card: LotCard;
  readonly values: Readonly<Record<Facet, string>>;
  /** Normalised fields, each ended by a line feed. */
  readonly text: string;
}

export function scannedLots(cards: readonly LotCard[]): ScannedLot[] {
  return cards.map((card) => {
    const names = card.jurisdiction === '330502' ? [TOWNSHIPS.get(card.township ?? ''), '吴兴区'] : [];
    const fields = [card.title, card.externalId, card.reference, card.location, card.seller, ...names];
    return { card, values: facetValues(card), text: fields.map((field) => `${normaliseText(field ?? '')}\n`).join('') };
  });
}

function endsWithin(card: LotCard, days: number | null): boolean {
  if (days === null) return true;
  const { status, endsAt } = card;
  return (
    OPEN.has(status) && endsAt !== null && endsAt >= GENERATED_NOW && endsAt <= addMs(GENERATED_NOW, days * DAY_MS)
  );
}

/** Facets that keep a lot out, two at most: with two it counts nowhere. */
function failing({ values }: ScannedLot, query: CatalogueQuery): readonly Facet[] {
  const failed: Facet[] = [];
  for (const facet of FACETS) {
    const asked = query.filters[facet];
    if (asked !== undefined && !asked.includes(values[facet])) failed.push(facet);
    if (failed.length === 2) break;
  }
  return failed;
}

/** Answers a query by going through all lots: total, facet counts and the first page of 20. */
export function scan(lots: readonly ScannedLot[], query: CatalogueQuery) {
  const words = wordsOf(query.text);
  const counts = forFacets(() => new Map<string, number>());
  const found: ScannedLot[] = [];
  const count = (facet: Facet, value: string) => counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
  for (const lot of lots) {
    if (!words.every((word) => lot.text.includes(word)) || !endsWithin(lot.card, query.endsWithinDays)) continue;
    const [first, second] = failing(lot, query);
    if (first === undefined) {
      found.push(lot);
      for (const facet of FACETS) count(facet, lot.values[facet]);
    } else if (second === undefined) count(first, lot.values[first]);
  }
  const ranked = found.map(({ card }) => ({ card, rank: sortRank(query.sort, card) }));
  ranked.sort((a, b) => a.rank - b.rank || (a.card.lotId < b.card.lotId ? -1 : 1));
  return { total: found.length, counts, ids: ranked.slice(0, 20).map(({ card }) => card.lotId) };
}
