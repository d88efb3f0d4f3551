import { tradeDoubts } from '../asset/classes.ts';
import { wholeValue } from '../listing/value.ts';
import { formatYuan } from '../money.ts';
import { momentText } from './date-words.ts';
import type { ListingCheck } from './listing-check.ts';
import { ratioText } from './measure.ts';
import { dayOf, type Moment } from './periods.ts';
import type { Verdict } from './rule.ts';
import { EVENT_WORDS } from './words.ts';

function own(
  rule: string,
  pointer: string,
): Pick<Verdict, 'rule' | 'citation' | 'confidence' | 'pointer' | 'earliest' | 'missing'> {
  return { rule, citation: '本系统核对', confidence: 'assumption', pointer, earliest: null, missing: [] };
}

/** What has to come in this order, each no later than the next. */
const ORDER = ['notice_published', 'disclosure_end', 'auction_start', 'scheduled_end'] as const;

/** Dates in the wrong order: nobody can bid before registration has ended, or end before beginning. */
function checkOrder({ terms: { windows } }: ListingCheck): readonly Verdict[] {
  const times: Readonly<Record<(typeof ORDER)[number], Moment | null>> = {
    notice_published: windows.noticeOn,
    disclosure_end: windows.registrationEndsAt,
    auction_start: windows.biddingStartsAt,
    scheduled_end: windows.biddingEndsAt,
  };
  const known = ORDER.flatMap((event) => (times[event] === null ? [] : [{ event, at: times[event] }]));
  return known.slice(1).flatMap(({ event, at }, index) => {
    const before = known[index];
    if (before === undefined || !isBefore(at, before.at)) return [];
    const { name, pointer } = EVENT_WORDS[event];
    const sentence = `时间顺序:${name}${momentText(at)}早于${EVENT_WORDS[before.event].name}${momentText(before.at)}。`;
    return [{ ...own(`desk-order-${event}`, pointer ?? '/windows'), kind: 'breach' as const, sentence }];
  });
}

function isBefore(a: Moment, b: Moment): boolean {
  return a.length === b.length ? a < b : dayOf(a) < dayOf(b);
}

/** The deposit against the start price and the whole value: told, not judged, for 5 to 20 % binds judicial sales only. */
function checkDeposit({ terms }: ListingCheck): readonly Verdict[] {
  const { deposit, startPriceFen } = terms;
  if (deposit.fen === null || startPriceFen === null || startPriceFen <= 0) return [];
  const whole = wholeValue(terms, null);
  const ofWhole =
    whole.kind === 'amount' && whole.fen > 0 && whole.fen !== startPriceFen
      ? `,为总额${formatYuan(whole.fen)}元的${rounded(deposit.fen, whole.fen)}`
      : '';
  const sentence = `保证金比例:保证金${formatYuan(deposit.fen)}元,为起拍价的${rounded(deposit.fen, startPriceFen)}${ofWhole};除司法拍卖外没有法定比例。`;
  return [{ ...own('desk-deposit', '/deposit/fen'), kind: 'ok', sentence }];
}

/** A percentage with one decimal, cut off. */
function rounded(part: number, whole: number): string {
  const thousandths = Number((BigInt(part) * 1_000n) / BigInt(whole));
  return ratioText({ n: thousandths, d: 1_000 });
}

/** Shares of a collective move inside it only (浙江省农村集体资产管理条例第三十条): on a public platform they are a finding. */
function checkShares({ assets, terms }: ListingCheck): readonly Verdict[] {
  if (!assets.some(({ assetClass }) => assetClass === 'collective_share')) return [];
  if (terms.eligibility.who === 'members-only') return [];
  return [
    {
      ...own('zj-30', '/eligibility/who'),
      citation: '《浙江省农村集体资产管理条例》第三十条',
      confidence: 'verified_text',
      kind: 'breach',
      sentence: '集体股权流转范围:集体股权只能在本集体内部流转,竞买人资格须限于本集体成员。',
    },
  ];
}

/** What is unusual about trading an asset of its class in this way; shares have a check of their own. */
function checkTrade({ assets, terms: { tradeKind } }: ListingCheck): readonly Verdict[] {
  if (tradeKind === null) return [];
  const classes = new Set(assets.map(({ assetClass }) => assetClass).filter((each) => each !== 'collective_share'));
  return [...classes].flatMap((assetClass) => {
    const doubts = tradeDoubts(assetClass, tradeKind);
    if (doubts.length === 0) return [];
    const sentence = `资产类别与交易方式:${doubts.join('')}`;
    return [{ ...own(`desk-trade-${assetClass}`, '/tradeKind'), kind: 'warning' as const, sentence }];
  });
}

/** What no rule of the table says and a listing still has to keep, apart from prices. */
export function checkDesk(check: ListingCheck): readonly Verdict[] {
  return [...checkOrder(check), ...checkDeposit(check), ...checkShares(check), ...checkTrade(check)];
}
