import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LotCard } from '#shared/domain/lot-card.ts';
import { catalogueIndex } from '#shared/services/catalogue/catalogue-index.ts';
import {
  CATALOGUE_SORTS,
  type CatalogueIndex,
  type CatalogueQuery,
  type SortPosition,
  WHOLE_CATALOGUE,
} from '#shared/services/catalogue/catalogue-query.ts';
import { aCard, found, NOW, someCards, someFacts, someQuery } from './catalogue-reference.ts';

const FIRST: SortPosition = { key: '', lotId: '' };

/** Follows `next` to the end; between two pages something may happen. */
function readThrough(index: CatalogueIndex, query: CatalogueQuery, limit: number, between = () => {}): string[] {
  const read: string[] = [];
  let after: SortPosition | null = FIRST;
  while (after !== null && read.length < 1000) {
    const page = index.find(query, { now: NOW, limit, start: { after } });
    read.push(...page.lots.map(({ lotId }) => lotId));
    after = page.next;
    between();
  }
  return read;
}

const cardsAndQuery = someCards(60).chain((cards) => fc.tuple(fc.constant(cards), someQuery(cards)));

describe('turning pages by position', () => {
  it('shows every lot once, in order, while nothing changes', () => {
    fc.assert(
      fc.property(cardsAndQuery, fc.integer({ min: 1, max: 9 }), ([cards, query], limit) => {
        const index = catalogueIndex(cards);

        expect(readThrough(index, query, limit)).toEqual(
          found(new Map(cards.map((card) => [card.lotId, card])), query),
        );
      }),
      { numRuns: 300, endOnFailure: true, seed: 3 },
    );
  });

  it('neither misses nor repeats lots that stay as they are while others change', () => {
    const change = fc.tuple(fc.nat(40), someFacts).map(([number, facts]) => aCard(1000 + number, facts));
    const sorts = fc.constantFrom(...CATALOGUE_SORTS);
    fc.assert(
      fc.property(someCards(60), fc.array(fc.array(change, { maxLength: 5 })), sorts, (cards, changes, sort) => {
        const index = catalogueIndex(cards);
        index.apply(changes.flat().toReversed());
        const rest = [...changes];

        const read = readThrough(index, { ...WHOLE_CATALOGUE, sort }, 3, () => index.apply(rest.shift() ?? []));

        const staying = new Map<string, LotCard>(cards.map((card) => [card.lotId, card]));
        expect(read.filter((id) => staying.has(id))).toEqual(found(staying, { ...WHOLE_CATALOGUE, sort }));
      }),
      { numRuns: 200, endOnFailure: true, seed: 4 },
    );
  });
});
