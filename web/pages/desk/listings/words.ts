import { STATE_NAMES } from '#shared/domain/listing/transitions.ts';
import type { ListingCard } from '#shared/services/desk/listing/listing-card.ts';
import type { ClockHolder } from '#shared/services/desk/listing/timeline.ts';

/** Whose time runs, in the words people use. */
export const HOLDER_TEXT: Readonly<Record<ClockHolder, string>> = {
  owner: '产权单位',
  township: '镇街三资办',
  bureau: '主管部门',
  office: '交易中心',
  platform: '平台',
};

/** A listing that nobody has given a title yet is called so. */
export const UNTITLED = '未命名挂牌';

/** Where a listing stands, with the step that waits under review: 审核中:镇街三资办审核. */
export function stateText({ state, waiting }: Pick<ListingCard, 'state' | 'waiting'>): string {
  return waiting === null ? STATE_NAMES[state] : `${STATE_NAMES[state]}:${waiting.name}`;
}
