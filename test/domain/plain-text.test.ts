import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPlainText } from '#shared/domain/plain-text.ts';

describe('toPlainText', () => {
  it.each([
    ['３，６１３．５０　元', '3,613.50 元'],
    ['（ＡＢ－１２）：％', '(AB-12):%'],
    [' a \u00a0\u2009\n b\t', 'a b'],
    ['1\u200b0\ufeff0', '100'],
    ['10²①㎡￥', '10²①㎡￥'],
  ])('writes %j as %j', (text, expected) => {
    const plain = toPlainText(text);

    expect(plain).toBe(expected);
  });

  it('changes its own result no further', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(toPlainText(toPlainText(text))).toBe(toPlainText(text));
      }),
    );
  });
});
