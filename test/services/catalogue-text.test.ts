import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LotCard } from '#shared/domain/lot-card.ts';
import { catalogueIndex } from '#shared/services/catalogue/catalogue-index.ts';
import { type CatalogueIndex, WHOLE_CATALOGUE } from '#shared/services/catalogue/catalogue-query.ts';
import { aCard, containsWords, NOW } from './catalogue-reference.ts';

function search(index: CatalogueIndex, text: string): string[] {
  return [...index.all({ ...WHOLE_CATALOGUE, text }, NOW)].map(({ lotId }) => lotId).sort();
}

function scan(cards: readonly LotCard[], text: string): string[] {
  const newest = new Map(cards.map((card) => [card.lotId, card]));
  return [...newest.values()]
    .filter((card) => containsWords(card, text))
    .map(({ lotId }) => lotId)
    .sort();
}

/** Few different characters, so that words are found; two of them beyond 16 bits, some that NFKC changes. */
const letters = fc.constantFrom(...'厂房织里村0139aAé ３Ａ　㎡ﬁ', '𠮷', '𠮶', '\ud842', '\udfb7', 'e\u0301');
const titles = fc.array(letters, { maxLength: 8 }).map((parts) => parts.join(''));
const cardsWith = (title: fc.Arbitrary<string>) =>
  fc.array(
    fc.tuple(fc.nat(50), title, title).map(([number, one, other]) => aCard(number, { title: one, seller: other })),
  );

describe('searching the catalogue', () => {
  it('finds exactly what a plain scan finds, also after titles change', () => {
    const queries = fc.array(titles, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(cardsWith(titles), cardsWith(titles), queries, (cards, changed, texts) => {
        const index = catalogueIndex(cards);
        for (const text of texts) expect(search(index, text)).toEqual(scan(cards, text));

        index.apply(changed);
        for (const text of texts) expect(search(index, text)).toEqual(scan([...cards, ...changed], text));
      }),
      { numRuns: 500, endOnFailure: true, seed: 5 },
    );
  });

  it('finds any part of any title, common words too', () => {
    const common = fc
      .constantFrom('晟舍村股份经济合作社', '吴兴区织里镇标准厂房', '房厂标准', '浙E1')
      .chain((start) => titles.map((end) => start + end));
    const many = fc.array(common, { minLength: 40, maxLength: 120, size: 'max' });
    fc.assert(
      fc.property(many, fc.nat(), fc.nat(12), fc.integer({ min: 1, max: 6 }), (all, pick, from, length) => {
        const cards = all.map((title, number) => aCard(number, { title }));
        const word = [...(all[pick % all.length] ?? '')].slice(from, from + length).join('');
        const index = catalogueIndex(cards.slice(0, -3));

        expect(search(index, word)).toEqual(scan(cards.slice(0, -3), word));
        index.apply(cards.slice(-3));
        expect(search(index, word)).toEqual(scan(cards, word));
      }),
      { numRuns: 150, endOnFailure: true, seed: 6 },
    );
  });

  it.each([
    ['厂房', 'a word of two characters'],
    ['晟舍', 'a village'],
    ['房', 'one character'],
    ['号', 'the last character of a title'],
    ['浙e1', 'letters and digits, whatever their case'],
    ['Ｅ１２', 'full-width letters and digits'],
    ['3号 晟舍', 'two words, in any order'],
    ['𠮷', 'a character beyond 16 bits'],
    ['2024-00', 'part of the number'],
    ['合作社', 'the seller'],
    ['hz-7', 'our reference'],
    ['织里镇 吴兴区', 'the names of township and district'],
  ])('finds %s: %s', (text) => {
    const lot = aCard(1, {
      externalId: 'WX2024-0012',
      title: '晟舍村𠮷厂房（浙Ｅ１２）3号',
      seller: '晟舍村股份经济合作社',
      reference: 'HZ-77',
      jurisdiction: '330502',
      township: '330502100',
    });
    const index = catalogueIndex([aCard(2, { title: '鱼塘', jurisdiction: '330503', township: '330502100' }), lot]);

    expect(search(index, text)).toEqual(['p.1']);
  });

  it.each(['房织', '里1', '房 织里镇厂', '厂 房里', '\n'.concat('房织')])(
    'finds no word across two fields: %j',
    (text) => {
      const lot = aCard(1, { title: '厂房', seller: '织里', externalId: '1', reference: '织里厂' });

      expect(search(catalogueIndex([lot]), text)).toEqual([]);
    },
  );

  it('goes on finding exactly after more titles changed than there are lots', () => {
    const index = catalogueIndex(
      Array.from({ length: 50 }, (_, number) => aCard(number, { title: '厂房', seller: '甲' })),
    );
    for (let round = 0; round < 50; round++) {
      index.apply(
        Array.from({ length: 50 }, (_, number) => aCard(number, { title: `鱼塘${round}`, seller: `乙${round % 3}` })),
      );
    }

    expect(search(index, '厂房')).toEqual([]);
    expect(search(index, '甲')).toEqual([]);
    expect(search(index, '乙0')).toEqual([]);
    expect(search(index, '鱼塘48')).toEqual([]);
    expect(search(index, '鱼塘49 乙1')).toHaveLength(50);
  });
});
