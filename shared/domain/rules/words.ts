import type { ConditionName, DurationUnit, RuleEvent, RuleMeasure, RuleStage } from './time-rule.ts';

interface Word {
  readonly name: string;
  /** Into `ListingTerms`; `null` where the terms have no such field. */
  readonly pointer: string | null;
}

function word(name: string, pointer: string | null = null): Word {
  return { name, pointer };
}

/** Chinese words of events, and the fields of a listing's terms they stand in. */
export const EVENT_WORDS: Readonly<Record<RuleEvent, Word>> = {
  notice_published: word('公告发布日', '/windows/noticeOn'),
  notice_end: word('报名截止时间', '/windows/registrationEndsAt'),
  auction_start: word('竞价开始时间', '/windows/biddingStartsAt'),
  scheduled_end: word('竞价结束时间', '/windows/biddingEndsAt'),
  auction_end: word('竞价实际结束时间'),
  last_bid: word('最后一次出价时间'),
  exhibition_start: word('看样开始日', '/windows/viewingFrom'),
  exhibition_end: word('看样结束日', '/windows/viewingUntil'),
  disclosure_published: word('公告发布日', '/windows/noticeOn'),
  disclosure_end: word('报名截止时间', '/windows/registrationEndsAt'),
  extended_disclosure_end: word('延长披露截止日'),
  first_disclosure_published: word('首次公告发布日'),
  predisclosure_published: word('预披露开始日'),
  predisclosure_end: word('预披露截止日'),
  prior_right_notified: word('通知优先购买权人之日'),
  lessee_notified: word('通知承租人之日', '/priority'),
  plan_published: word('方案公布日', '/resolution/planPublishedOn'),
  vote: word('会议表决日', '/resolution/heldOn'),
  valuation_published: word('评估结果公示开始日', '/appraisal/publishedOn'),
  valuation_publicity_end: word('评估结果公示截止日', '/appraisal/publicityEndsOn'),
  result_notice_published: word('成交结果公示开始日'),
  result_notice_end: word('成交结果公示截止日'),
  contract_signed: word('合同签订日'),
  contract_effective: word('合同生效日'),
  contract_start: word('承包开始日'),
  contract_end: word('承包结束日'),
  lease_start: word('租期开始日', '/lease/startsOn'),
  lease_end: word('租期', '/lease/months'),
  deal: word('成交日'),
  payment_complete: word('价款付清日'),
  receipt_handed_in: word('收据交回日'),
  deposit_refunded_loser: word('未竞得人保证金退还日'),
  winner_deposit_transferred: word('竞得人保证金划转日'),
  round1_passed_in: word('第一次流拍日'),
  round2_auction_start: word('第二次拍卖开始日'),
  suspended_at: word('中止日'),
  suspension_cause_gone: word('中止原因消失日'),
  resumed_at: word('恢复日'),
  auction_resumed: word('恢复拍卖日'),
  selloff_start: word('变卖开始日'),
  selloff_end: word('变卖结束日'),
  record_deleted: word('资料销毁日'),
};

/** Chinese words of what ratios, counts and flags are of. */
export const MEASURE_WORDS: Readonly<Record<RuleMeasure, Word>> = {
  commission_rate: word('佣金比例'),
  price_cut: word('降价幅度', '/startPriceFen'),
  start_to_valuation: word('起拍价与评估价之比', '/startPriceFen'),
  deposit_to_start: word('保证金与起拍价之比', '/deposit/fen'),
  deposit_to_valuation: word('保证金与评估价之比', '/deposit/fen'),
  first_instalment: word('首付比例'),
  member_vote: word('同意人数占应到人数之比', '/resolution/inFavour'),
  outsider_vote: word('同意人数占应到人数之比', '/resolution/inFavour'),
  bidders: word('竞买人数'),
  bids_of_the_defaulter: word('悔拍人出价次数'),
  sitting_lessee_priority: word('现承租人优先承租权的通知', '/priority'),
  lessee_preemption: word('承租人优先购买权的通知', '/priority'),
  member_priority: word('本集体成员优先权的记录', '/priority'),
};

export const UNIT_WORDS: Readonly<Record<DurationUnit, string>> = {
  calendar_day: '日',
  working_day: '个工作日',
  hour: '小时',
  minute: '分钟',
  second: '秒',
  month: '个月',
  year: '年',
};

/** For each condition: its name where it is not known, and why the rule does not apply where it fails. */
export const CONDITION_WORDS: Readonly<Record<ConditionName, { readonly name: string; readonly fails: string }>> = {
  saleMethod: { name: '拟上架的平台', fails: '只约束拍卖人举行的拍卖,本次由产权人组织网络竞价' },
  saleKind: { name: '是否司法处置', fails: '只约束司法拍卖' },
  ownerKind: { name: '产权人类别', fails: '不约束这类产权人' },
  assetClass: { name: '资产类别', fails: '不约束这类资产' },
  tradeKind: { name: '交易方式', fails: '不约束这种交易方式' },
  property: { name: '资产属于哪类财产', fails: '不约束这类财产' },
  landType: { name: '土地类别', fails: '不约束这类土地' },
  round: { name: '轮次', fails: '不约束本轮次' },
  relistReason: { name: '再次挂牌的原因', fails: '只在因相应原因再次挂牌时适用' },
  decision: { name: '是否属于须经三分之二以上成员(代表)同意的重大事项', fails: '不是相应的表决事项' },
  regionPrefix: { name: '资产所在地', fails: '是其他地区的规定' },
  leased: { name: '资产现在是否出租', fails: '资产现未出租' },
  lesseeIsOutsider: { name: '是否允许本集体以外的人参加', fails: '只允许本集体成员参加' },
  controlChanges: { name: '是否导致实际控制权转移', fails: '不导致实际控制权转移' },
  instalment: { name: '是否分期付款', fails: '付款方式不同' },
  commissionAgreed: { name: '佣金是否已约定', fails: '佣金已有约定' },
  publicProperty: { name: '是否公物', fails: '不是公物' },
  perLotTerm: { name: '公告是否采用该约定', fails: '是其他公告或平台的约定,仅供参考' },
  startPrice: { name: '起拍价', fails: '起拍价不在规定的范围内' },
};

/** Why a rule says nothing yet. */
export const STAGE_SENTENCES: Readonly<Record<RuleStage, string>> = {
  listing: '挂牌时核对。',
  bidding: '竞价时核对。',
  'after-sale': '成交后由时效监测核对。',
  fees: '与收费标准一并核对。',
};
