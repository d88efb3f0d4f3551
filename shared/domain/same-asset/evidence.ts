import { HOME_DISTRICT } from '../divisions.ts';
import { WORDS } from '../listing/words.ts';
import type { LotCard } from '../lot-card.ts';
import { type Fen, formatYuan } from '../money.ts';
import { toPlainText } from '../plain-text.ts';
import { beijingDate } from '../time.ts';
import type { Area } from '../trade.ts';
import { areAlike, titleCore } from './title-core.ts';

/** What may speak for two lots being the same asset, the weightiest first. */
export const EVIDENCE_CODES = [
  'reference',
  'title',
  'seller',
  'place',
  'area',
  'price',
  'same-times',
  'times',
] as const;
export type EvidenceCode = (typeof EVIDENCE_CODES)[number];

/** Chinese words of the pieces. */
export const EVIDENCE_TEXT: Readonly<Record<EvidenceCode, string>> = {
  reference: '委托编号相同',
  title: '名称相同或相近',
  seller: '处置单位相同',
  place: '所在乡镇街道相同',
  area: '面积相同',
  price: '价格相差三成以内',
  'same-times': '竞价时间相同',
  times: '竞价时间先后不重叠',
};

/** One piece of evidence: what it is, and what each side says, in words. */
export interface Evidence {
  readonly code: EvidenceCode;
  readonly left: string;
  readonly right: string;
}

/** What of a lot is held against another; `isPlanned`: a listing handed over to the platform, not a lot. */
export interface Sighting
  extends Pick<
    LotCard,
    | 'lotId'
    | 'platform'
    | 'title'
    | 'seller'
    | 'jurisdiction'
    | 'township'
    | 'location'
    | 'area'
    | 'appraisalFen'
    | 'startPriceFen'
    | 'priceBasis'
    | 'startsAt'
    | 'endsAt'
  > {
  /** Our listing it is known to come of. */
  readonly listing: string | null;
  readonly isPlanned: boolean;
}

type Pair = readonly [left: Sighting, right: Sighting];

/** Areas measured twice differ a little: 2 %. */
const AREA_PERCENT = 2;
/** A later round starts lower: 30 %. */
const PRICE_PERCENT = 30;

function areWithin(a: number, b: number, percent: number): boolean {
  return Math.abs(a - b) * 100 <= Math.max(a, b) * percent;
}

