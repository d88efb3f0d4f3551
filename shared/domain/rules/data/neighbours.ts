import { cite, duration } from '../declare.ts';
import type { TimeRule } from '../time-rule.ts';

/** Rules of neighbouring counties and terms of single notices: they bind nobody here and show what is usual. */
export const NEIGHBOURS_RULES: readonly TimeRule[] = [
  duration(['notice_published', 'notice_end'], [7, 'calendar_day'], {
    id: 'zhuji-7',
    ruleset: 'neighbours',
    name: '农村产权交易公告期(诸暨)',
    note: '征集到一个合格意向方的,按挂牌价与报价孰高协议成交;两个以上的竞价。',
    lastDayMoves: true,
    when: { regionPrefix: ['330681'], ownerKind: ['collective'] },
    confidence: 'stored_secondary',
    source: cite(
      '诸暨市农村产权交易管理办法(试行)',
      '诸政办发〔2017〕116号',
      null,
      'https://nongjiao.com/news/read-24976.html',
    ),
  }),
  duration(['auction_end', 'deposit_refunded_loser'], [3, 'calendar_day'], {
    id: 'hz-ali-refund',
    ruleset: 'neighbours',
    name: '未竞得人保证金退还(公告约定)',
    note: '单份公告的约定,只约束该次交易。',
    stage: 'after-sale',
    op: 'lte',
    when: { perLotTerm: [true] },
    severity: 'warning',
    confidence: 'stored_secondary',
    source: cite(
      '湖州临杭城镇化建设集团 练市镇商铺三年租赁权竞价公告',
      null,
      null,
      'http://gdzxbpt.com/detail.html?article_id=502',
    ),
  }),
  duration(['receipt_handed_in', 'deposit_refunded_loser'], [3, 'working_day'], {
    id: 'py-refund',
    ruleset: 'neighbours',
    name: '未竞得人保证金退还(平阳)',
    stage: 'after-sale',
    op: 'lte',
    when: { regionPrefix: ['330326'] },
    severity: 'warning',
    confidence: 'stored_secondary',
    source: cite(
      '平阳县公共资源交易中心 保证金缴纳和退付办事指南(2023-03-20),不收费',
      null,
      null,
      'http://117.149.228.166/TPFront/infodetail/?categoryNum=002004',
    ),
  }),
  duration(['result_notice_end', 'deposit_refunded_loser'], [5, 'working_day'], {
    id: 'rz-refund',
    ruleset: 'neighbours',
    name: '未竞得人保证金退还(公告约定)',
    note: '自结果公示期满起算,不自竞价结束起算。',
    stage: 'after-sale',
    op: 'lte',
    when: { perLotTerm: [true] },
    severity: 'warning',
    confidence: 'stored_secondary',
    source: cite('日照市岚山区厂房集体建设用地使用权拍卖公告', null, null, 'https://hot.dzwww.com/w_yViz?ipage=3'),
  }),
];
