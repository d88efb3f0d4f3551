import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LotCard } from '#shared/domain/lot-card.ts';
import { inRoundOrder } from '#shared/domain/rounds.ts';
import { catalogueIndex } from '#shared/services/catalogue/catalogue-index.ts';
import {
  type CatalogueIndex,
  type CatalogueQuery,
  FACETS,
  WHOLE_CATALOGUE,
} from '#shared/services/catalogue/catalogue-query.ts';
import { forFacets } from '#shared/services/catalogue/facet-values.ts';
import { aCard, counted, found, inDays, NOW, someCards, someQuery } from './catalogue-reference.ts';

type Cards = ReadonlyMap<string, LotCard>;

function latest(...batches: readonly (readonly LotCard[])[]): Cards {
  return new Map(batches.flat().map((card) => [card.lotId, card]));
}

function expectAnswers(index: CatalogueIndex, cards: Cards, query: CatalogueQuery): void {
  const expected = found(cards, query);
  const page = index.find(query, { now: NOW, limit: 7, start: { offset: 3 } });

  expect(page.total).toBe(expected.length);
  expect(page.lots.map(({ lotId }) => lotId)).toEqual(expected.slice(3, 10));
  expect(page.next?.lotId ?? null).toBe(expected.length > 10 ? expected[9] : null);
  expect(page.facets).toEqual(forFacets((facet) => counted(cards, query, facet)));
  expect([...index.all(query, NOW)].map(({ lotId }) => lotId)).toEqual(expected);
}

/** Cards, a few of them changed later, and queries. */
function someHistory(most: number, changes: number) {
  const cards = fc.tuple(someCards(most), fc.array(someCards(changes), { maxLength: 4 }));
  return cards.chain(([first, later]) =>
    fc.record({
      first: fc.constant(first),
      later: fc.constant(later),
      queries: fc.array(someQuery(first), { maxLength: 4 }),
    }),
  );
}

describe('the catalogue in memory', () => {
  it.each([
    { most: 12, changes: 12, numRuns: 150 },
    { most: 300, changes: 6, numRuns: 60 },
  ])('answers as going through all of $most lots does, before and after changes', ({ most, changes, numRuns }) => {
    fc.assert(
      fc.property(someHistory(most, changes), ({ first, later, queries }) => {
        const index = catalogueIndex(first);
        for (const query of queries) expectAnswers(index, latest(first), query);

        for (const [at, batch] of later.entries()) {
          index.apply(batch);
          for (const query of queries) expectAnswers(index, latest(first, ...later.slice(0, at + 1)), query);
        }
        expect(index.size).toBe(latest(first, ...later).size);
      }),
      { numRuns, endOnFailure: true, seed: 1 },
    );
  });

  it('is the same however its lots came', () => {
    fc.assert(
      fc.property(someCards(40), someCards(40), (one, other) => {
        const grown = catalogueIndex(one);
        grown.find(WHOLE_CATALOGUE, { now: NOW, limit: 1, start: { offset: 0 } });
        grown.apply(other);
        const built = catalogueIndex(latest(one, other).values());

        const page = { now: NOW, limit: 100, start: { offset: 0 } };
        expect(grown.find(WHOLE_CATALOGUE, page)).toEqual(built.find(WHOLE_CATALOGUE, page));
      }),
      { endOnFailure: true, seed: 2 },
    );
  });

  it('keeps the newest card of a lot', () => {
    const index = catalogueIndex([aCard(1, { title: 'old' }), aCard(2)]);

    index.apply([aCard(1, { title: 'new' })]);

    expect(index.get('p.1')?.title).toBe('new');
    expect(index.get('p.3')).toBeUndefined();
    expect(index.size).toBe(2);
  });

  it('finds open lots from now to the end of the last day, both included', () => {
    const ends = [-0.001, 0, 3, 3.001].map((days, at) => aCard(at, { status: 'bidding', endsAt: inDays(days) }));
    const index = catalogueIndex([
      ...ends,
      aCard(8, { status: 'sold', endsAt: inDays(1) }),
      aCard(9, { status: 'bidding' }),
    ]);

    const within = (endsWithinDays: number) => {
      const lots = index.all({ ...WHOLE_CATALOGUE, endsWithinDays }, NOW);
      return [...lots].map(({ lotId }) => lotId);
    };

    expect(within(3)).toEqual(['p.1', 'p.2']);
    expect(within(0)).toEqual(['p.1']);
    expect(within(1_000_000_000)).toEqual(['p.1', 'p.2', 'p.3']);
  });

  it('shows a value that was asked for though no lot has it', () => {
    const query = { ...WHOLE_CATALOGUE, filters: { platform: ['q'] } };

    const page = catalogueIndex([aCard(1)]).find(query, { now: NOW, limit: 9, start: { offset: 0 } });

    expect(page.total).toBe(0);
    expect(page.facets.platform).toEqual([
      { value: 'p', count: 1 },
      { value: 'q', count: 0 },
    ]);
    expect(FACETS.filter((facet) => facet !== 'platform' && page.facets[facet].length > 0)).toEqual([]);
  });
});

describe('lots of the same property', () => {
  it('are those of one platform and key at present, the lot itself as given', () => {
    const first = aCard(1, { propertyKey: 'one', startsAt: inDays(1) });
    const second = aCard(2, { propertyKey: 'one', startsAt: inDays(2) });
    const elsewhere = { ...first, lotId: 'q.1', platform: 'q' };
    const index = catalogueIndex([second, elsewhere, aCard(3, { propertyKey: 'one' }), aCard(4), first]);
    index.apply([aCard(3, { propertyKey: 'other' })]);
    const newer = { ...first, version: 9 };

    expect(inRoundOrder(index.sameProperty(newer))).toEqual([newer, second]);
    expect(index.sameProperty(aCard(4))).toEqual([aCard(4)]);
    expect(index.sameProperty(aCard(5, { propertyKey: 'one' }))).toHaveLength(3);
  });
});
