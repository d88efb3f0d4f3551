import { cite, duration, percent, ratio } from '../declare.ts';
import type { TimeRule } from '../time-rule.ts';

const LAW = ['最高人民法院关于人民法院民事执行中拍卖、变卖财产的规定', '法释〔2004〕16号,2020修正'] as const;

/** Judicial auctions entrusted to an auction house (法释〔2004〕16号), its text read. */
export const JUDICIAL_ENTRUSTED_RULES: readonly TimeRule[] = [
  duration(['notice_published', 'auction_start'], [7, 'calendar_day'], {
    id: 'tj-8-mov',
    ruleset: 'judicial_entrusted',
    name: '委托司法拍卖公告期(动产)',
    when: { saleKind: ['judicial_entrusted'], property: ['movable'] },
    source: cite(...LAW, '第八条'),
  }),
  duration(['notice_published', 'auction_start'], [15, 'calendar_day'], {
    id: 'tj-8-imm',
    ruleset: 'judicial_entrusted',
    name: '委托司法拍卖公告期(不动产及其他财产权)',
    when: { saleKind: ['judicial_entrusted'], property: ['real_estate', 'other_right'] },
    source: cite(...LAW, '第八条'),
  }),
  ratio(percent(5), {
    id: 'tj-10-dep',
    ruleset: 'judicial_entrusted',
    name: '委托司法拍卖保证金下限',
    measure: 'deposit_to_valuation',
    when: { saleKind: ['judicial_entrusted'] },
    source: cite(...LAW, '第十条'),
  }),
  duration(['auction_end', 'deposit_refunded_loser'], [3, 'calendar_day'], {
    id: 'tj-10-ref',
    ruleset: 'judicial_entrusted',
    name: '委托司法拍卖保证金退还',
    stage: 'after-sale',
    op: 'lte',
    when: { saleKind: ['judicial_entrusted'] },
    source: cite(...LAW, '第十条'),
  }),
  duration(['round1_passed_in', 'round2_auction_start'], [60, 'calendar_day'], {
    id: 'tj-23',
    ruleset: 'judicial_entrusted',
    name: '委托司法拍卖流拍后再次拍卖的期限',
    stage: 'after-sale',
    op: 'lte',
    when: { saleKind: ['judicial_entrusted'] },
    source: cite(...LAW, '第二十三条'),
  }),
];
