import { OUTCOME_DEFINITIONS } from '#shared/domain/comparison/definitions.ts';
import { DIMENSION_TEXT, QUALITY_CHECKS } from '#shared/domain/comparison/quality-checks.ts';
import { HOME_DISTRICT } from '#shared/domain/divisions.ts';
import { CLOCKS } from '#shared/domain/timeliness/clocks.ts';
import type { Comparison } from '#shared/services/comparison/model.ts';
import { CATEGORY_TEXT } from '../../words.ts';
import { rowsOf } from './view.ts';

const STEP_TEXT: Readonly<Record<string, string>> = {
  lots: '全部标的',
  'amount-net': '成交金额(扣除悔拍)',
  'agreement-amount': '协议成交金额',
  'last-year': '去年同期',
  'left-out': '未计入',
  part: '分子',
  round: '轮次',
  fees: '费用',
  own: '自身成交',
  'every-sale': '同一成交',
  'no-schedule': '无协议费率,不可比',
  'only-illustrative': '只有示例费率',
  'facts-missing': '缺少计费信息',
  illustrative: '示例费率',
  rate: '实际费率',
  price: '转让价',
  'first-year-rent': '首年租金',
  'term-rent': '全部租期租金',
  legal: '佣金法定上限',
  ok: '未超上限',
  breach: '超过上限',
  undetermined: '无法判断',
  clock: '时效',
  closed: '已办结',
  limit: '时限',
  broken: '未守时限',
  possible: '可能未守时限',
  overdue: '逾期未办',
  quality: '数据质量',
  check: '检查',
  failing: '有问题',
  township: '镇街',
  unknown: '未注明',
  pair: '两两比较',
  success: '成交率',
  timeliness: '时效',
  'kind-and-price': '流转方式与起拍价分层',
  compared: '计入比较',
  'a-cheaper': '甲较低',
  'b-cheaper': '乙较低',
  equal: '持平',
  schedule: '收费标准',
  funnel: '漏斗图',
  platform: '平台',
  unclear: '交易类别或辖区不明',
  undated: '无时间可归期',
  reference: '市场参考',
};

/** Clocks have an `unknown` and a `withdrawn` of their own, which the steps before them tell apart. */
function namesFor(comparison: Comparison): ReadonlyMap<string, string> {
  const named = [...Object.values(OUTCOME_DEFINITIONS), ...QUALITY_CHECKS, ...CLOCKS, ...rowsOf(comparison)];
  const limits = CLOCKS.flatMap(({ limits: all }) => all.map(({ rule, clause }) => [rule, clause] as const));
  return new Map([
    ...Object.entries(STEP_TEXT),
    ...Object.entries(DIMENSION_TEXT),
    ...Object.entries(CATEGORY_TEXT),
    ...named.map(({ id, name }) => [id, name] as const),
    ...comparison.schedules.map(({ id, title }) => [id, title] as const),
    ...HOME_DISTRICT.townships.map(({ code, name }) => [code, name] as const),
    ...limits,
  ]);
}

/** A figure in words, from its path: "全区 · 成交". A step nobody has a word for stays as it is. */
export function figureName(comparison: Comparison, path: string): string {
  const names = namesFor(comparison);
  return path
    .split('/')
    .map((step) => names.get(step) ?? step)
    .join(' · ');
}
