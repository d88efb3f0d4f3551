import { formatYuan } from '#shared/domain/money.ts';
import { TRADE_KIND_TEXT } from '#shared/domain/trade-words.ts';
import type { Comparison } from '#shared/services/comparison/model.ts';
import type { FeeBreakeven } from '#shared/services/comparison/model-fees.ts';
import { UNKNOWN } from '../../words.ts';
import { count, words } from '../cells.ts';
import { columnsOf, nameOf, type TableDraft } from '../figures.ts';
import { dayText } from '../scope.ts';

/** Said wherever something rests on a schedule that was made up for the demo. */
export const EXAMPLE = '示例';

function segmentsText(comparison: Comparison, { a, b, result }: FeeBreakeven): string {
  const pair = comparison.headlines.fees.pairs.find((each) => each.a === a && each.b === b);
  const cheaper = { first: `${nameOf(comparison, a)}较低`, second: `${nameOf(comparison, b)}较低`, equal: '相同' };
  const segments = result.segments.map(
    ({ fromFen, toFen, cheaper: side }) => `${formatYuan(fromFen)}–${formatYuan(toFen)}元${cheaper[side]}`,
  );
  return `${pair?.isIllustrative === true ? `${EXAMPLE}:` : ''}${segments.join(';')}`;
}

/** Where the fees of two platforms cross. */
export function breakevenTable(comparison: Comparison): TableDraft {
  return {
    name: '费用平衡点',
    headings: ['甲', '乙', '流转方式', '参照标的', '成交价区间'],
    rows: comparison.breakevens.map((each) => [
      words(nameOf(comparison, each.a)),
      words(nameOf(comparison, each.b)),
      words(each.tradeKind === null ? UNKNOWN : TRADE_KIND_TEXT[each.tradeKind]),
      words(each.like),
      words(segmentsText(comparison, each)),
    ]),
    notes: ['按参照标的的条件,只改变成交价。'],
  };
}

/** The schedules that fees were reckoned by. */
export function schedulesTable(comparison: Comparison): TableDraft {
  return {
    name: '所用收费标准',
    headings: ['平台', '收费标准', '依据', '来源', '生效', '失效', '用于(个)'],
    rows: comparison.schedules.map((use) => [
      words(nameOf(comparison, use.platform)),
      words(use.title),
      words(use.confidence === 'illustrative' ? EXAMPLE : (use.agreementNumber ?? '公开资料')),
      words(use.source),
      words(use.effectiveFrom === null ? UNKNOWN : dayText(use.effectiveFrom)),
      words(use.effectiveTo === null ? UNKNOWN : dayText(use.effectiveTo)),
      count(use.lots.length, `schedule/${use.id}`),
    ]),
    notes: [],
  };
}

/** Commissions held against the legal maxima. */
export function legalTable(comparison: Comparison): TableDraft {
  return {
    name: '佣金法定上限核对',
    headings: ['平台', '未超(个)', '超出(个)', '无法判断(个)'],
    rows: columnsOf(comparison).map(({ id, name, fees: { legal } }) => [
      words(name),
      count(legal.ok.length, `${id}/fees/legal/ok`),
      count(legal.breach.length, `${id}/fees/legal/breach`),
      count(legal.undetermined.length, `${id}/fees/legal/undetermined`),
    ]),
    notes: ['法定上限只作合规核对,不作价格比较。'],
  };
}
