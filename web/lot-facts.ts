import { HOME_DISTRICT } from '#shared/domain/divisions.ts';
import type { LotCard } from '#shared/domain/lot-card.ts';
import type { LotState, Register } from '#shared/domain/lot-state.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import type { Stamp } from '#shared/domain/stamp.ts';
import type { Instant } from '#shared/domain/time.ts';
import { TRADE_KIND_TEXT } from '#shared/domain/trade-words.ts';
import {
  areaText,
  basisText,
  correctionsText,
  escalationText,
  milestoneText,
  moneyText,
  roundText,
  termText,
  timeText,
} from './format.ts';
import { ASSET_CLASS_TEXT, CATEGORY_TEXT, SALE_MODE_TEXT, UNKNOWN, VENUE_TEXT } from './words.ts';

/** Groups of facts, in the order people read them. */
export const FACT_GROUPS = ['价格', '时间', '资产', '出让方与平台', '竞买', '成交后'] as const;
type FactGroup = (typeof FACT_GROUPS)[number];

/** A time, and whether it is a milestone. */
interface ShownTime {
  readonly at: Instant;
  readonly isMilestone: boolean;
}

/** How one fact is shown. */
interface FactWords<T> {
  readonly group: FactGroup;
  readonly label: string;
  readonly text: (value: T, card: LotCard) => string;
  /** The fact is a time: of a clock, or of a milestone, which may be stated as a day alone. */
  readonly at?: (value: T) => ShownTime;
  /** Few platforms state it: where unknown it is named in one line instead of having its own. */
  readonly seldom: boolean;
}

type FactTable = { readonly [K in keyof LotFacts]: FactWords<LotFacts[K]> };
type Often = 'often' | 'seldom';

function time(group: FactGroup, label: string, often: Often): FactWords<Instant> {
  return { group, label, text: timeText, at: (at) => ({ at, isMilestone: false }), seldom: often === 'seldom' };
}

function milestone(group: FactGroup, label: string, often: Often): FactWords<Instant> {
  return { group, label, text: milestoneText, at: (at) => ({ at, isMilestone: true }), seldom: often === 'seldom' };
}

function word<T extends string>(
  group: FactGroup,
  label: string,
  often: Often,
  words?: Readonly<Record<T, string>>,
): FactWords<T> {
  return { group, label, text: (value) => words?.[value] ?? value, seldom: often === 'seldom' };
}

function count(group: FactGroup, label: string, unit: string, often: Often): FactWords<number> {
  return { group, label, text: (value) => `${value} ${unit}`, seldom: often === 'seldom' };
}

/** A sum in yuan. */
function sum(label: string, often: Often): FactWords<Fen> {
  return { group: '价格', label, text: (value) => moneyText(value), seldom: often === 'seldom' };
}

/** A price on the lot's price basis. */
function price(label: string, often: Often): FactWords<Fen> {
  const text = (value: Fen, card: LotCard) => moneyText(value, card.priceBasis);
  return { group: '价格', label, text, seldom: often === 'seldom' };
}

/** A hammer price stays visible when the outcome was reversed, but not as the price the lot was sold at. */
function hammerText(value: Fen, card: LotCard): string {
  const amount = moneyText(value, card.priceBasis);
  return card.hammerPriceFen === null ? `${amount}(平台曾给出;现在的状态不是成交)` : amount;
}

function divisionText(code: string): string {
  const township = HOME_DISTRICT.townships.find((unit) => code.startsWith(unit.code));
  const names = code.startsWith(HOME_DISTRICT.code) ? [HOME_DISTRICT.name, township?.name ?? ''] : [];
  return [code, names.join('')].join(' ').trim();
}

