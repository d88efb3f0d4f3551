import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyInWords } from '#shared/domain/handoff/money-words.ts';
import { fen } from '#shared/domain/money.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1_000 };

/** Reads capital numerals back, written without looking at the writer: places, then 万, then 亿, multiplied as they come. */
function readBack(words: string): number {
  const [, yuan = '', rest = ''] = /^人民币(?:(.+)元)?(.*)$/.exec(words) ?? [];
  const tenths = /([^零])角/.exec(rest)?.[1] ?? '零';
  const cents = /(.)分/.exec(rest)?.[1] ?? '零';
  return wholeOf(yuan) * 100 + DIGITS.indexOf(tenths) * 10 + DIGITS.indexOf(cents);
}

function wholeOf(text: string): number {
  for (const [unit, value] of [
    ['亿', 100_000_000],
    ['万', 10_000],
  ] as const) {
    const at = text.lastIndexOf(unit);
    if (at >= 0) return wholeOf(text.slice(0, at)) * value + wholeOf(text.slice(at + 1));
  }
  let sum = 0;
  let digit = 0;
  for (const sign of text) {
    const place = PLACES[sign];
    if (place === undefined) digit = DIGITS.indexOf(sign);
    else {
      sum += digit * place;
      digit = 0;
    }
  }
  return sum + digit;
}

describe('moneyInWords', () => {
  it.each([
    [0, '人民币零元整'],
    [1, '人民币壹分'],
    [10, '人民币壹角整'],
    [15, '人民币壹角伍分'],
    [100, '人民币壹元整'],
    [101, '人民币壹元零壹分'],
    [110, '人民币壹元壹角整'],
    [1_000, '人民币壹拾元整'],
    [1_200_000, '人民币壹万贰仟元整'],
    [10_405, '人民币壹佰零肆元零伍分'],
    [140_950, '人民币壹仟肆佰零玖元伍角整'],
    [600_714, '人民币陆仟零柒元壹角肆分'],
    [1_640_902, '人民币壹万陆仟肆佰零玖元零贰分'],
    [32_504, '人民币叁佰贰拾伍元零肆分'],
    [10_000_100, '人民币壹拾万零壹元整'],
    [10_500_000, '人民币壹拾万伍仟元整'],
    [100_000_000, '人民币壹佰万元整'],
    [100_005_000, '人民币壹佰万零伍拾元整'],
    [10_000_000_000, '人民币壹亿元整'],
    [10_000_000_100, '人民币壹亿零壹元整'],
    [10_001_000_000, '人民币壹亿零壹万元整'],
    [100_000_000_000_000, '人民币壹万亿元整'],
    [100_050_000_000_000, '人民币壹万零伍亿元整'],
    [100_000_000_000_100, '人民币壹万亿零壹元整'],
  ])('writes %i fen as %s', (amount, words) => {
    expect(moneyInWords(fen(amount))).toBe(words);
  });

  it('reads back to the same amount: every one up to 20,000 yuan by whole yuan, and any other', () => {
    for (let yuan = 0; yuan <= 20_000; yuan += 1) expect(readBack(moneyInWords(fen(yuan * 100)))).toBe(yuan * 100);

    fc.assert(
      fc.property(fc.maxSafeNat(), (amount) => {
        expect(readBack(moneyInWords(fen(amount)))).toBe(amount);
      }),
    );
  });

  it('never writes two zeros in a row, nor ends a whole amount in one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999_999 }), (yuan) => {
        const words = moneyInWords(fen(yuan * 100));

        expect(words).not.toMatch(/零零|零[元万亿]|币零/);
        expect(words).toMatch(/元整$/);
      }),
    );
  });

  it('refuses a negative amount', () => {
    expect(() => moneyInWords(fen(-1))).toThrow(RangeError);
  });
});
