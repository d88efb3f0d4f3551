import { toPlainText } from './plain-text.ts';

/**
 * Price basis (计价方式): what a quoted price is a price of. Prices on different bases are never compared or summed.
 * `percent` is a share of turnover (营业额提成).
 */
export const PRICE_BASES = ['total', 'per_year', 'per_month', 'per_mu_year', 'per_unit', 'percent'] as const;
export type PriceBasis = (typeof PRICE_BASES)[number];

const YUAN = '(?:[万亿]?元)?';
const PER = '(?:/每?|每)';
const UNITS =
  '个|件|套|台|辆|艘|只|头|株|棵|间|户|座|份|股|吨|公斤|千克|斤|亩|公顷|平方米|平米|㎡|m²|m2|立方米|m³|m3|米|公里';

const WORDS: readonly (readonly [PriceBasis, RegExp])[] = [
  ['total', /^(?:[万亿]?元|总价)$/],
  ['per_year', new RegExp(`^(?:${YUAN}${PER}年|年租金?)$`)],
  ['per_month', new RegExp(`^(?:${YUAN}${PER}月|月租金?)$`)],
  ['per_mu_year', new RegExp(`^${YUAN}(?:${PER}亩(?:${PER}|·)?年|${PER}年(?:${PER}|·)?亩|/\\(亩·年\\)|/\\(年·亩\\))$`)],
  ['per_unit', new RegExp(`^${YUAN}${PER}(?:${UNITS})$`)],
  ['percent', /^(?:占?(?:营业额|营业收入|销售额)的?)?(?:%|百分比|个?百分点)$/],
];

/**
 * Reads the unit word a platform prints beside a price, whatever the scale (元/年 and 万元/年 are one basis).
 * Undefined for an unknown word, and for units that are none of ours, as yuan per square metre and month.
 *
 * @example parsePriceBasis('元/亩·年') //=> 'per_mu_year'
 */
export function parsePriceBasis(text: string): PriceBasis | undefined {
  const word = toPlainText(text)
    .replaceAll(' ', '')
    .replace(/[.•・‧∙]/g, '·')
    .toLowerCase();
  const bare = /^\((.*)\)$/.exec(word)?.[1] ?? word;
  return WORDS.find(([, pattern]) => pattern.test(bare))?.[0];
}
