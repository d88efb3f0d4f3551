import { HOME_DISTRICT } from '#shared/domain/divisions.ts';
import type { LotCard } from '#shared/domain/lot-card.ts';
import { STATUS_TEXT } from '#shared/domain/lot-status.ts';
import { formatYuan } from '#shared/domain/money.ts';
import { TRADE_KIND_TEXT } from '#shared/domain/trade-words.ts';
import { basisText, escalationText, roundText } from '../format.ts';
import { timeJson } from '../lot-json.ts';
import { type Platforms, platformLink, platformName } from '../platforms.ts';
import { ASSET_CLASS_TEXT, CATEGORY_TEXT, CONTRADICTION_TEXT, SALE_MODE_TEXT, VENUE_TEXT } from '../words.ts';
import { type CsvCell, toCsv } from './csv.ts';

type Column = readonly [heading: string, cell: (card: LotCard, platforms: Platforms) => CsvCell];

type KeysOf<V> = { [K in keyof LotCard]: LotCard[K] extends V | null ? K : never }[keyof LotCard];

/** An amount exact to the fen, without separators, so that a spreadsheet takes it for a number. */
function money(heading: string, name: Extract<KeysOf<number>, `${string}Fen`>): Column {
  return [
    `${heading}(元)`,
    (card) => {
      const amount = card[name];
      return amount === null ? null : formatYuan(amount).replaceAll(',', '');
    },
  ];
}

type TimeName = Extract<KeysOf<string>, `${string}At` | 'asOf'>;

function time(heading: string, name: TimeName): Column {
  return [heading, (card) => timeJson(card[name] as LotCard['asOf'])];
}

function word<W extends string>(heading: string, of: (card: LotCard) => W | null, words: Readonly<Record<W, string>>) {
  const column: Column = [
    heading,
    (card) => {
      const value = of(card);
      return value === null ? null : words[value];
    },
  ];
  return column;
}

function townshipText(code: string | null): string | null {
  return HOME_DISTRICT.townships.find((township) => township.code === code)?.name ?? code;
}

function areaNumber({ area }: LotCard): string | null {
  if (area === null) return null;
  const fraction = String(area.thousandths % 1000).padStart(3, '0');
  return `${Math.floor(area.thousandths / 1000)}.${fraction}`;
}

const COLUMNS: readonly Column[] = [
  ['标的编号', ({ lotId }) => lotId],
  ['平台', ({ platform }, platforms) => platformName(platforms, platform)],
  ['名称', ({ title }) => title],
  word('状态', ({ status }) => status, STATUS_TEXT),
  ['轮次', ({ round }) => roundText(round)],
  word('交易类别', ({ tradeCategory }) => tradeCategory, CATEGORY_TEXT),
  word('资产类别', ({ assetClass }) => assetClass, ASSET_CLASS_TEXT),
  word('流转方式', ({ tradeKind }) => tradeKind, TRADE_KIND_TEXT),
  word('交易方式', ({ saleMode }) => saleMode, SALE_MODE_TEXT),
  word('交易场所', ({ venue }) => venue, VENUE_TEXT),
  ['辖区代码', ({ jurisdiction }) => jurisdiction],
  ['乡镇街道', ({ township }) => townshipText(township)],
  ['所在地', ({ location }) => location],
  ['处置单位', ({ seller }) => seller],
  ['面积', areaNumber],
  word('面积单位', ({ area }) => area?.unit ?? null, { mu: '亩', m2: '平方米' }),
  ['期限(月)', ({ termMonths }) => termMonths],
  ['租金递增', ({ escalationPpm }) => (escalationPpm === null ? null : escalationText(escalationPpm))],
  ['计价方式', ({ priceBasis }) => (priceBasis === null ? null : basisText(priceBasis))],
  money('起拍价', 'startPriceFen'),
  money('当前价', 'currentPriceFen'),
  money('成交价', 'hammerPriceFen'),
  money('评估价', 'appraisalFen'),
  money('保证金', 'depositFen'),
  money('加价幅度', 'incrementFen'),
  time('开始时间', 'startsAt'),
  time('结束时间', 'endsAt'),
  time('报名截止', 'registrationEndsAt'),
  ['出价次数', ({ bidCount }) => bidCount],
  ['报名人数', ({ registrationCount }) => registrationCount],
  time('结果首见时间', 'outcomeSeenAt'),
  ['资产标识', ({ propertyKey }) => propertyKey],
  ['平台网址', ({ platform, url }, platforms) => platformLink(platforms, platform, url)],
  time('数据截至', 'asOf'),
  ['待核', ({ contradictions }) => contradictions.map((found) => CONTRADICTION_TEXT[found]).join(';')],
];

/** Lots as a table for spreadsheets: Chinese headings, prices in yuan exact to the fen, times in Beijing. */
export function lotsCsv(lots: readonly LotCard[], platforms: Platforms): string {
  const rows = lots.map((card) => COLUMNS.map(([, cell]) => cell(card, platforms)));
  return toCsv(
    COLUMNS.map(([heading]) => heading),
    rows,
  );
}
