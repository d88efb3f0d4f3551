import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fen, fen, formatYuan, type MoneyUnit, type ParsedMoney, parseMoney } from '#shared/domain/money.ts';

const MAX = Number.MAX_SAFE_INTEGER;
const anyAmount = fc.maxSafeNat().map(fen);
const moneyLikeText = fc.string({ unit: fc.constantFrom(...'0123456789.,-¥￥万亿元圆整无暂 \u3000\u2009８．，') });

function amount(value: number): ParsedMoney {
  return { kind: 'amount', fen: fen(value) };
}

function plainYuan(value: Fen): string {
  const digits = String(value).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function plainWan(value: Fen): string {
  const digits = String(value).padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

function toFullWidth(text: string): string {
  return text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}

describe('parseMoney', () => {
  it.each<[string, MoneyUnit, number]>([
    ['65,454,900 ', 'yuan', 6_545_490_000],
    ['65,454,900\u2009', 'yuan', 6_545_490_000],
    ['65,454,900\u00a0', 'yuan', 6_545_490_000],
    ['\u300065,454,900\u3000\n', 'yuan', 6_545_490_000],
    ['65\u200b,454,900', 'yuan', 6_545_490_000],
    ['¥3,613,817.56', 'yuan', 361_381_756],
    ['￥ 3613817.56', 'yuan', 361_381_756],
    ['人民币 3,613,817.56 元', 'yuan', 361_381_756],
    ['RMB¥12', 'yuan', 1_200],
    ['３，６１３，８１７．５６', 'yuan', 361_381_756],
    ['￥１００元整', 'yuan', 10_000],
    ['100圆', 'yuan', 10_000],
    ['0', 'yuan', 0],
    ['0.5', 'yuan', 50],
    ['3.550', 'yuan', 355],
    ['41.5万', 'yuan', 41_500_000],
    ['41.5 万元', 'yuan', 41_500_000],
    ['¥41.5万', 'yuan', 41_500_000],
    ['1,234.567891万', 'yuan', 1_234_567_891],
    ['0.000001万', 'yuan', 1],
    ['1.0000000万', 'yuan', 1_000_000],
    ['2.559881亿元', 'yuan', 25_598_810_000],
    ['1亿', 'yuan', 10_000_000_000],
    ['0.0000000001亿', 'yuan', 1],
    ['25,598.81', 'wan', 25_598_810_000],
    ['¥25,598.81', 'wan', 25_598_810_000],
    ['100元', 'wan', 10_000],
    ['100元', 'fen', 10_000],
    ['2万', 'fen', 2_000_000],
    ['2499000', 'fen', 2_499_000],
    ['2499000.0', 'fen', 2_499_000],
    ['90,071,992,547,409.91', 'yuan', MAX],
  ])('reads %j in %s', (text, unit, expected) => {
    const parsed = parseMoney(text, unit);

    expect(parsed).toEqual(amount(expected));
  });

  it.each(['无', '暂无', ' 无 ', '-', '--', '－', '—', '——', '', ' \u3000'])('says %j names no amount', (text) => {
    const parsed = parseMoney(text);

    expect(parsed).toEqual({ kind: 'none' });
  });

  it.each<[string, MoneyUnit]>([
    ['-5', 'yuan'],
    ['+5', 'yuan'],
    ['1.2.3', 'yuan'],
    ['1,23', 'yuan'],
    ['1234,567', 'yuan'],
    ['1,2345,6789', 'yuan'],
    ['0,100', 'yuan'],
    [',100', 'yuan'],
    ['100,', 'yuan'],
    ['1,234,56.00', 'yuan'],
    ['007', 'yuan'],
    ['.5', 'yuan'],
    ['5.', 'yuan'],
    ['1 234', 'yuan'],
    ['1e5', 'yuan'],
    ['0x10', 'yuan'],
    ['NaN', 'yuan'],
    ['100元起', 'yuan'],
    ['100元/年', 'yuan'],
    ['3亿5000万', 'yuan'],
    ['一百元', 'yuan'],
    ['10²', 'yuan'],
    ['①', 'yuan'],
    ['¥', 'yuan'],
    ['万元', 'yuan'],
    ['$100', 'yuan'],
    ['100 - 200', 'yuan'],
    ['0.001', 'yuan'],
    ['0.0000001万', 'yuan'],
    ['1.2345678万', 'yuan'],
    ['0.5', 'fen'],
    ['¥100', 'fen'],
    ['90,071,992,547,409.92', 'yuan'],
    [`1.${'0'.repeat(70)}`, 'yuan'],
  ])('does not guess at %j in %s', (text, unit) => {
    const parsed = parseMoney(text, unit);

    expect(parsed).toEqual({ kind: 'unreadable' });
  });

  it('reads back what formatYuan writes', () => {
    fc.assert(
      fc.property(anyAmount, (value) => {
        expect(parseMoney(formatYuan(value))).toEqual(amount(value));
      }),
    );
  });

  it('gives the same value with or without separators, signs, spaces and full-width forms', () => {
    fc.assert(
      fc.property(
        anyAmount,
        fc.constantFrom('', '¥', '￥ '),
        fc.constantFrom('', ' ', '元', ' 元'),
        (value, sign, end) => {
          for (const digits of [plainYuan(value), formatYuan(value)]) {
            expect(parseMoney(`${sign}${digits}${end}`)).toEqual(amount(value));
            expect(parseMoney(toFullWidth(`${sign}${digits}${end}`))).toEqual(amount(value));
          }
        },
      ),
    );
  });

  it('gives the same value in 元, 万, 亿 and fen', () => {
    fc.assert(
      fc.property(anyAmount, (value) => {
        const yi = String(value).padStart(11, '0');

        expect(parseMoney(`${plainWan(value)}万元`)).toEqual(amount(value));
        expect(parseMoney(plainWan(value), 'wan')).toEqual(amount(value));
        expect(parseMoney(`${yi.slice(0, -10)}.${yi.slice(-10)}亿`)).toEqual(amount(value));
        expect(parseMoney(String(value), 'fen')).toEqual(amount(value));
      }),
    );
  });

  it('never throws and never yields a negative or broken amount', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), moneyLikeText), (text) => {
        const parsed = parseMoney(text);

        if (parsed.kind === 'amount') expect(Number.isSafeInteger(parsed.fen) && parsed.fen >= 0).toBe(true);
      }),
    );
  });
});
