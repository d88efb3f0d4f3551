import { STATE_NAMES } from '#shared/domain/listing/transitions.ts';
import { TRADE_KIND_TEXT } from '#shared/domain/trade-words.ts';
import { divisionName } from '#shared/domain/villages.ts';
import type { ListingRecord } from '#shared/services/desk/listing/listing-records.ts';
import type { ClockHolder } from '#shared/services/desk/listing/timeline.ts';
import { basisText } from '../format.ts';
import { HOLDER_TEXT, UNTITLED } from '../pages/desk/listings/words.ts';
import { type Cell, count, inWords, span, textOrUnknown, time, unknownCell, words, yuan } from '../report/cells.ts';
import type { Table } from '../report/table.ts';
import { ASSET_CLASS_TEXT } from '../words.ts';

/** The platform's name by its id. */
type PlatformName = (id: string) => string;
type Column = readonly [heading: string, cell: (record: ListingRecord, platformName: PlatformName) => Cell];

function reserveCell({ reserve }: ListingRecord): Cell {
  return reserve === 'hidden' ? words('结束后公开') : yuan(reserve.fen);
}

function daysOf(holder: ClockHolder): Column {
  return [
    `${HOLDER_TEXT[holder]}用时(工作日)`,
    ({ workingDays }) => {
      const days = workingDays[holder];
      return days === null ? unknownCell() : span(days, null);
    },
  ];
}

const COLUMNS: readonly Column[] = [
  ['挂牌', ({ card }) => words(card.title ?? UNTITLED)],
  ['产权人', ({ card }) => words(card.ownerName)],
  ['所在', ({ card }) => words(divisionName(card.division))],
  ['资产类别', ({ card }) => inWords(card.assetClass, ASSET_CLASS_TEXT)],
  ['交易方式', ({ card }) => inWords(card.tradeKind, TRADE_KIND_TEXT)],
  ['平台', ({ card }, platformName) => textOrUnknown(card.platform === null ? null : platformName(card.platform))],
  ['状态', ({ card }) => words(STATE_NAMES[card.state])],
  ['等待的步骤', ({ card }) => textOrUnknown(card.waiting?.name ?? null)],
  ['自何时起', ({ card }) => time(card.waitingSince)],
  ['最迟', ({ card }) => textOrUnknown(card.dueOn)],
  ['轮次', ({ card }) => count(card.round)],
  ['计价方式', ({ card }) => textOrUnknown(card.priceBasis === null ? null : basisText(card.priceBasis))],
  ['起拍价(元)', ({ card }) => yuan(card.startPriceFen)],
  ['评估价(元)', ({ appraisalFen }) => yuan(appraisalFen)],
  ['保证金(元)', ({ depositFen }) => yuan(depositFen)],
  ['保留价(元)', reserveCell],
  ['成交价(元)', ({ card }) => yuan(card.hammerFen)],
  ['公告日', ({ card }) => textOrUnknown(card.noticeOn)],
  ['竞价开始', ({ card }) => time(card.biddingStartsAt)],
  ['竞价结束', ({ card }) => time(card.biddingEndsAt)],
  ['平台网址', ({ card }) => textOrUnknown(card.url)],
  daysOf('owner'),
  daysOf('township'),
  daysOf('bureau'),
  daysOf('office'),
  daysOf('platform'),
  ['超期次数', ({ overdue }) => count(overdue)],
  ['新建', ({ card }) => time(card.createdAt)],
  ['更新', ({ card }) => time(card.updatedAt)],
  ['系统编号', ({ card }) => words(card.id)],
];

/** Listings (挂牌) as a table, a row for each: where it stands, who had it how long, and its prices. */
export function listingTable(records: readonly ListingRecord[], platformName: PlatformName): Table {
  return {
    headings: COLUMNS.map(([heading]) => heading),
    rows: records.map((record) => COLUMNS.map(([, cell]) => cell(record, platformName))),
  };
}
