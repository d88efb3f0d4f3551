import type { Rate } from '../clock.ts';
import type { DepositState, Milestone, Status } from '../engine/lot.ts';
import type { Endpoint, FaultKind } from '../faults.ts';

/** States of a lot in the words of the trade. */
export const STATUS_TEXT: Readonly<Record<Status, string>> = {
  announced: '公告中',
  registering: '报名中',
  bidding: '竞价中',
  extended: '延时竞价中',
  sold: '成交',
  'passed-in': '流拍',
  withdrawn: '撤回',
  defaulted: '悔拍',
};

/** Classes of the site's style sheet for the states it has colours for. */
export const STATUS_CLASS: Readonly<Record<Status, string>> = {
  announced: 'announced',
  registering: 'announced',
  bidding: 'bidding',
  extended: 'bidding',
  sold: 'sold',
  'passed-in': 'passed-in',
  withdrawn: 'withdrawn',
  defaulted: 'defaulted',
};

/** What became of a deposit. */
export const DEPOSIT_TEXT: Readonly<Record<DepositState, string>> = {
  held: '尚未处理',
  price: '转作价款',
  bond: '转作履约保证金',
  refunded: '已退还',
  forfeited: '已没收',
};

/** What happens before and after the sale. */
export const MILESTONE_TEXT: Readonly<Record<Milestone, string>> = {
  liveAt: '公告上线',
  endedAt: '竞价结束',
  resultKnownAt: '结果产生',
  confirmedAt: '成交确认',
  publicityStartsAt: '公示开始',
  publicityEndsAt: '公示结束',
  contractSignedAt: '合同签订',
  paidAt: '价款付清',
  handedOverAt: '标的交付',
  depositsRefundedAt: '保证金退清',
};

/** How fast the platform's time passes. */
export const RATE_TEXT: Readonly<Record<Rate, string>> = { 0: '停', 1: '1×', 60: '60×', 3600: '3600×' };

/** Faults that can be switched on. */
export const FAULT_TEXT: Readonly<Record<FaultKind, string>> = {
  slow: '答复慢(20 秒)',
  'server-error': '平台出错(503)',
  captcha: '弹出安全验证页',
  'lost-answer': '办好了但答复丢失',
  'changed-field': '字段改名',
  'empty-list': '列表突然为空',
  duplicate: '重复推送',
  reorder: '推送次序颠倒',
};

/** Where they happen. */
export const ENDPOINT_TEXT: Readonly<Record<Endpoint, string>> = {
  conformance: '接口:平台说明',
  lots: '接口:标的列表',
  lot: '接口:单个标的',
  bids: '接口:竞价记录',
  result: '接口:结果',
  settlement: '接口:成交后节点',
  deposits: '接口:保证金台账',
  listing: '接口:查询委托',
  create: '接口:发布',
  amend: '接口:变更',
  withdraw: '接口:撤回',
  events: '事件推送',
  'market-page': '其他平台样式的页面',
  'market-call': '其他平台样式的接口',
};
