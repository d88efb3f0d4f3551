import type { ListingTerms } from '../listing/terms.ts';
import { formatYuan } from '../money.ts';
import type { ListingCheck } from './listing-check.ts';
import { ratioText } from './measure.ts';
import type { RuleConfidence, Verdict, VerdictKind } from './rule.ts';

interface OwnCheck {
  readonly rule: string;
  readonly citation: string;
  readonly confidence: RuleConfidence;
  readonly pointer: string;
}

function say(check: OwnCheck, kind: VerdictKind, sentence: string): Verdict {
  return { ...check, kind, sentence, earliest: null, missing: [] };
}

/** A price below what the members allowed has no resolution behind it. */
const FLOOR: OwnCheck = {
  rule: 'desk-resolution-floor',
  citation: '成员(代表)会议表决书',
  confidence: 'verified_text',
  pointer: '/startPriceFen',
};

function checkFloor({ startPriceFen, resolution: { floorFen } }: ListingTerms): readonly Verdict[] {
  if (startPriceFen === null || floorFen === null) return [];
  const found = `起拍价${formatYuan(startPriceFen)}元,表决确定的最低价${formatYuan(floorFen)}元`;
  if (startPriceFen >= floorFen) return [say(FLOOR, 'ok', `表决最低价:${found},起拍价不低于最低价。`)];
  return [say(FLOOR, 'breach', `表决最低价:${found};低于最低价的,须重新表决并重新报批。`)];
}

/** A reserve below the start price says nothing; taken for a slip of the pen. */
const RESERVE: OwnCheck = {
  rule: 'desk-reserve',
  citation: '本系统核对',
  confidence: 'assumption',
  pointer: '/reserveFen',
};

function checkReserve({ startPriceFen, reserveFen }: ListingTerms): readonly Verdict[] {
  if (startPriceFen === null || reserveFen === null || reserveFen >= startPriceFen) return [];
  return [
    say(
      RESERVE,
      'warning',
      `保留价:保留价${formatYuan(reserveFen)}元低于起拍价${formatYuan(startPriceFen)}元,不起作用,请核对。`,
    ),
  ];
}

const CUT: OwnCheck = {
  rule: 'desk-cut',
  citation: '交易中心轮次规则',
  confidence: 'assumption',
  pointer: '/startPriceFen',
};

/** What a cut is called: down by a share, up, or none. */
function changeText(from: number, to: number): string {
  if (to === from) return '未变';
  return `${to < from ? '降' : '升'}${ratioText({ n: Math.abs(from - to), d: from })}`;
}

/** The new price against the last one and the first one. The judicial limit of 20 % does not bind these sales. */
function checkCut({ terms, previous, policy }: ListingCheck): readonly Verdict[] {
  const [first, last] = [previous[0]?.startPriceFen ?? null, previous.at(-1)?.startPriceFen ?? null];
  const price = terms.startPriceFen;
  if (first === null || last === null || price === null || first <= 0 || last <= 0) return [];
  if (terms.priceBasis !== previous.at(-1)?.priceBasis || terms.priceBasis !== previous[0]?.priceBasis) {
    return [say(CUT, 'warning', '降价幅度:本轮计价方式与前几轮不同,价格不能直接比较,请说明。')];
  }
  const found = `上一轮${formatYuan(last)}元,本轮${formatYuan(price)}元(${changeText(last, price)}),与首轮${formatYuan(first)}元相比累计${changeText(first, price)}`;
  const isDeep = BigInt(last - price) * 1_000_000n > BigInt(policy.suggestedCutPpm) * BigInt(last);
  const limit = ratioText({ n: policy.suggestedCutPpm, d: 1_000_000 });
  const standing = policy.confirmed ? CUT : { ...CUT, citation: `${CUT.citation}(待确认)` };
  if (!isDeep) return [say(standing, 'ok', `降价幅度:${found}。`)];
  return [say(standing, 'warning', `降价幅度:${found};每轮建议不超过${limit},请说明理由。`)];
}

/** What no rule of the table says and a listing's prices still have to keep. */
export function checkPrices(check: ListingCheck): readonly Verdict[] {
  return [...checkFloor(check.terms), ...checkReserve(check.terms), ...checkCut(check)];
}
