/** From when the time for a refund runs (起算点). */
export const REFUND_STARTS = ['end', 'result', 'publicity-end', 'contract', 'receipt'] as const;
export type RefundStart = (typeof REFUND_STARTS)[number];

export const START_NAMES: Readonly<Record<RefundStart, string>> = {
  end: '竞价结束',
  result: '结果产生',
  'publicity-end': '成交公示期满',
  contract: '合同签订',
  receipt: '交回收据',
};

export const TERM_UNITS = ['hour', 'calendar_day', 'working_day'] as const;
export type TermUnit = (typeof TERM_UNITS)[number];

export const TERM_UNIT_NAMES: Readonly<Record<TermUnit, string>> = {
  hour: '小时',
  calendar_day: '日',
  working_day: '个工作日',
};

/** When deposits go back by what was agreed for this lot (本标的约定): its notice or rules of bidding. */
export interface RefundTerm {
  readonly from: RefundStart;
  readonly value: number;
  readonly unit: TermUnit;
  /** Where it is written: 竞价公告第六条. */
  readonly source: string;
}
