import type { Fen } from '../money.ts';

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const PLACES = ['', '拾', '佰', '仟'];
/** 10^4, 10^8, 10^12: the largest safe integer of fen has 14 digits of yuan. */
const GROUPS = ['', '万', '亿', '万亿'];

/** One group of four digits; zeros inside it are said once, before the next digit that is not zero. */
function groupInWords(group: number): string {
  let words = '';
  let isAfterZero = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(group / 10 ** place) % 10;
    if (digit === 0) {
      isAfterZero = words !== '';
    } else {
      words += `${isAfterZero ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`;
      isAfterZero = false;
    }
  }
  return words;
}

function yuanInWords(yuan: number): string {
  let words = '';
  let isGap = false;
  for (let index = GROUPS.length - 1; index >= 0; index -= 1) {
    const group = Math.floor(yuan / 10_000 ** index) % 10_000;
    if (group === 0) {
      isGap = words !== '';
      // 万亿 without 亿 below it: 壹万亿 already ends in 亿.
      continue;
    }
    const unit = index === 3 && Math.floor(yuan / 10_000 ** 2) % 10_000 > 0 ? '万' : (GROUPS[index] ?? '');
    words += `${words !== '' && (isGap || group < 1_000) ? '零' : ''}${groupInWords(group)}${unit}`;
    isGap = false;
  }
  return words;
}

/**
 * An amount in the capital numerals of cheques and contracts (大写), by the rules of 支付结算办法附一 for filling in
 * bills: 整 after 元 or 角, one 零 for any run of zeros between digits, 零 between 元 and 分.
 *
 * @example moneyInWords(fen(1_200_000)) //=> '人民币壹万贰仟元整'
 * @example moneyInWords(fen(10_405)) //=> '人民币壹佰零肆元零伍分'
 * @throws RangeError for a negative amount
 */
export function moneyInWords(amount: Fen): string {
  if (amount < 0) throw new RangeError('an amount in words is not negative');
  const yuan = Math.floor(amount / 100);
  const jiao = Math.floor(amount / 10) % 10;
  const cents = amount % 10;
  const whole = yuan === 0 ? '' : `${yuanInWords(yuan)}元`;
  if (jiao === 0 && cents === 0) return `人民币${whole === '' ? '零元' : whole}整`;
  if (cents === 0) return `人民币${whole}${DIGITS[jiao]}角整`;
  const tenths = jiao === 0 ? (whole === '' ? '' : '零') : `${DIGITS[jiao]}角`;
  return `人民币${whole}${tenths}${DIGITS[cents]}分`;
}
