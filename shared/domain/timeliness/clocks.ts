import { HUZHOU_RULES } from '../rules/data/huzhou.ts';
import { STATE_EQUITY_RULES } from '../rules/data/state-equity.ts';
import type { TimeRule } from '../rules/time-rule.ts';
import type { Clock, ClockLimit } from './clock.ts';

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

const REFUND_LIMIT = limitBy(
  HUZHOU_RULES,
  'hz-def-refund',
  (days) => `本系统默认时限(待主管部门确认):竞价结束后${days}个工作日内清退保证金`,
  IN_HUZHOU,
);

const SIGNING_LIMIT = limitBy(
  HUZHOU_RULES,
  'hz-def-sign',
  (days) => `本系统默认时限(待主管部门确认):公示期满后${days}个工作日内签订合同`,
  IN_HUZHOU,
);

const PUBLICITY_LIMITS: readonly ClockLimit[] = [
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

const PAYMENT_LIMIT = limitBy(
  STATE_EQUITY_RULES,
  'o32-28-pay',
  (days) => `《企业国有资产交易监督管理办法》(国资委 财政部令第32号)第二十八条:合同生效后${days}个工作日内付清`,
  { tradeCategory: 'state', assetClass: 'equity' },
);

/** The clocks of timeliness (时效), in the order of a lot's life. Those of approval run for lots the desk has placed. */
export const CLOCKS = [
  {
    id: 'approval',
    name: '审批用时',
    sentence: '从首次提交审批到审批完成的工作日数,扣除退回补正的时间;只计经本系统挂牌的标的。',
    owner: 'office',
    from: 'submittedAt',
    to: 'approvedAt',
    corrections: 'left-out',
    unit: 'working-days',
    runsFor: 'any',
    limits: [],
  },
  {
    id: 'correction',
    name: '补正用时',
    sentence: '每次退回到重新提交的工作日数之和;只计经本系统挂牌且被退回过的标的。',
    owner: 'village',
    from: 'submittedAt',
    to: 'approvedAt',
    corrections: 'only',
    unit: 'working-days',
    runsFor: 'any',
    limits: [],
  },
  {
    id: 'listing',
    name: '上架用时',
    sentence: '从材料齐备(经本系统移交的,为移交之时)到标的上架的工作日数;上架前撤回的按竞争事件处理。',
    owner: 'platform',
    from: 'materialsCompleteAt',
    to: 'liveAt',
    unit: 'working-days',
    runsFor: 'any',
    limits: [],
  },
  {
    id: 'result',
    name: '结果公布用时',
    sentence: '从竞价结束到平台公布结果的小时数;平台未给出公布时间的,只知不晚于本系统首次见到结果之时。',
    owner: 'platform',
    from: 'endsAt',
    to: 'resultKnownAt',
    seenAt: 'outcomeSeenAt',
    unit: 'hours',
    runsFor: 'any',
    limits: [],
  },
  {
    id: 'knowledge',
    name: '数据到达用时',
    sentence: '从竞价结束到本系统首次见到结果的小时数。',
    owner: 'platform',
    from: 'endsAt',
    to: 'outcomeSeenAt',
    unit: 'hours',
    runsFor: 'any',
    limits: [],
  },
  {
    id: 'confirmation',
    name: '成交确认用时',
    sentence: '从竞价结束到成交确认的工作日数,只计成交标的。',
    owner: 'platform',
    from: 'endsAt',
    to: 'confirmedAt',
    unit: 'working-days',
    runsFor: 'sold',
    limits: [],
  },
  {
    id: 'refund',
    name: '保证金清退用时',
    sentence: '从竞价结束(撤回的从撤回)到保证金清退完毕的工作日数,只计有保证金且已有结果的标的。',
    owner: 'platform',
    from: 'endsAt',
    fromWhenWithdrawn: 'outcomeSeenAt',
    to: 'depositsRefundedAt',
    unit: 'working-days',
    runsFor: 'outcome',
    needsDeposit: true,
    limits: [REFUND_LIMIT],
  },
  {
    id: 'refund-after-contract',
    name: '签约后清退用时',
    sentence: '从合同签订到保证金清退完毕的工作日数,只计有保证金的成交标的;用于保证金约定在签约后退还的情形。',
    owner: 'platform',
    from: 'contractSignedAt',
    to: 'depositsRefundedAt',
    unit: 'working-days',
    runsFor: 'sold',
    needsDeposit: true,
    limits: [],
  },
  {
    id: 'publicity-start',
    name: '公示启动用时',
    sentence: '从成交确认到结果公示开始的工作日数,只计成交标的。',
    owner: 'office',
    from: 'confirmedAt',
    to: 'publicityStartsAt',
    unit: 'working-days',
    runsFor: 'sold',
    limits: [],
  },
  {
    id: 'publicity',
    name: '公示期',
    sentence: '从结果公示开始到公示期满的工作日数,只计成交标的;时限为下限。',
    owner: 'office',
    from: 'publicityStartsAt',
    to: 'publicityEndsAt',
    unit: 'working-days',
    runsFor: 'sold',
    limits: PUBLICITY_LIMITS,
  },
  {
    id: 'signing',
    name: '签约用时',
    sentence: '从公示期满到合同签订的工作日数,只计成交标的;悔拍的按竞争事件处理。',
    owner: 'village',
    from: 'publicityEndsAt',
    to: 'contractSignedAt',
    unit: 'working-days',
    runsFor: 'sold',
    limits: [SIGNING_LIMIT],
  },
  {
    id: 'payment',
    name: '付款用时',
    sentence: '从合同签订到付清价款的工作日数,只计成交标的;悔拍的按竞争事件处理。',
    owner: 'winner',
    from: 'contractSignedAt',
    to: 'paidAt',
    unit: 'working-days',
    runsFor: 'sold',
    limits: [PAYMENT_LIMIT],
  },
  {
    id: 'handover',
    name: '交割用时',
    sentence: '从付清价款到资产交割的工作日数,只计成交标的;悔拍的按竞争事件处理。',
    owner: 'village',
    from: 'paidAt',
    to: 'handedOverAt',
    unit: 'working-days',
    runsFor: 'sold',
    limits: [],
  },
] as const satisfies readonly Clock[];

/** Id of a clock. */
export type ClockId = (typeof CLOCKS)[number]['id'];

/** The clock of an id. */
export function clockById(id: ClockId): Clock {
  const clock = CLOCKS.find((each) => each.id === id);
  if (clock === undefined) throw new RangeError(`no such clock: ${id}`);
  return clock;
}
