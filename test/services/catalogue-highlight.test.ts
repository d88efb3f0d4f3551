import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight } from '#shared/services/catalogue/highlight.ts';
import { foldText, normaliseText, wordsOf } from '#shared/services/catalogue/text-words.ts';

/** The text with its hits in brackets. */
function marked(text: string, query: string): string {
  const parts = highlight(text, query);
  return parts.map((part) => (part.hit ? `[${part.text}]` : part.text)).join('');
}

const wild = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(fc.constantFrom(...'aeςΣİﬁ㎡½ｶﾞ　 가각ㄱㅏ厂房', '\u0301', '\u0323', '\u0334', '\u200b', '𠮷', '\ud842'), {
      maxLength: 12,
    })
    .map((parts) => parts.join('')),
);

describe('highlighting', () => {
  it('gives back the text itself, unit by unit', () => {
    fc.assert(
      fc.property(wild, wild, (text, query) => {
        const parts = highlight(text, query);

        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.some((part, at) => part.hit === parts[at + 1]?.hit)).toBe(false);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  it('marks something wherever a word is found, and nothing elsewhere', () => {
    fc.assert(
      fc.property(wild, fc.nat(11), fc.integer({ min: 1, max: 3 }), (text, from, length) => {
        const [word] = wordsOf(normaliseText(text).slice(from, from + length));
        fc.pre(word !== undefined && normaliseText(word) === word);
        const parts = highlight(text, word);

        expect(parts.some(({ hit }) => hit)).toBe(normaliseText(text).includes(word));
        expect(parts.filter(({ hit }) => !hit).some((part) => foldText(part.text).includes(word))).toBe(false);
      }),
      { numRuns: 2000, seed: 8 },
    );
  });

  it.each([
    ['织里镇标准厂房', '厂房', '织里镇标准[厂房]'],
    ['厂房１２号', '12 厂', '[厂]房[１２]号'],
    ['面积300㎡', 'm2', '面积300[㎡]'],
    ['面积300㎡', 'm', '面积300[㎡]'],
    ['浙E12', 'e1', '浙[E1]2'],
    ['房房房', '房房', '[房房房]'],
    ['cafe\u0301 1', 'café', '[cafe\u0301] 1'],
    ['厂\u200b房', '厂房', '[厂\u200b房]'],
    ['\u1112\u1161\u11ab글', '한', '[\u1112\u1161\u11ab]글'],
    ['ΟΔΟΣ1', 'ΟΔΟΣ', '[ΟΔΟΣ]1'],
    ['厂房', '', '厂房'],
    ['', '厂房', ''],
  ])('of %j by %j is %j', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });
});
