import { cite, duration, percent, ratio } from '../declare.ts';
import type { TimeRule } from '../time-rule.ts';

const LAW = ['中华人民共和国拍卖法', '1996通过,2015修正'] as const;

/** Auction Law (拍卖法), its text read: binds a sale held by an auction house (拍卖人). */
export const AUCTION_LAW_RULES: readonly TimeRule[] = [
  duration(['notice_published', 'auction_start'], [7, 'calendar_day'], {
    id: 'al-45',
    ruleset: 'auction_law',
    name: '拍卖公告期',
    note: '拍卖日七日前发布:公告日加7日不晚于拍卖日。只约束拍卖人举行的拍卖;产权人自行组织的网络竞价不是拍卖法上的拍卖。',
    when: { saleMethod: ['auction'] },
    source: cite(...LAW, '第四十五条'),
  }),
  duration(['exhibition_start', 'exhibition_end'], [2, 'calendar_day'], {
    id: 'al-48',
    ruleset: 'auction_law',
    name: '拍卖标的展示期',
    note: '展示的首日与末日均为完整一日,都计入。',
    counting: 'whole-days',
    when: { saleMethod: ['auction'] },
    source: cite(...LAW, '第四十八条'),
  }),
  duration(['contract_end', 'record_deleted'], [5, 'year'], {
    id: 'al-54',
    ruleset: 'auction_law',
    name: '拍卖资料保存期',
    stage: 'after-sale',
    when: { saleMethod: ['auction'] },
    source: cite(...LAW, '第五十四条'),
  }),
  ratio(percent(5), {
    id: 'al-56',
    ruleset: 'auction_law',
    name: '未约定时的佣金上限',
    measure: 'commission_rate',
    note: '买卖双方各自适用,为法定上限。',
    stage: 'fees',
    op: 'lte',
    when: { commissionAgreed: [false] },
    source: cite(...LAW, '第五十六条'),
  }),
  ratio(percent(5), {
    id: 'al-57',
    ruleset: 'auction_law',
    name: '公物拍卖的佣金上限',
    measure: 'commission_rate',
    note: '只可向买受人收取。',
    stage: 'fees',
    op: 'lte',
    when: { publicProperty: [true] },
    source: cite(...LAW, '第五十七条'),
  }),
];
