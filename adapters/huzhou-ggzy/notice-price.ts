import { type Fen, parseMoney } from '#shared/domain/money.ts';
import { type PriceBasis, parsePriceBasis } from '#shared/domain/price.ts';
import type { Note } from '../kit/notice-amounts.ts';
import { quote } from '../kit/rows.ts';

/** A price a notice names, and what it is a price of as far as it says. */
interface NamedPrice {
  readonly amount: Fen;
  readonly basis: PriceBasis | undefined;
}

const OF = '年租金|月租金|租金|总价|单价';
/** (万元/年):3.5, 为3.5万元/年, 3.5万元每亩每年 */
const FIGURE =
  '(?:\\((?<unit>[^()]{1,12})\\))?(?:为|是|:)? ?(?:人民币)? ?[¥￥]? ?(?<figure>\\d[\\d,.]{0,23})(?![\\d,.]* ?%) ?(?<scale>[万亿]?元)?(?<per>(?:(?:/|每|·)[^\\d\\s,。;、:()/每·]{1,6}){1,3})?';

function pattern(words: string): RegExp {
  return new RegExp(`(?<before>${OF})?(?:${words})(?<after>${OF}|价格?|金额)${FIGURE}`, 'g');
}

const START = pattern('起始|起拍|起租|挂牌|(?<!保留)(?:出租|招租|发包|转让|出让|流转|交易)?底');
const HAMMER = pattern('成交|中标|竞得');

/** Start price (起始价, 起拍价, 挂牌价, 底价). */
export function readStartPrice(text: string, note: Note): NamedPrice | undefined {
  return readPrice(text, START, '起始价', note);
}

/** Hammer price (成交价). */
export function readHammerPrice(text: string, note: Note): NamedPrice | undefined {
  return readPrice(text, HAMMER, '成交价', note);
}

/** The one price a text names: nothing, and a note, where it names different ones or one that cannot be read. */
function readPrice(text: string, words: RegExp, place: string, note: Note): NamedPrice | undefined {
  const found = [...text.matchAll(words)].map((match) => toPrice(match.groups ?? {}) ?? match[0]);
  const unread = found.find((price) => typeof price === 'string');
  if (unread !== undefined) note(place, `not an amount with its unit: ${quote(unread)}`);
  const prices = found.filter((price) => typeof price !== 'string');
  const bases = new Set(prices.flatMap(({ basis }) => basis ?? []));
  const isOne = new Set(prices.map(({ amount }) => amount)).size <= 1 && bases.size <= 1;
  if (!isOne) note(place, 'several different amounts');
  const [first] = prices;
  return unread === undefined && isOne && first !== undefined ? { ...first, basis: [...bases][0] } : undefined;
}

/** Undefined without a unit, and for a price of something that is none of our bases. */
function toPrice({
  before,
  after,
  unit,
  figure,
  scale,
  per,
}: Readonly<Record<string, string | undefined>>): NamedPrice | undefined {
  const scaleWord = scale ?? /^[万亿]?元/.exec(unit ?? '')?.[0];
  const perWord = per ?? unit?.slice(/^[万亿]?元/.exec(unit)?.[0].length ?? 0) ?? '';
  const amount = scaleWord === undefined ? undefined : parseMoney(`${figure}${scaleWord}`);
  if (amount?.kind !== 'amount' || amount.fen === 0) return undefined;
  const bases = new Set([before, after].flatMap((word) => toBasis(word) ?? []));
  if (perWord !== '') {
    const basis = parsePriceBasis(`元${perWord}`);
    if (basis === undefined) return undefined;
    bases.add(basis);
  }
  return bases.size > 1 ? undefined : { amount: amount.fen, basis: [...bases][0] };
}

/** 租金 and 价 say no basis of their own; 单价 is of a thing the words do not name. */
function toBasis(word: string | undefined): PriceBasis | undefined {
  if (word === '年租金') return 'per_year';
  if (word === '月租金') return 'per_month';
  return word === '总价' ? 'total' : undefined;
}
