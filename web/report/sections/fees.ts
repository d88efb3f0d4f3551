import type { Column, Comparison } from '#shared/services/comparison/model.ts';
import type { FeeSum, RateBase } from '#shared/services/comparison/model-fees.ts';
import { type Cell, count, percent, wan, words, yuan } from '../cells.ts';
import { chartByPlatform, columnsOf, nameOf, type TableDraft } from '../figures.ts';
import { breakevenTable, EXAMPLE, legalTable, schedulesTable } from './fee-rules.ts';

const BASE_TEXT: Readonly<Record<RateBase, string>> = {
  price: '成交价',
  'first-year-rent': '首年租金',
  'term-rent': '全部租期租金',
};

/** A platform's name, marked where what follows rests on illustrative schedules. */
function marked(name: string, sum: FeeSum | null): Cell {
  return words(sum === null || sum.illustrative.length === 0 ? name : `${name}(${EXAMPLE})`);
}

function sumCells(sum: FeeSum, path: string): readonly Cell[] {
  const none = sum.lots.length === 0;
  const { without } = sum;
  return [
    count(sum.lots.length, path),
    wan(none ? null : sum.sellerFen, path),
    wan(none ? null : sum.buyerFen, path),
    wan(none ? null : sum.totalFen, path),
    wan(none ? null : sum.openVatFen, path),
    count(sum.illustrative.length, `${path}/illustrative`),
    count(without.noSchedule.length, `${path}/no-schedule`),
    count(without.onlyIllustrative.length, `${path}/only-illustrative`),
    count(without.factsMissing.length, `${path}/facts-missing`),
  ];
}

const SUM_HEADINGS = [
  '平台',
  '计费(个)',
  '委托方承担(万元)',
  '买受人承担(万元)',
  '合计(万元)',
  '税或另计(万元)',
  '按示例计(个)',
  '无协议费率(个)',
  '只有示例(个)',
  '资料不足(个)',
];

const NOT_COMPARED = '无协议费率的不可比;示例费率只在演示中参与计算。';

function ownTable(comparison: Comparison): TableDraft {
  return {
    name: '各平台成交标的的费用',
    headings: SUM_HEADINGS,
    rows: columnsOf(comparison).map(({ id, name, fees }) => [
      marked(name, fees.own),
      ...sumCells(fees.own, `${id}/fees/own`),
    ]),
    notes: [NOT_COMPARED],
  };
}

function sameSalesTable({ platforms }: Comparison): TableDraft {
  return {
    name: '全区同一批成交在各平台应收的费用',
    headings: SUM_HEADINGS,
    rows: platforms.flatMap(({ id, name, fees }) =>
      fees.onEverySale === null
        ? []
        : [[marked(name, fees.onEverySale), ...sumCells(fees.onEverySale, `${id}/fees/every-sale`)]],
    ),
    notes: ['假定竞价结果不因费用而变。', NOT_COMPARED],
  };
}

function ratesTable({ platforms }: Comparison): TableDraft {
  const rows = platforms.flatMap(({ id, name, fees }) =>
    (fees.onEverySale?.rates ?? []).flatMap(({ base, lots, seller, buyer, total }) => {
      const path = `${id}/fees/every-sale/rate/${base}`;
      if (lots.length === 0) return [];
      const rates = [seller, buyer, total].map((rate) => percent(rate, path));
      return [[marked(name, fees.onEverySale), words(BASE_TEXT[base]), count(lots.length, path), ...rates]];
    }),
  );
  return {
    name: '同一批成交的实际费率中位数',
    headings: ['平台', '基数', '成交(个)', '委托方', '买受人', '合计'],
    rows,
    notes: [],
  };
}

function pairsTable(comparison: Comparison): TableDraft {
  return {
    name: '费用的平台比较(同一笔成交)',
    headings: ['甲', '乙', '可比(个)', '甲较低(个)', '乙较低(个)', '相同(个)', '甲减乙中位数(元)', '结论'],
    rows: comparison.headlines.fees.pairs.map((pair) => {
      const path = `pair/fees/${pair.a}/${pair.b}`;
      return [
        words(nameOf(comparison, pair.a)),
        words(nameOf(comparison, pair.b)),
        count(pair.overlap.compared.length, `${path}/compared`),
        count(pair.aCheaper.length, `${path}/a-cheaper`),
        count(pair.bCheaper.length, `${path}/b-cheaper`),
        count(pair.equal.length, `${path}/equal`),
        yuan(pair.medianDifferenceFen, `${path}/compared`),
        words(pair.sentence),
      ];
    }),
    notes: [],
  };
}

function everySale({ id, fees }: Column, side: 'sellerFen' | 'buyerFen'): Cell {
  const sum = fees.onEverySale;
  return wan(sum === null || sum.lots.length === 0 ? null : sum[side], `${id}/fees/every-sale`);
}

function chartName({ platforms }: Comparison): string {
  const isExample = platforms.some(({ fees }) => (fees.onEverySale?.illustrative.length ?? 0) > 0);
  return `同一批成交在各平台应收的费用${isExample ? `(含${EXAMPLE})` : ''}`;
}

/** What platforms charge, and would have charged on the same sales (费用). */
export function feesSection(comparison: Comparison) {
  return {
    name: '费用',
    passages: [],
    tables: [
      ownTable(comparison),
      sameSalesTable(comparison),
      ratesTable(comparison),
      pairsTable(comparison),
      breakevenTable(comparison),
      schedulesTable(comparison),
      legalTable(comparison),
    ],
    charts: [
      chartByPlatform(comparison, { name: chartName(comparison), unit: '万元', format: 'money' }, [
        { name: '委托方', cell: (column) => everySale(column, 'sellerFen') },
        { name: '买受人', cell: (column) => everySale(column, 'buyerFen') },
      ]),
    ],
  };
}
