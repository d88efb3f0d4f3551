import type { ListingEvent } from './events.ts';
import type { ListingState } from './listing.ts';

/** What people call the states. */
export const STATE_NAMES: Readonly<Record<ListingState, string>> = {
  draft: '草稿',
  review: '审核中',
  approved: '已批准,待移交',
  'handed-over': '已移交,待上架',
  placed: '已上架',
  failed: '本轮流拍',
  sold: '已成交',
  defaulted: '悔拍,待处理',
  agreed: '协议出租',
  withdrawn: '已撤回',
};

/** What people call the events, as things to do. */
export const EVENT_NAMES: Readonly<Record<ListingEvent['type'], string>> = {
  drafted: '新建挂牌',
  edited: '修改',
  'platform-chosen': '选择平台',
  'draw-announced': '公布摇号',
  submitted: '提交审核',
  'step-passed': '审核通过',
  returned: '退回',
  'handed-over': '移交平台',
  placed: '登记上架地址',
  amended: '变更',
  'round-ended': '登记本轮结果',
  'round-opened': '再次挂牌',
  'let-by-agreement': '协议出租',
  withdrawn: '撤回',
  'document-issued': '出具文书',
  'scan-returned': '上传盖章扫描件',
};

const ALL_BUT_WITHDRAWN = [
  'draft',
  'review',
  'approved',
  'handed-over',
  'placed',
  'failed',
  'sold',
  'defaulted',
  'agreed',
] as const;

/**
 * In which states each event may happen. A listing approved or under review changes only by being returned to draft; one
 * that is on sale only by amendments, which `amendmentFaults` keeps from everything that was decided;
 * what was hammered cannot be withdrawn, only defaulted on; nothing but paperwork follows an agreement or a withdrawal.
 */
const ALLOWED_IN: Readonly<Record<ListingEvent['type'], readonly ListingState[]>> = {
  drafted: [],
  edited: ['draft'],
  'platform-chosen': ['draft'],
  'draw-announced': ['draft'],
  submitted: ['draft'],
  'step-passed': ['review'],
  returned: ['review', 'approved'],
  'handed-over': ['approved'],
  placed: ['handed-over'],
  amended: ['handed-over', 'placed'],
  'round-ended': ['placed', 'sold'],
  'round-opened': ['failed', 'defaulted'],
  'let-by-agreement': ['failed'],
  withdrawn: ['draft', 'review', 'approved', 'handed-over', 'placed', 'failed', 'defaulted'],
  'document-issued': ALL_BUT_WITHDRAWN,
  'scan-returned': [...ALL_BUT_WITHDRAWN, 'withdrawn'],
};

/** Kinds of events, without their data. */
export type ListingEventType = ListingEvent['type'];

/** Whether an event of this kind may happen in the state. `undefined` is a listing that does not exist yet. */
export function mayHappen(state: ListingState | undefined, type: ListingEventType): boolean {
  return state === undefined ? type === 'drafted' : ALLOWED_IN[type].includes(state);
}

/** Whether this very event may happen: a sale that was hammered can only turn into a default. */
export function isAllowed(state: ListingState | undefined, event: ListingEvent): boolean {
  if (!mayHappen(state, event.type)) return false;
  return !(state === 'sold' && event.type === 'round-ended' && event.data.outcome !== 'defaulted');
}

/** Every kind of event, in the order of a listing's life. */
export const LISTING_EVENT_TYPES: readonly ListingEventType[] = [
  'drafted',
  'edited',
  'draw-announced',
  'platform-chosen',
  'submitted',
  'step-passed',
  'returned',
  'handed-over',
  'placed',
  'amended',
  'round-ended',
  'round-opened',
  'let-by-agreement',
  'withdrawn',
  'document-issued',
  'scan-returned',
];
