import type { Comparison } from '#shared/services/comparison/model.ts';
import type { Pair } from '#shared/services/comparison/model-headlines.ts';
import { count, percent, share, wan, words } from '../cells.ts';
import { chartByPlatform, columnsOf, rowsByColumn, soldAs, type TableDraft } from '../figures.ts';
import type { Passage } from '../report.ts';
import { periodText } from '../scope.ts';

/** The table of platforms: what happened to the lots of each. */
export function platformTable(comparison: Comparison): TableDraft {
  const { unclear, undated, reference } = comparison;
  return {
    name: '各平台交易情况',
    headings: [
      '平台',
      '发拍(次)',
      '完成竞价(个)',
      '成交(个)',
      '农村产权(个)',
      '国有资产(个)',
      '流拍(个)',
      '撤回(个)',
      '未有结果(个)',
      '成交率',
      '成交总额(万元)',
      '平均溢价率',
      '最高溢价率',
    ],
    rows: rowsByColumn(comparison, (column) => {
      const { id, outcome } = column;
      return [
        count(outcome.success.attempts.whole.length, `${id}/success-attempts`),
        count(outcome.completed.lots.length, `${id}/completed`),
        count(outcome.sold.lots.length, `${id}/sold`),
        soldAs(column, 'collective'),
        soldAs(column, 'state'),
        count(outcome.passedIn.lots.length, `${id}/passed-in`),
        count(outcome.withdrawn.lots.length, `${id}/withdrawn`),
        count(outcome.open.lots.length, `${id}/open`),
        share(outcome.success.official, `${id}/success-official`),
        wan(outcome.amount.fen, `${id}/amount`),
        percent(outcome.premiums.mean.rate, `${id}/premium-mean`),
        percent(outcome.premiums.highest.rate, `${id}/premium-highest`),
      ];
    }),
    notes: [
      `类别或辖区不明 ${unclear.length} 个、无日期 ${undated.length} 个未计入;市场参考 ${reference.length} 个不计入。`,
    ],
  };
}

function yearOnYearTable(comparison: Comparison): TableDraft {
  return {
    name: '与上年同期相比',
    headings: ['平台', '成交(个)', '上年同期', '成交总额(万元)', '上年同期', '同比', '成交率', '上年同期'],
    rows: rowsByColumn(comparison, ({ id, outcome, lastYear }) => {
      return [
        count(outcome.sold.lots.length, `${id}/sold`),
        count(lastYear.sold.lots.length, `${id}/last-year/sold`),
        wan(outcome.amount.fen, `${id}/amount`),
        wan(lastYear.amount.fen, `${id}/last-year/amount`),
        percent(lastYear.change.amount, `${id}/amount`),
        share(outcome.success.official, `${id}/success-official`),
        share(lastYear.success, `${id}/last-year/success-official`),
      ];
    }),
    notes: [`上年同期为${periodText(comparison.lastYearPeriod)}。`],
  };
}

function townshipTable({ townships }: Comparison): TableDraft {
  return {
    name: '各镇街交易情况',
    headings: ['镇街', '完成竞价(个)', '成交(个)', '成交率', '成交总额(万元)'],
    rows: townships.map(({ code, name, all }) => [
      words(name),
      count(all.completed.lots.length, `township/${code}/all/completed`),
      count(all.sold.lots.length, `township/${code}/all/sold`),
      share(all.success, `township/${code}/all/success-official`),
      wan(all.amount.fen, `township/${code}/all/amount`),
    ]),
    notes: [],
  };
}

function townshipPlatformTable(comparison: Comparison): TableDraft {
  return {
    name: '各镇街在各平台的成交总额(万元)',
    headings: ['镇街', ...columnsOf(comparison).map(({ name }) => name)],
    rows: comparison.townships.map(({ code, name, all, platforms }) => [
      words(name),
      ...[all, ...platforms].map(({ column, amount }) => wan(amount.fen, `township/${code}/${column}/amount`)),
    ]),
    notes: [],
  };
}

/** Those pairs that differ, in words, and how many do not or cannot be told. */
function answerTo(question: string, pairs: readonly Pair[]): Passage {
  const decided = pairs.filter(({ verdict }) => verdict === 'a-better' || verdict === 'b-better');
  const others = pairs.length - decided.length;
  const rest = others === 0 ? '' : `其余 ${others} 组不可区分、例数不足或不可比。`;
  return [words([question, ...decided.map(({ sentence }) => sentence), rest].join(''))];
}

/** What a leader reads first (概览). */
export function overviewSection(comparison: Comparison) {
  const { fees, timeliness, success } = comparison.headlines;
  return {
    name: '概览',
    passages: [fees, timeliness, success].map(({ question, pairs }) => answerTo(question, pairs)),
    tables: [
      platformTable(comparison),
      yearOnYearTable(comparison),
      townshipTable(comparison),
      townshipPlatformTable(comparison),
    ],
    charts: [
      chartByPlatform(comparison, { name: '各平台成交总额', unit: '万元', format: 'money' }, [
        { name: '成交总额', cell: ({ id, outcome }) => wan(outcome.amount.fen, `${id}/amount`) },
      ]),
      chartByPlatform(comparison, { name: '各平台成交率', unit: '成交率', format: 'percent' }, [
        {
          name: '成交率',
          cell: ({ id, outcome }) => share(outcome.success.official, `${id}/success-official`),
        },
      ]),
    ],
  };
}
