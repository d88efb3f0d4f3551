import { cite, duration, ratio, threshold } from '../declare.ts';
import type { TimeRule } from '../time-rule.ts';

const LAW = ['浙江省农村集体资产管理条例', '2015-12-30通过,2016-05-01施行,2020-09-24修正'] as const;

/** Collective assets in Zhejiang (浙江省农村集体资产管理条例), its text read. */
export const ZHEJIANG_COLLECTIVE_RULES: readonly TimeRule[] = [
  duration(['plan_published', 'vote'], [15, 'calendar_day'], {
    id: 'zj-20',
    ruleset: 'zhejiang_collective',
    name: '表决前方案征求意见期',
    note: '表决前在本集体内部征求意见。',
    when: { ownerKind: ['collective'], regionPrefix: ['33'], decision: ['share_reform', 'art17_matter'] },
    source: cite(...LAW, '第二十条'),
  }),
  duration(['valuation_published', 'valuation_publicity_end'], [15, 'calendar_day'], {
    id: 'zj-37',
    ruleset: 'zhejiang_collective',
    name: '资产评估结果公示期',
    lastDayMoves: true,
    when: {
      ownerKind: ['collective'],
      regionPrefix: ['33'],
      tradeKind: ['transfer', 'contribute_as_shares', 'joint_operation'],
    },
    source: cite(...LAW, '第三十六、三十七条'),
  }),
  ratio(
    { n: 2, d: 3 },
    {
      id: 'zj-17',
      ruleset: 'zhejiang_collective',
      name: '成员(代表)会议表决比例',
      measure: 'member_vote',
      note: '应到成员(代表)的三分之二以上。',
      when: { ownerKind: ['collective'], regionPrefix: ['33'], decision: ['art17_matter'] },
      source: cite(...LAW, '第十七条'),
    },
  ),
  threshold({
    id: 'zj-35',
    ruleset: 'zhejiang_collective',
    name: '应当进场交易的金额标准',
    note: '标准由县级政府规定;吴兴区的标准尚不掌握。',
    when: { ownerKind: ['collective'], regionPrefix: ['33'] },
    source: cite(...LAW, '第三十五条'),
  }),
];
