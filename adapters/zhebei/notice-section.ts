import type { Fen } from '#shared/domain/money.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import type { PriceBasis } from '#shared/domain/price.ts';
import type { Area } from '#shared/domain/trade.ts';
import { parseArea } from '../kit/area.ts';
import { toFactText } from '../kit/fact-text.ts';
import { AMOUNT, amounts, type Note, only, toAmount } from '../kit/notice-amounts.ts';
import { maskPersonNames } from '../kit/person-names.ts';
import { quote } from '../kit/rows.ts';
import { said } from '../kit/said.ts';
import { readNumeral } from './numerals.ts';
import { readAssetClass, readTradeKind } from './words.ts';

const START = new RegExp(
  `((?:首年|第一年|(?<![一二两三四五六七八九十个\\d])[年月])?租金|总价|单价)?(?:起拍|起始)(总价|年租金|月租金|租金|单价|价)?(?:为|是|:)? ?(?:${AMOUNT}(/年|/月|每年|每月)?)?`,
  'g',
);
const DEPOSIT = new RegExp(`(?<!履约|租赁|合同)(?:竞买|竞拍|拍卖)?保证金(?:为|是|:)? ?${AMOUNT}`, 'g');
const DEPOSIT_AFTER = new RegExp(`${AMOUNT}的?(?:竞买|竞拍|拍卖)保证金`, 'g');
const AREA = /面积(?:约|为|共|合计|:)* ?([\d,.]{1,24} ?(?:㎡|m²|m2|平方米|平米|亩))/g;
const TERM =
  /(?<![\d第])(\d{1,2}|[一二三四五六七八九十]{1,3})年(?:的)?(?:租赁|租期|承租|使用权|承包|经营权|期租)|(?:租赁|承租|承包|经营)期(?:限)?(?:为|:)? ?(\d{1,2}|[一二三四五六七八九十]{1,3})年/g;

/** Reads what a section says of its own lot. */
export function readSection(text: string, note: Note): Partial<LotFacts> {
  return said<LotFacts>({
    title: maskPersonNames(toFactText(/^[^,;。\n]*/.exec(text)?.[0] ?? '')) || undefined,
    ...readStart(text, note),
    deposit: only(readDeposits(text), '保证金', note),
    area: readArea(text, note),
    termMonths: readTerm(text, note),
    reserve: readReserve(text, note),
    assetClass: readAssetClass(text),
    tradeKind: readTradeKind(text),
  });
}

/** Amounts of deposits a text names for bidding, never those for the contract (履约保证金). */
export function readDeposits(text: string): readonly (Fen | string)[] {
  return [...amounts(text, DEPOSIT), ...amounts(text, DEPOSIT_AFTER)];
}

function readStart(text: string, note: Note): { readonly startPrice?: Fen; readonly priceBasis?: PriceBasis } {
  const found = [...text.matchAll(START)].map(([, before = '', after = '', written = '', per = '']) => ({
    amount: toAmount(written),
    bases: new Set([before, after, per].flatMap((word) => toBasis(word) ?? [])),
  }));
  const startPrice = only(
    found.map(({ amount }) => amount),
    '起拍价',
    note,
  );
  if (found.length === 0) note('起拍价', 'not said in this section');
  if (startPrice === undefined) return {};
  const bases = new Set(found.flatMap((start) => [...start.bases]));
  if (bases.size > 1) note('计价方式', 'several different price bases');
  const [priceBasis] = bases;
  return bases.size === 1 && priceBasis !== undefined ? { startPrice, priceBasis } : { startPrice };
}

/** Rent for one year is a price per year also where it rises later. A price without such a word has an unknown basis. */
function toBasis(word: string): PriceBasis | undefined {
  if (word.includes('年')) return 'per_year';
  if (word.includes('月')) return 'per_month';
  return word.endsWith('总价') ? 'total' : undefined;
}

function readArea(text: string, note: Note): Area | undefined {
  const written = new Set([...text.matchAll(AREA)].map(([, area = '']) => area));
  if (written.size > 1) note('面积', 'several different areas');
  if (written.size > 1) return undefined;
  const [first = ''] = written;
  const area = parseArea(first);
  if (area === undefined && text.includes('面积')) note('面积', `not an area: ${quote(first || text)}`);
  return area;
}

function readTerm(text: string, note: Note): number | undefined {
  const years = new Set([...text.matchAll(TERM)].map(([, before, after]) => readNumeral(before ?? after ?? '')));
  if (years.size > 1) note('期限', 'several different terms');
  const [first] = years;
  return years.size === 1 && first !== undefined ? first * 12 : undefined;
}

/** Reads whether there is a reserve price (保留价), which these notices never state. */
export function readReserve(text: string, note: Note): LotFacts['reserve'] | undefined {
  const hasOne = /(?<![没未无不])(?:有|设有?|设置)保留价/.test(text);
  const hasNone = /(?:无|不设|没有|未设)保留价/.test(text);
  if (hasOne && hasNone) note('保留价', 'said both to exist and not to');
  if (hasOne === hasNone) return undefined;
  return hasOne ? 'hidden' : 'none';
}
