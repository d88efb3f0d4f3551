import { cite, duration, percent, ratio } from '../declare.ts';
import type { TimeRule } from '../time-rule.ts';

const LAW = ['最高人民法院关于人民法院网络司法拍卖若干问题的规定', '法释〔2016〕18号,2017-01-01施行'] as const;

/** Online judicial auctions (法释〔2016〕18号), its text read: what is fixed before bidding. None of it binds the district's own sales. */
export const JUDICIAL_ONLINE_RULES: readonly TimeRule[] = [
  duration(['notice_published', 'auction_start'], [15, 'calendar_day'], {
    id: 'oj-12-mov',
    ruleset: 'judicial_online',
    name: '网络司法拍卖公告期(动产,第一次)',
    when: { saleKind: ['judicial_online'], property: ['movable'], round: [1] },
    source: cite(...LAW, '第十二条'),
  }),
  duration(['notice_published', 'auction_start'], [30, 'calendar_day'], {
    id: 'oj-12-imm',
    ruleset: 'judicial_online',
    name: '网络司法拍卖公告期(不动产及其他财产权,第一次)',
    when: { saleKind: ['judicial_online'], property: ['real_estate', 'other_right'], round: [1] },
    source: cite(...LAW, '第十二条'),
  }),
  duration(['notice_published', 'auction_start'], [7, 'calendar_day'], {
    id: 'oj-26-mov',
    ruleset: 'judicial_online',
    name: '网络司法拍卖公告期(动产,再次)',
    when: { saleKind: ['judicial_online'], property: ['movable'], round: [2] },
    source: cite(...LAW, '第二十六条'),
  }),
  duration(['notice_published', 'auction_start'], [15, 'calendar_day'], {
    id: 'oj-26-imm',
    ruleset: 'judicial_online',
    name: '网络司法拍卖公告期(不动产及其他财产权,再次)',
    when: { saleKind: ['judicial_online'], property: ['real_estate', 'other_right'], round: [2] },
    source: cite(...LAW, '第二十六条'),
  }),
  duration(['round1_passed_in', 'round2_auction_start'], [30, 'calendar_day'], {
    id: 'oj-26-relist',
    ruleset: 'judicial_online',
    name: '流拍后再次拍卖的期限',
    note: '须在同一平台。',
    stage: 'after-sale',
    op: 'lte',
    when: { saleKind: ['judicial_online'] },
    source: cite(...LAW, '第二十六条'),
  }),
  ratio(percent(20), {
    id: 'oj-26-cut',
    ruleset: 'judicial_online',
    name: '再次拍卖的降价幅度',
    measure: 'price_cut',
    note: '再次拍卖起拍价不低于第一次的80%;最多两次,之后变卖。只约束司法拍卖。',
    op: 'lte',
    when: { saleKind: ['judicial_online'], round: [2] },
    source: cite(...LAW, '第二十六条'),
  }),
  ratio(percent(70), {
    id: 'oj-10-floor',
    ruleset: 'judicial_online',
    name: '起拍价与评估价之比',
    measure: 'start_to_valuation',
    note: '保留价即起拍价。',
    when: { saleKind: ['judicial_online'], round: [1] },
    source: cite(...LAW, '第十条'),
  }),
  ratio(percent(5), {
    id: 'oj-17-min',
    ruleset: 'judicial_online',
    name: '保证金比例下限',
    measure: 'deposit_to_start',
    note: '只约束司法拍卖。',
    when: { saleKind: ['judicial_online'] },
    source: cite(...LAW, '第十七条'),
  }),
  ratio(percent(20), {
    id: 'oj-17-max',
    ruleset: 'judicial_online',
    name: '保证金比例上限',
    measure: 'deposit_to_start',
    note: '只约束司法拍卖。',
    op: 'lte',
    when: { saleKind: ['judicial_online'] },
    source: cite(...LAW, '第十七条'),
  }),
  duration(['prior_right_notified', 'notice_published'], [3, 'calendar_day'], {
    id: 'oj-16',
    ruleset: 'judicial_online',
    name: '通知优先购买权人',
    note: '无法通知的,公示满5日视为已通知。',
    when: { saleKind: ['judicial_online'] },
    source: cite(...LAW, '第十六条'),
  }),
];
