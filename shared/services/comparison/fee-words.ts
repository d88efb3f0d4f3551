import type { FeeTotals } from './model-fees.ts';
import type { FeePair } from './model-headlines.ts';
import type { PairOf } from './pairs.ts';
import { verdictText, wanText, yuanText } from './words.ts';

function totalsText(name: string, { totalFen, buyerFen, sellerFen }: FeeTotals): string {
  return `${name}合计${wanText(totalFen)}(买方${wanText(buyerFen)}、委托方${wanText(sellerFen)})`;
}

function medianText(difference: FeePair['medianDifferenceFen'], { nameA, nameB }: PairOf): string {
  if (difference === null || difference === 0) return '每件差额中位数为0元';
  return `每件差额中位数为${difference < 0 ? nameA : nameB}低${yuanText(difference)}`;
}

/** The sentence on a fee comparison: the same sales, each side's part, on how many sales which is cheaper. */
export function feeSentence(found: Omit<FeePair, 'sentence'>, pair: PairOf): string {
  const { verdict, n, aCheaper, bCheaper, equal, totalsA, totalsB, medianDifferenceFen, overlap } = found;
  const { nameA, nameB } = pair;
  if (verdict === 'not-comparable') return `${nameA}、${nameB}:没有双方都有收费标准的成交,无协议费率,不可比。`;
  const leftOut = overlap.leftOut.length === 0 ? '' : `另有${overlap.leftOut.length}件无协议费率或要素不全,未纳入。`;
  return [
    found.isIllustrative ? '示例:' : '',
    `同一批成交${n.a}件,${totalsText(nameA, totalsA)},${totalsText(nameB, totalsB)};`,
    `${nameA}较低的${aCheaper.length}件,${nameB}较低的${bCheaper.length}件,持平${equal.length}件,`,
    `${medianText(medianDifferenceFen, pair)}:${verdictText(verdict, nameA, nameB)}。`,
    leftOut,
  ].join('');
}
