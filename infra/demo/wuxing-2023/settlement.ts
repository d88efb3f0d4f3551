import { dayNumberOf } from '#shared/domain/calendar/beijing-day.ts';
import { addMs, formatBeijing, type Instant } from '#shared/domain/time.ts';
import { addWorkingDays, atMinute, dayOf2023 } from './days.ts';
import { csvText, type DemoDocument, jsonDocument, textDocument } from './document.ts';
import type { OfficialLot } from './lots.ts';
import { knownBy, lastMilestone, type Milestones } from './milestones.ts';
import { titleOf } from './opi-lots.ts';
import { RECORD_ENDS } from './published.ts';
import { drawsOf } from './random.ts';
import { momentText, ROUND_WORDS, yuanText } from './words.ts';

/** Until July the platform sent no settlement documents but a table a month. */
const SETTLEMENTS_FROM = atMinute(dayOf2023('07-01'), 0);
const INTERIM_PERCENT = 20;
const UNTOLD_PERCENT = 5;
const DAY_MS = 86_400_000;
/** A table repeats the lots of so many days, with what has happened to them since. */
const TABLE_REACHES_MS = 92 * DAY_MS;
const TABLE_MONTHS = ['02', '03', '04', '05', '06', '07', '08'];

const TABLE_HEADS: readonly (readonly [head: string, milestone: keyof Milestones])[] = [
  ['材料齐备', 'materialsCompleteAt'],
  ['公告上线', 'liveAt'],
  ['结果产生', 'resultKnownAt'],
  ['成交确认', 'confirmedAt'],
  ['公示开始', 'publicityStartsAt'],
  ['公示结束', 'publicityEndsAt'],
  ['合同签订', 'contractSignedAt'],
  ['价款付清', 'paidAt'],
  ['标的交付', 'handedOverAt'],
  ['保证金退清', 'depositsRefundedAt'],
];

/** Numbers of deposits as they stand: the winner's turns into price, the losers' go back. */
function depositsAt({ bidding, round }: OfficialLot, isRefunded: boolean, isSigned: boolean): object {
  const received = bidding.registrations;
  const winner = round.ending === 'passed-in' ? 0 : 1;
  const forfeited = round.ending === 'defaulted' ? winner : 0;
  const convertedToPrice = isSigned ? winner - forfeited : 0;
  const refunded = isRefunded ? received - winner : 0;
  return { received, refunded, convertedToPrice, forfeited, held: received - refunded - convertedToPrice - forfeited };
}

function settlement(lot: OfficialLot, at: Instant): DemoDocument {
  const milestones = knownBy(lot.milestones, at);
  const moments = Object.entries(milestones).map(([name, moment]) => [name, toText(moment)]);
  const isRefunded = milestones.depositsRefundedAt !== undefined;
  return jsonDocument('district', 'settlement', at, `成交后节点 ${lot.id}`, {
    schema: 'opi.settlement.v1',
    platformTime: formatBeijing(at),
    settlement: {
      lotId: lot.id,
      milestones: { ...Object.fromEntries(moments), endedAt: formatBeijing(lot.bidding.endsAt) },
      deposits: depositsAt(lot, isRefunded, milestones.contractSignedAt !== undefined),
    },
  });
}

function toText(moment: string): string {
  return moment.length > 10 ? formatBeijing(moment as Instant) : moment;
}

/** What the platform tells of a lot after its bidding: once all is done or the record ends, for some once before. */
export function settlements(lot: OfficialLot, seed: number): readonly DemoDocument[] {
  const draws = drawsOf(seed, `settlement ${lot.id}`);
  const { bidding, milestones } = lot;
  if (
    !isReported(lot) ||
    bidding.endsAt < SETTLEMENTS_FROM ||
    bidding.endsAt > RECORD_ENDS ||
    draws.percent(UNTOLD_PERCENT)
  )
    return [];
  const done = atMinute(addWorkingDays(lastMilestone(milestones), 1), draws.between(560, 1_000));
  const last = done < RECORD_ENDS ? done : addMs(RECORD_ENDS, -60_000);
  const interim = atMinute(addWorkingDays(dayNumberOf(bidding.endsAt), 8), 600);
  const isTold = interim < last && draws.percent(INTERIM_PERCENT);
  return [...(isTold ? [settlement(lot, interim)] : []), settlement(lot, last)];
}

/** Nothing is to be told of a lot without result, or nobody's deposit. */
function isReported(lot: OfficialLot): boolean {
  return lot.milestones.resultKnownAt !== undefined && lot.bidding.registrations > 0;
}

/** The tables of the first half year: what had become of the lots of three months. */
export function settlementTables(lots: readonly OfficialLot[]): readonly DemoDocument[] {
  return TABLE_MONTHS.map((month) => {
    const at = atMinute(addWorkingDays(dayOf2023(`${month}-01`), 4), 615);
    const shown = lots.filter((lot) => {
      const { endsAt } = lot.bidding;
      return isReported(lot) && endsAt < at && endsAt < SETTLEMENTS_FROM && addMs(endsAt, TABLE_REACHES_MS) > at;
    });
    const heads = ['标的编号', '标的名称', '轮次', '结果', '成交价(元)', ...TABLE_HEADS.map(([head]) => head)];
    const rows = shown.map((lot) => tableRow(lot, at));
    return textDocument('district', 'result-file', at, `成交结果表 2023年${month}月报`, csvText([heads, ...rows]));
  });
}

/** A default that has happened by then is no sale any more, though its price stands. */
function statusText({ round, prices, changedAt }: OfficialLot, at: Instant): string {
  if (prices.hammer === undefined) return '流拍';
  return round.ending === 'defaulted' && changedAt !== undefined && changedAt <= at ? '悔拍' : '成交';
}

function tableRow(lot: OfficialLot, at: Instant): readonly string[] {
  const known = knownBy(lot.milestones, at);
  const moments = TABLE_HEADS.map(([, name]) => momentText(known[name]));
  const { hammer } = lot.prices;
  const price = hammer === undefined ? '' : yuanText(hammer);
  return [lot.id, titleOf(lot), ROUND_WORDS[lot.round.number], statusText(lot, at), price, ...moments];
}
