import { fen } from '#shared/domain/money.ts';
import type { Column, Comparison } from '#shared/services/comparison/model.ts';
import { basisText, roundText } from '../../format.ts';
import { UNKNOWN } from '../../words.ts';
import { count, mean, percent, share, wan, words } from '../cells.ts';
import { columnsOf, nameOf, rowsByColumn, type TableDraft } from '../figures.ts';

function successTable(comparison: Comparison): TableDraft {
  const kinds = ['official', 'attempts', 'properties', 'finished', 'net'] as const;
  return {
    name: '成交率(五种口径)',
    headings: [
      '平台',
      ...['官方口径', '按发拍次数', '按资产件数', '按已了结资产', '扣除悔拍'].flatMap((name) => [name, '分母']),
    ],
    rows: rowsByColumn(comparison, ({ id, outcome }) =>
      kinds.flatMap((kind) => [
        share(outcome.success[kind], `${id}/success-${kind}`),
        count(outcome.success[kind].whole.length, `${id}/success-${kind}`),
      ]),
    ),
    notes: ['官方口径:成交数÷完成竞价数(成交+流拍),撤回和未有结果的不在分母。'],
  };
}

function roundTable(comparison: Comparison): TableDraft {
  return {
    name: '各轮次成交率',
    headings: ['平台', '轮次', '完成竞价(个)', '成交(个)', '成交率'],
    rows: columnsOf(comparison).flatMap(({ id, name, outcome }) =>
      outcome.success.byRound.map(({ round, part, whole, rate }) => [
        words(name),
        words(roundText(round) ?? '轮次不明'),
        count(whole.length, `${id}/round/${round ?? 'unknown'}`),
        count(part.length, `${id}/round/${round ?? 'unknown'}/part`),
        share({ part, whole, rate }, `${id}/round/${round ?? 'unknown'}`),
      ]),
    ),
    notes: [],
  };
}

function premiumTable(comparison: Comparison): TableDraft {
  return {
    name: '溢价率',
    headings: [
      '平台',
      '计入(个)',
      '平均',
      '中位数',
      '最高',
      '最高的标的',
      '对评估价',
      '有评估价(个)',
      '象征性起拍价(个)',
      '价格不明(个)',
      '非竞价(个)',
    ],
    rows: rowsByColumn(comparison, ({ id, outcome: { premiums } }) => [
      count(premiums.mean.lots.length, `${id}/premium-mean`),
      percent(premiums.mean.rate, `${id}/premium-mean`),
      percent(premiums.median.rate, `${id}/premium-median`),
      percent(premiums.highest.rate, `${id}/premium-highest`),
      words(premiums.highest.lots.join('、') || UNKNOWN),
      percent(premiums.overAppraisal.rate, `${id}/premium-appraisal`),
      count(premiums.overAppraisal.lots.length, `${id}/premium-appraisal`),
      count(premiums.leftOut.tokenStart.length, `${id}/token-start`),
      count(premiums.leftOut.priceUnknown.length, `${id}/premium-price-unknown`),
      count(premiums.leftOut.notBidUp.length, `${id}/premium-not-bid-up`),
    ]),
    notes: ['象征性起拍价、价格不明和非竞价的标的不计入溢价率。'],
  };
}

function totalsTable(comparison: Comparison): TableDraft {
  return {
    name: '总额溢价率(各计价方式不相加)',
    headings: ['平台', '计价方式', '计入(个)', '总额溢价率'],
    rows: columnsOf(comparison).flatMap(({ id, name, outcome }) =>
      outcome.premiums.totals.map(({ basis, rate, lots }) => {
        const path = `${id}/premium-totals/${basis ?? 'unknown'}`;
        return [words(name), words(basisText(basis)), count(lots.length, path), percent(rate, path)];
      }),
    ),
    notes: [],
  };
}

function amountOf({ id, outcome }: Column, category: 'collective' | 'state') {
  const part = outcome.amount.subtotals.find(({ tradeCategory }) => tradeCategory === category);
  return part === undefined ? wan(fen(0)) : wan(part.fen, `${id}/amount/${category}`);
}

function amountTable(comparison: Comparison): TableDraft {
  return {
    name: '成交金额(万元)',
    headings: [
      '平台',
      '合计',
      '农村产权',
      '国有资产',
      '扣除悔拍',
      '算不出金额(个)',
      '协议成交(个)',
      '协议金额',
      '每标的出价次数',
      '每标的报名人数',
    ],
    rows: rowsByColumn(comparison, (column) => {
      const { id, outcome } = column;
      return [
        wan(outcome.amount.fen, `${id}/amount`),
        amountOf(column, 'collective'),
        amountOf(column, 'state'),
        wan(outcome.amountNet.fen, `${id}/amount-net`),
        count(outcome.amount.unknown.length, `${id}/amount/left-out`),
        count(outcome.agreements.part.length, `${id}/agreement/part`),
        wan(outcome.agreementAmount.fen, `${id}/agreement-amount`),
        mean(outcome.bids.mean, `${id}/bids`),
        mean(outcome.bidders.mean, `${id}/bidders`),
      ];
    }),
    notes: ['租赁按全部租期的租金计;协议交易单列,不在合计之内。'],
  };
}

function pairsTable(comparison: Comparison): TableDraft {
  return {
    name: '成交率的平台比较',
    headings: ['甲', '乙', '能比较(个)', '未能比较(个)', '未能比较的比例', '结论'],
    rows: comparison.headlines.success.pairs.map(({ a, b, overlap, sentence }) => [
      words(nameOf(comparison, a)),
      words(nameOf(comparison, b)),
      count(overlap.compared.length, `pair/success/${a}/${b}/compared`),
      count(overlap.leftOut.length, `pair/success/${a}/${b}/left-out`),
      percent(overlap.shareLeftOut, `pair/success/${a}/${b}/left-out`),
      words(sentence),
    ]),
    notes: ['同类标的(资产类别×轮次)内比较并直接标化;为关联,非因果。'],
  };
}

/** What became of the lots, at what price (成交). */
export function outcomeSection(comparison: Comparison) {
  return {
    name: '成交',
    passages: [],
    tables: [
      successTable(comparison),
      roundTable(comparison),
      premiumTable(comparison),
      totalsTable(comparison),
      amountTable(comparison),
      pairsTable(comparison),
    ],
    charts: [],
  };
}