/** Every fact of a lot, in the order of the page. A fact that is not here does not compile. */
const FACTS: FactTable = {
  startPrice: price('起拍价', 'often'),
  currentPrice: price('当前价', 'often'),
  hammerPrice: { ...price('成交价', 'often'), text: hammerText },
  appraisal: sum('评估价', 'often'),
  deposit: sum('保证金', 'often'),
  increment: price('加价幅度', 'often'),
  maxIncrement: price('最高加价', 'seldom'),
  reserve: word('价格', '保留价', 'seldom', { none: '无', hidden: '有,不公开' }),
  priceBasis: { ...word('价格', '计价方式', 'often'), text: (value) => basisText(value) },
  startsAt: time('时间', '开始时间', 'often'),
  endsAt: time('时间', '结束时间', 'often'),
  registrationStartsAt: time('时间', '报名开始', 'seldom'),
  registrationEndsAt: time('时间', '报名截止', 'often'),
  viewingStartsAt: time('时间', '看样开始', 'seldom'),
  viewingEndsAt: time('时间', '看样截止', 'seldom'),
  extensionMinutes: count('时间', '延时周期', '分钟', 'often'),
  extensionCount: count('时间', '已延时', '次', 'seldom'),
  submittedAt: milestone('时间', '提交审批', 'seldom'),
  corrections: { group: '时间', label: '退回补正', text: correctionsText, seldom: true },
  approvedAt: milestone('时间', '审批完成', 'seldom'),
  packageHandedOverAt: milestone('时间', '资料移交', 'seldom'),
  materialsCompleteAt: milestone('时间', '资料齐备', 'seldom'),
  liveAt: milestone('时间', '公告发布', 'seldom'),
  title: word('资产', '名称', 'often'),
  assetClass: word('资产', '资产类别', 'often', ASSET_CLASS_TEXT),
  tradeKind: word('资产', '流转方式', 'often', TRADE_KIND_TEXT),
  area: { group: '资产', label: '面积', text: areaText, seldom: false },
  termMonths: { group: '资产', label: '期限', text: termText, seldom: false },
  escalation: { group: '资产', label: '租金递增', text: escalationText, seldom: true },
  location: word('资产', '所在地', 'often'),
  divisionCode: { ...word('资产', '行政区划', 'seldom'), text: divisionText },
  propertyKey: word('资产', '资产标识', 'seldom'),
  seller: word('出让方与平台', '处置单位', 'often'),
  tradeCategory: word('出让方与平台', '交易类别', 'often', CATEGORY_TEXT),
  saleMode: word('出让方与平台', '交易方式', 'often', SALE_MODE_TEXT),
  venue: word('出让方与平台', '交易场所', 'seldom', VENUE_TEXT),
  venueAddress: word('出让方与平台', '现场地址', 'seldom'),
  serviceAgency: word('出让方与平台', '拍卖行', 'seldom'),
  reference: word('出让方与平台', '挂牌编号', 'seldom'),
  url: word('出让方与平台', '平台网址', 'seldom'),
  round: { group: '竞买', label: '轮次', text: (value) => roundText(value) ?? UNKNOWN, seldom: false },
  registrationCount: count('竞买', '报名', '人', 'often'),
  bidCount: count('竞买', '出价', '次', 'often'),
  statusReason: word('竞买', '撤回或中止原因', 'seldom'),
  resultKnownAt: milestone('成交后', '结果公布', 'often'),
  confirmedAt: milestone('成交后', '成交确认', 'often'),
  publicityStartsAt: milestone('成交后', '公示开始', 'often'),
  publicityEndsAt: milestone('成交后', '公示结束', 'often'),
  contractSignedAt: milestone('成交后', '合同签订', 'often'),
  paidAt: milestone('成交后', '付清价款', 'often'),
  handedOverAt: milestone('成交后', '资产交割', 'often'),
  depositsRefundedAt: milestone('成交后', '保证金清退', 'often'),
};

/** What a fact is called on pages; its own name where it is none of a lot's. */
export function factLabel(name: string): string {
  if (name === 'status') return '状态';
  return Object.entries(FACTS).find(([known]) => known === name)?.[1].label ?? name;
}

/** One fact as the page shows it; `stamp` absent: nobody reported it. */
export interface FactRow {
  readonly name: keyof LotFacts;
  readonly group: FactGroup;
  readonly label: string;
  readonly text: string;
  readonly time: ShownTime | null;
  readonly stamp?: Stamp;
  readonly seldom: boolean;
}

function factRow<K extends keyof LotFacts>(name: K, card: LotCard, state: LotState): FactRow {
  const words: FactWords<LotFacts[K]> = FACTS[name];
  const { group, label, seldom } = words;
  const register = state.facts[name] as Register<LotFacts[K]> | undefined;
  if (register === undefined) return { name, group, label, seldom, text: UNKNOWN, time: null };
  const { value, stamp } = register;
  return { name, group, label, seldom, stamp, text: words.text(value, card), time: words.at?.(value) ?? null };
}

/** All facts a lot can have, known and unknown, in the order of the page. */
export function factRows(card: LotCard, state: LotState): readonly FactRow[] {
  return (Object.keys(FACTS) as (keyof LotFacts)[]).map((name) => factRow(name, card, state));
}
