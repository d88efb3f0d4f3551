import { cite, duration } from '../declare.ts';
import type { TimeRule } from '../time-rule.ts';

/** Extensions of bidding (延时竞价) as seen on other platforms: for reference, since each notice says its own. */
export const PLATFORM_TERMS_RULES: readonly TimeRule[] = [
  duration(['last_bid', 'auction_end'], [180, 'second'], {
    id: 'ext-anji',
    ruleset: 'platform_terms',
    name: '延时竞价(安吉)',
    stage: 'bidding',
    op: 'eq',
    when: { perLotTerm: [true] },
    severity: 'info',
    confidence: 'stored_secondary',
    source: cite(
      '安吉县产权交易电子竞价系统 2020-09-22公告',
      null,
      null,
      'http://anjipm.com/detail-2020922-126544.html',
    ),
  }),
  duration(['last_bid', 'auction_end'], [180, 'second'], {
    id: 'ext-tianhe',
    ruleset: 'platform_terms',
    name: '延时竞价(天河)',
    stage: 'bidding',
    op: 'eq',
    when: { perLotTerm: [true] },
    severity: 'info',
    confidence: 'stored_secondary',
    source: cite(
      '广州市天河区农村集体资产网上交易平台',
      null,
      null,
      'https://szjy.thnet.gov.cn/tdlzdzjy/dzjy/dzjy.do?method=detail&id=15890',
    ),
  }),
  duration(['last_bid', 'auction_end'], [90, 'second'], {
    id: 'ext-ningguo',
    ruleset: 'platform_terms',
    name: '延时竞价(宁国)',
    stage: 'bidding',
    op: 'eq',
    when: { perLotTerm: [true] },
    severity: 'info',
    confidence: 'stored_secondary',
    source: cite('宣城市产权交易网络竞价系统', null, null, 'https://www.chacewang.com/newsdetail/news828513.html'),
  }),
  duration(['last_bid', 'auction_end'], [300, 'second'], {
    id: 'ext-zhongpai',
    ruleset: 'platform_terms',
    name: '延时竞价(中拍网)',
    stage: 'bidding',
    op: 'eq',
    when: { perLotTerm: [true] },
    severity: 'info',
    confidence: 'stored_secondary',
    source: cite('中拍网线上竞价说明(最后5分钟)', null, null, 'http://hongdamen.com.cn/service/29.html'),
  }),
];
