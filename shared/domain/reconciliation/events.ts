import type { LoggedEvent } from '../events/event.ts';
import type { Actor } from '../people/role.ts';
import type { Instant } from '../time.ts';
import type { StatedTotals } from './stated-totals.ts';

/** Why a difference is closed (了结原因): a closed list, with words beside it. */
export const CLOSING_REASONS = [
  'platform-corrects',
  'we-correct',
  'late-arrival',
  'period',
  'definition',
  'rounding',
  'priority-right',
  'confirmed',
  'other',
] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

/** Chinese words of the reasons. */
export const CLOSING_TEXT: Readonly<Record<ClosingReason, string>> = {
  'platform-corrects': '平台有误,已告知平台更正',
  'we-correct': '我方有误,已更正',
  'late-arrival': '资料迟到,已补收',
  period: '归期不同',
  definition: '口径不同',
  rounding: '取整或单位不同',
  'priority-right': '优先购买权人同价应价',
  confirmed: '经核实无误',
  other: '其他',
};

/** Statistics a person read from what the platform gave him (人工录入), and where they stand. */
export interface EnteredTotals {
  readonly totals: StatedTotals;
  readonly basis: 'platform' | 'official';
  /** Id of the paper or file they were read from. */
  readonly fileId: string;
}

/** What is closed: the reason, words, perhaps a file, and the hash of what was seen when it was. */
export interface ClosingData {
  readonly reason: ClosingReason;
  readonly words: string;
  readonly fileId: string | null;
  readonly hash: string;
}

/** What happens to what is reconciled. */
export type ReconciliationEvent =
  | { readonly type: 'entered'; readonly data: EnteredTotals }
  | { readonly type: 'closed'; readonly data: ClosingData };

/** Something that was entered or closed, by whom and when. */
export type Signed<T> = T & { readonly by: Actor; readonly at: Instant };

/** What people said of one thing that is reconciled. */
export interface Reconciliation {
  readonly id: string;
  readonly version: number;
  /** The newest statistics entered by hand; `null` where there are none. */
  readonly entered: Signed<EnteredTotals> | null;
  /** The newest closing; it holds while its hash is that of what stands there now. */
  readonly closing: Signed<ClosingData> | null;
}

/** What was said so far, and one thing more. */
export function foldReconciliation(
  known: Reconciliation | undefined,
  { sequence, event, by, at }: LoggedEvent<ReconciliationEvent>,
  id: string,
): Reconciliation {
  const before = known ?? { id, version: 0, entered: null, closing: null };
  const signed = { by, at };
  if (event.type === 'entered') return { ...before, version: sequence, entered: { ...event.data, ...signed } };
  return { ...before, version: sequence, closing: { ...event.data, ...signed } };
}

/** Open (未了结), closed (已了结), in agreement, or not held against anything: of the last two there is nothing to close. */
export const ITEM_STATUSES = ['open', 'closed', 'not-compared', 'agrees'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** Chinese words of the statuses. */
export const ITEM_STATUS_TEXT: Readonly<Record<ItemStatus, string>> = {
  open: '未了结',
  closed: '已了结',
  'not-compared': '无法核对',
  agrees: '一致',
};

/**
 * How an item stands: a closing holds only for the very numbers it was made of, so it reopens by itself when they change.
 *
 * @param differences `null`: there is nothing to compare it with
 */
export function itemStatus(differences: number | null, hash: string, closing: ClosingData | null): ItemStatus {
  if (differences === null) return 'not-compared';
  if (differences === 0) return 'agrees';
  return closing?.hash === hash ? 'closed' : 'open';
}
