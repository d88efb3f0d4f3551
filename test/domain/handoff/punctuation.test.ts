import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printedPunctuation } from '#shared/domain/handoff/punctuation.ts';

describe('printedPunctuation', () => {
  it.each([
    ['起拍价:12,000.00 元(含税),10:00起', '起拍价：12,000.00 元（含税），10:00起'],
    ['编号(A-1);备注:无', '编号（A-1）；备注：无'],
    ['2024年6月20日 10:00', '2024年6月20日 10:00'],
    ['https://example.invalid/a?b=1,2', 'https://example.invalid/a?b=1,2'],
    ['f(x), g(y)', 'f(x), g(y)'],
    ['成员(代表)会议(30人)', '成员（代表）会议（30人）'],
  ])('writes %s as %s', (text, printed) => {
    expect(printedPunctuation(text)).toBe(printed);
  });

  it('changes nothing but signs', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'村价1a,:;()（ .') }), (text) => {
        expect(printedPunctuation(text).normalize('NFKC')).toBe(text.normalize('NFKC'));
      }),
    );
  });
});
