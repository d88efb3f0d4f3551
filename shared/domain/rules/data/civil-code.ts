import { cite, duration, flag } from '../declare.ts';
import type { TimeRule } from '../time-rule.ts';

const LAW = ['中华人民共和国民法典', null] as const;

/** Civil Code (民法典), its text read: terms of leases and the lessee's rights. */
export const CIVIL_CODE_RULES: readonly TimeRule[] = [
  duration(['lease_start', 'lease_end'], [20, 'year'], {
    id: 'cc-705',
    ruleset: 'civil_code',
    name: '租赁期限',
    note: '超过二十年的部分无效。土地承包不是租赁,不适用。',
    op: 'lte',
    when: { tradeKind: ['lease'] },
    source: cite(...LAW, '第七百零五条'),
  }),
  flag({
    id: 'cc-734',
    ruleset: 'civil_code',
    name: '房屋承租人优先承租权',
    measure: 'sitting_lessee_priority',
    note: '同等条件下优先承租。',
    when: { tradeKind: ['lease'], property: ['house'] },
    source: cite(...LAW, '第七百三十四条第二款'),
  }),
  flag({
    id: 'cc-726',
    ruleset: 'civil_code',
    name: '房屋承租人优先购买权',
    measure: 'lessee_preemption',
    when: { tradeKind: ['transfer'], leased: [true], property: ['house'] },
    source: cite(...LAW, '第七百二十六条'),
  }),
  duration(['lessee_notified', 'auction_start'], [5, 'calendar_day'], {
    id: 'cc-727',
    ruleset: 'civil_code',
    name: '拍卖前通知承租人',
    when: { tradeKind: ['transfer'], leased: [true], saleMethod: ['auction'] },
    source: cite(...LAW, '第七百二十七条'),
  }),
];