function areaWords({ thousandths, unit }: Area): string {
  const fraction = String(thousandths % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  const number = `${Math.floor(thousandths / 1000)}${fraction === '' ? '' : `.${fraction}`}`;
  return `${number} ${unit === 'mu' ? '亩' : '平方米'}`;
}

function townshipWords(code: string): string {
  return HOME_DISTRICT.townships.find((township) => township.code === code)?.name ?? code;
}

function timesWords({ startsAt, endsAt }: Sighting): string {
  const [from, to] = [startsAt, endsAt].map((at) => (at === null ? null : beijingDate(at)));
  return from === to ? (from ?? '') : `${from ?? '不明'} 至 ${to ?? '不明'}`;
}

function compactText(text: string): string {
  return toPlainText(text).replaceAll(' ', '');
}

function titles([left, right]: Pair): Evidence | null {
  if (left.title === null || right.title === null) return null;
  if (!areAlike(titleCore(left.title), titleCore(right.title))) return null;
  return { code: 'title', left: left.title, right: right.title };
}

function sellers([left, right]: Pair): Evidence | null {
  if (left.seller === null || right.seller === null) return null;
  if (compactText(left.seller) !== compactText(right.seller)) return null;
  return { code: 'seller', left: left.seller, right: right.seller };
}

/** A township read from the title says no more than the title does. */
function isSaidBesideTitle({ title, location, township, isPlanned }: Sighting): boolean {
  return isPlanned || location !== null || (township !== null && !(title ?? '').includes(townshipWords(township)));
}

function places([left, right]: Pair): Evidence | null {
  const isSame = left.township !== null && left.township === right.township;
  if (!isSame || !isSaidBesideTitle(left) || !isSaidBesideTitle(right)) return null;
  const words = ({ township, location }: Sighting) => location ?? townshipWords(township ?? '');
  return { code: 'place', left: words(left), right: words(right) };
}

function areas([left, right]: Pair): Evidence | null {
  if (left.area === null || right.area === null || left.area.unit !== right.area.unit) return null;
  if (!areWithin(left.area.thousandths, right.area.thousandths, AREA_PERCENT)) return null;
  return { code: 'area', left: areaWords(left.area), right: areaWords(right.area) };
}

/** Prices compare on one basis only, and the basis goes for the appraisal as well. */
function prices([left, right]: Pair): Evidence | null {
  const words = (name: string, amount: Fen, unit: string) => `${name} ${formatYuan(amount)}(${unit})`;
  const [a, b] = [left.appraisalFen, right.appraisalFen];
  const basis = left.priceBasis;
  const isOneBasis = basis !== null && basis === right.priceBasis;
  if (a !== null && b !== null && a > 0 && b > 0 && isOneBasis && areWithin(a, b, PRICE_PERCENT)) {
    return {
      code: 'price',
      left: words('评估价', a, WORDS.priceBasis[basis]),
      right: words('评估价', b, WORDS.priceBasis[basis]),
    };
  }
  const [from, to] = [left.startPriceFen, right.startPriceFen];
  if (from === null || to === null || from <= 0 || to <= 0 || !isOneBasis) return null;
  if (!areWithin(from, to, PRICE_PERCENT)) return null;
  const unit = WORDS.priceBasis[basis];
  return { code: 'price', left: words('起拍价', from, unit), right: words('起拍价', to, unit) };
}

/** Whether one is over before the other begins; `null`: not known. */
function areApart([left, right]: Pair): boolean | null {
  if (left.startsAt === null || left.endsAt === null || right.startsAt === null || right.endsAt === null) return null;
  return left.endsAt <= right.startsAt || right.endsAt <= left.startsAt;
}

function times(pair: Pair): Evidence | null {
  const [left, right] = pair;
  const said = { left: timesWords(left), right: timesWords(right) };
  if (left.isPlanned || right.isPlanned) {
    const isSame = left.startsAt !== null && left.startsAt === right.startsAt;
    return isSame ? { code: 'same-times', ...said } : null;
  }
  return areApart(pair) === true ? { code: 'times', ...said } : null;
}

function references([left, right]: Pair): Evidence | null {
  if (left.listing === null || left.listing !== right.listing) return null;
  return { code: 'reference', left: left.listing, right: right.listing };
}

/** Whether something both sides say tells them apart, whatever else is alike. */
export function areDifferent(left: Sighting, right: Sighting): boolean {
  const differ = <T>(a: T | null, b: T | null) => a !== null && b !== null && a !== b;
  if (differ(left.jurisdiction, right.jurisdiction) || differ(left.township, right.township)) return true;
  // Two listings of ours: the register of assets says what they are of.
  if (differ(left.listing, right.listing)) return true;
  const [a, b] = [left.area, right.area];
  if (a !== null && b !== null && a.unit === b.unit && !areWithin(a.thousandths, b.thousandths, AREA_PERCENT))
    return true;
  const isOnOnePlatform = left.platform === right.platform && !left.isPlanned && !right.isPlanned;
  return isOnOnePlatform && areApart([left, right]) === false;
}

/** Everything that speaks for two lots being the same asset, the weightiest first. */
export function evidenceOf(left: Sighting, right: Sighting): readonly Evidence[] {
  const pair: Pair = [left, right];
  const found = [references, titles, sellers, places, areas, prices, times].map((look) => look(pair));
  return found.filter((evidence) => evidence !== null);
}

/**
 * Whether evidence is enough to ask a person (待确认): the same reference; else a like title and two more pieces, of which
 * one is neither the price nor the time, for lots of one seller often share those.
 */
export function isEnough(evidence: readonly Evidence[]): boolean {
  const codes = new Set(evidence.map(({ code }) => code));
  if (codes.has('reference')) return true;
  const hasSubstance = codes.has('seller') || codes.has('place') || codes.has('area');
  return codes.has('title') && hasSubstance && codes.size >= 3;
}
