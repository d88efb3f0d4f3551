import { cite, duration } from '../declare.ts';
import type { TimeRule } from '../time-rule.ts';

const LAW = ['本系统默认时限', null] as const;

/** Defaults of this project for Huzhou, from neighbours' practice: no local text was found, the office has to confirm each. */
export const HUZHOU_RULES: readonly TimeRule[] = [
  duration(['notice_published', 'auction_start'], [7, 'calendar_day'], {
    id: 'hz-def-notice',
    ruleset: 'huzhou_default',
    name: '公告期(本地默认)',
    note: '未查到湖州、吴兴的规定;7日与拍卖法第四十五条及邻近县市的做法一致。',
    when: { regionPrefix: ['3305'], ownerKind: ['collective'] },
    severity: 'warning',
    confidence: 'assumption',
    source: cite(...LAW, null),
  }),
  duration(['result_notice_published', 'result_notice_end'], [3, 'working_day'], {
    id: 'hz-def-result',
    ruleset: 'huzhou_default',
    name: '成交结果公示期(本地默认)',
    stage: 'after-sale',
    when: { regionPrefix: ['3305'], ownerKind: ['collective'] },
    severity: 'warning',
    confidence: 'assumption',
    source: cite(...LAW, null),
  }),
  duration(['result_notice_end', 'contract_signed'], [5, 'working_day'], {
    id: 'hz-def-sign',
    ruleset: 'huzhou_default',
    name: '合同签订期限(本地默认)',
    note: '参照邻近地区公告中的5个工作日。',
    stage: 'after-sale',
    op: 'lte',
    when: { regionPrefix: ['3305'] },
    severity: 'warning',
    confidence: 'assumption',
    source: cite(...LAW, null, 'https://www.chacewang.com/newsdetail/news828513.html'),
  }),
  duration(['auction_end', 'deposit_refunded_loser'], [3, 'working_day'], {
    id: 'hz-def-refund',
    ruleset: 'huzhou_default',
    name: '未竞得人保证金退还(本地默认)',
    note: '参照湖州一份国有房屋出租公告(3日)与平阳县公共资源交易中心办事指南(3个工作日)。',
    stage: 'after-sale',
    op: 'lte',
    when: { regionPrefix: ['3305'] },
    severity: 'warning',
    confidence: 'assumption',
    source: cite(...LAW, null, 'http://gdzxbpt.com/detail.html?article_id=502'),
  }),
];
