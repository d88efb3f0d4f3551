import { HUZHOU_RULES } from '../rules/data/huzhou.ts';
import { STATE_EQUITY_RULES } from '../rules/data/state-equity.ts';
import type { TimeRule } from '../rules/time-rule.ts';
import type { ClockLimit } from './clock.ts';

const IN_HUZHOU = { jurisdictionPrefix: '3305' } as const;

/** A limit in working days as its rule states it, so that each number stands in one place. */
function limitBy(
  rules: readonly TimeRule[],
  id: string,
  clause: (days: number) => string,
  when: ClockLimit['when'],
): ClockLimit {
  const rule = rules.find((each) => each.id === id);
  if (rule?.kind !== 'duration' || rule.unit !== 'working_day') throw new RangeError(`no rule in working days: ${id}`);
  const { value, confidence } = rule;
  return { rule: id, clause: clause(value), confidence, op: rule.op === 'gte' ? 'at-least' : 'at-most', value, when };
}

/** Giving deposits back (保证金清退). */
export const REFUND_LIMIT = limitBy(
  HUZHOU_RULES,
  'hz-def-refund',
  (days) => `本系统默认时限(待主管部门确认):竞价结束后${days}个工作日内清退保证金`,
  IN_HUZHOU,
);

/** Signing the contract (签约). */
export const SIGNING_LIMIT = limitBy(
  HUZHOU_RULES,
  'hz-def-sign',
  (days) => `本系统默认时限(待主管部门确认):公示期满后${days}个工作日内签订合同`,
  IN_HUZHOU,
);

/** Showing the result (公示), a lower limit. */
export const PUBLICITY_LIMITS: readonly ClockLimit[] = [
  limitBy(HUZHOU_RULES, 'hz-def-result', (days) => `本系统默认时限(待主管部门确认):成交结果公示不少于${days}个工作日`, {
    ...IN_HUZHOU,
    tradeCategory: 'collective',
  }),
  limitBy(
    STATE_EQUITY_RULES,
    'o32-30',
    (days) => `《企业国有资产交易监督管理办法》(国资委 财政部令第32号)第三十条:交易结果公告不少于${days}个工作日`,
    { tradeCategory: 'state' },
  ),
];

/** Paying (付款). */
export const PAYMENT_LIMIT = limitBy(
  STATE_EQUITY_RULES,
  'o32-28-pay',
  (days) => `《企业国有资产交易监督管理办法》(国资委 财政部令第32号)第二十八条:合同生效后${days}个工作日内付清`,
  { tradeCategory: 'state', assetClass: 'equity' },
);
