import { addMs, beijingDate, type Instant, type LocalDate } from '#shared/domain/time.ts';
import { addWorkingDays, atMinute, dayOf2023 } from './days.ts';
import { csvText, type DemoDocument, textDocument } from './document.ts';
import type { OfficialLot } from './lots.ts';
import { knownBy, type Milestones } from './milestones.ts';
import type { Ending } from './plan.ts';
import { RECORD_ENDS } from './published.ts';
import { drawsOf } from './random.ts';
import { areaText, momentText, ROUND_WORDS, yuanText } from './words.ts';

const DAY_MS = 86_400_000;
/** A table repeats the lots of so many days, with what has happened to them since. */
const REACHES_MS = 95 * DAY_MS;
/** Of a hundred cells about what comes after the sale, so many are left blank for good. */
const BLANK_PERCENT = 4;
const BASES = { total: '元', per_year: '元/年', per_month: '元/月', per_mu_year: '元/亩·年' } as const;
const KINDS = { lease: '出租', 'contract-out': '发包', transfer: '转让' } as const;
const OWNERS = { collective: '农村产权', state: '国有资产' } as const;
const STATUS: Readonly<Record<Exclude<Ending, 'open'>, string>> = {
  sold: '成交',
  'passed-in': '流拍',
  withdrawn: '撤回',
  suspended: '中止',
  defaulted: '悔拍',
};

type Cell = (lot: OfficialLot, at: Instant) => string;

function day(name: keyof Milestones): Cell {
  return (lot, at) => {
    const isBlank = name !== 'liveAt' && drawsOf(lot.asset.number, `${lot.id} ${name}`).percent(BLANK_PERCENT);
    const moment = isBlank ? undefined : knownBy(lot.milestones, at)[name];
    return moment === undefined ? '' : moment.length > 10 ? beijingDate(moment as Instant) : (moment as LocalDate);
  };
}

/** When the table is drawn up, a default may not have happened yet. */
function statusText({ round, changedAt }: OfficialLot, at: Instant): string {
  if (round.ending === 'open') throw new RangeError('an open lot is in no table of results');
  const isDefaulted = round.ending === 'defaulted' && changedAt !== undefined && changedAt <= at;
  return round.ending === 'defaulted' && !isDefaulted ? STATUS.sold : STATUS[round.ending];
}

const COLUMNS: readonly (readonly [head: string, cell: Cell])[] = [
  ['标的编号', ({ id }) => id],
  ['标的名称', ({ offer }) => offer.title],
  ['轮次', ({ round }) => ROUND_WORDS[round.number]],
  ['交易结果', statusText],
  ['交易类别', ({ asset }) => OWNERS[asset.owner]],
  ['资产类别', ({ asset }) => asset.kind.tableWord],
  ['流转方式', ({ asset }) => KINDS[asset.kind.tradeKind]],
  ['交易方式', () => '拍卖'],
  ['交易场所', ({ isOnline }) => (isOnline ? '网络' : '现场')],
  ['拍卖行', () => '湖州示例拍卖行有限公司'],
  ['委托方', ({ asset }) => asset.seller.name],
  ['标的所在地', ({ offer }) => offer.location],
  ['面积', areaCell],
  ['计价方式', ({ offer }) => BASES[offer.basis]],
  ['租期(月)', ({ offer }) => String(offer.termMonths ?? '')],
  ['起拍价(元)', ({ offer, prices }) => (offer.isStartUnsaid ? '' : yuanText(prices.start))],
  ['评估价(元)', ({ appraisal }) => (appraisal === undefined ? '无' : yuanText(appraisal))],
  ['保证金(元)', ({ deposit }) => yuanText(deposit)],
  ['成交价(元)', ({ prices }) => (prices.hammer === undefined ? '' : yuanText(prices.hammer))],
  ['报名人数', ({ bidding }) => String(bidding.registrations)],
  ['出价次数', ({ isOnline, bidding }) => (isOnline ? String(bidding.bids.length) : '/')],
  ['竞价开始时间', ({ startsAt }) => momentText(startsAt)],
  ['竞价结束时间', ({ bidding }) => momentText(bidding.endsAt)],
  ['资料齐全日期', day('materialsCompleteAt')],
  ['公告日期', day('liveAt')],
  ['结果公布日期', day('resultKnownAt')],
  ['成交确认日期', day('confirmedAt')],
  ['公示开始日期', day('publicityStartsAt')],
  ['公示结束日期', day('publicityEndsAt')],
  ['合同签订日期', day('contractSignedAt')],
  ['付款日期', day('paidAt')],
  ['交付日期', day('handedOverAt')],
  ['保证金清退日期', day('depositsRefundedAt')],
];

function areaCell({ offer, asset }: OfficialLot): string {
  if (offer.area === undefined) return '';
  return `${areaText(offer.area)}${asset.kind.area?.unit === 'mu' ? '亩' : '平方米'}`;
}

/** Days on which the house sends its table: early each month, and once more as the year ends. */
function tableTimes(): readonly Instant[] {
  const months = ['02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
  const times = months.map((month) => atMinute(addWorkingDays(dayOf2023(`${month}-01`), 5), 900));
  return [...times, addMs(RECORD_ENDS, -30 * 60_000)];
}

/** The house's tables of results (成交结果表): every lot of three months that is over, as far as it has come. */
export function houseTables(lots: readonly OfficialLot[]): readonly DemoDocument[] {
  return tableTimes().map((at) => {
    const shown = lots.filter(({ bidding, round }) => {
      return round.ending !== 'open' && bidding.endsAt < at && addMs(bidding.endsAt, REACHES_MS) > at;
    });
    const rows = shown.map((lot) => COLUMNS.map(([, cell]) => cell(lot, at)));
    const heads = COLUMNS.map(([head]) => head);
    return textDocument('house', 'result-file', at, `成交结果表 ${beijingDate(at)}`, csvText([heads, ...rows]));
  });
}
