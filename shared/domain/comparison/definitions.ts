/** What a figure, a clock or a check says, for people; every one printed names its definition. */
export interface Definition {
  readonly id: string;
  /** Chinese, as the column or heading has it. */
  readonly name: string;
  /** One Chinese sentence: what is counted, over what, and what is left out. */
  readonly sentence: string;
}

/** Rises whenever a definition changes its meaning; (this, snapshot hash) identifies every figure. */
export const DEFINITIONS_VERSION = '2026.3';

/** Definitions (指标解释) of the population and of the measures of outcome. */
export const OUTCOME_DEFINITIONS = {
  official: {
    id: 'official',
    name: '计入口径',
    sentence: '只计交易类别为农村集体或国有、且资产在本区的标的;其余为市场参考;类别或辖区不明的单列,不计入。',
  },
  placed: {
    id: 'placed',
    name: '归期',
    sentence: '标的按竞价结束日归入期间;无结束时间的按结果日,仍无的按开始日;三者皆无的单列,不计入任何期间。',
  },
  agreement: {
    id: 'agreement',
    name: '协议交易',
    sentence: '以协议方式成交的标的不经竞价,不计入成交率、成交总额和溢价率,单列件数和金额。',
  },
  sold: {
    id: 'sold',
    name: '成交',
    sentence: '落槌成交的标的,含成交后悔拍的。',
  },
  'sold-net': {
    id: 'sold-net',
    name: '成交(扣除悔拍)',
    sentence: '落槌成交且未悔拍的标的。',
  },
  'passed-in': { id: 'passed-in', name: '流拍', sentence: '竞价结束而无人应价或未达保留价的标的。' },
  completed: {
    id: 'completed',
    name: '完成竞价',
    sentence: '成交与流拍的标的之和,不含撤回、中止、未结束和结果未报的。',
  },
  withdrawn: { id: 'withdrawn', name: '撤回', sentence: '由委托方撤回的标的,不计入成交率。' },
  open: {
    id: 'open',
    name: '未有结果',
    sentence: '公告中、竞价中、中止、已结束而结果未报以及状态未知的标的,不计入成交率。',
  },
  'success-official': {
    id: 'success-official',
    name: '成交率',
    sentence: '成交标的数除以完成竞价标的数(成交+流拍),每一轮次计一次;撤回、中止和未有结果的不在分母。',
  },
  'success-attempts': {
    id: 'success-attempts',
    name: '成交率(按发拍次数)',
    sentence: '成交标的数除以期内全部发拍次数,含撤回、中止和未有结果的。',
  },
  'success-properties': {
    id: 'success-properties',
    name: '成交率(按资产件数)',
    sentence: '成交的资产件数除以期内发拍的资产件数;同一平台上同一资产的各轮次只计一件。',
  },
  'success-finished': {
    id: 'success-finished',
    name: '成交率(按已了结资产)',
    sentence: '成交的资产件数除以期内发拍且已无未结轮次的资产件数。',
  },
  'success-net': {
    id: 'success-net',
    name: '成交率(扣除悔拍)',
    sentence: '未悔拍的成交标的数除以完成竞价标的数(成交+流拍),悔拍仍在分母。',
  },
  amount: {
    id: 'amount',
    name: '成交金额',
    sentence:
      '总价标的按成交价计;租赁按全部租期的租金计:年租金×月数÷12,月租金×月数,每亩年租金×亩数×月数÷12;写明租金每年递增的,自第二年起逐年复计,不足一年的按当年租金折算,未写递增的按不递增计;缺期限、面积等而算不出的不估算,单笔超过1000亿元或递增超过100年的视为单位有误,均单列件数。',
  },
  'premium-mean': {
    id: 'premium-mean',
    name: '平均溢价率',
    sentence: '各成交标的溢价率(成交价-起拍价)÷起拍价的算术平均,按各自计价方式计算。',
  },
  'premium-totals': {
    id: 'premium-totals',
    name: '总额溢价率',
    sentence: '成交价之和减起拍价之和,除以起拍价之和;不同计价方式不相加,各自列出。',
  },
  'premium-median': { id: 'premium-median', name: '溢价率中位数', sentence: '各成交标的溢价率的中位数。' },
  'premium-highest': { id: 'premium-highest', name: '最高溢价率', sentence: '各成交标的溢价率的最大值及其标的。' },
  'premium-appraisal': {
    id: 'premium-appraisal',
    name: '对评估价的溢价率',
    sentence: '(成交价-评估价)÷评估价的算术平均,只计以总价计价且有评估价的成交标的。',
  },
  'token-start': {
    id: 'token-start',
    name: '象征性起拍价',
    sentence: '起拍价不超过1元,或以总价计价而低于评估价10%的标的,不计入溢价率,单列件数。',
  },
  bids: { id: 'bids', name: '每标的出价次数', sentence: '完成竞价标的的出价次数之和除以有此数据的标的数。' },
  bidders: { id: 'bidders', name: '每标的报名人数', sentence: '完成竞价标的的报名人数之和除以有此数据的标的数。' },
} as const satisfies Record<string, Definition>;

/** Id of a definition of outcome. */
export type OutcomeDefinition = keyof typeof OUTCOME_DEFINITIONS;
