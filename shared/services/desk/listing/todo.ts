import type { Caller } from '../../../domain/caller.ts';
import type { ListingEventType } from '../../../domain/listing/transitions.ts';
import { mayAct, mayActForPlatform, visiblePartitions } from '../../../domain/people/reach.ts';
import { beijingDate, type Instant, type LocalDate } from '../../../domain/time.ts';
import { clerkRole } from './authority.ts';
import type { ListingCard } from './listing-card.ts';
import { cardsIn } from './listing-cards.ts';
import type { ListingPorts } from './listing-ports.ts';
import { isOverdue, overdueFirst, ownerOfCard, waitsFor } from './review-queue.ts';

/** Something the caller has to do now (待办). */
export interface TodoItem {
  readonly card: ListingCard;
  /** What it is, for linking to its form. */
  readonly action: ListingEventType;
  /** Chinese, one line. */
  readonly text: string;
  readonly since: Instant;
  readonly dueOn: LocalDate | null;
  readonly isOverdue: boolean;
}

type Wanted = Pick<TodoItem, 'action' | 'text'> | undefined;

/** What the caller must do now in all his roles: overdue first, then what has waited longest. */
export async function todo(
  caller: Caller,
  ports: Pick<ListingPorts, 'records' | 'clock'>,
): Promise<readonly TodoItem[]> {
  const now = ports.clock.now();
  const today = beijingDate(now);
  const cards = await cardsIn(ports, visiblePartitions(caller));
  const items = cards.flatMap((card) => {
    const wanted = wantedOf(caller, card, today, now);
    if (wanted === undefined) return [];
    return [{ card, ...wanted, since: card.waitingSince, dueOn: card.dueOn, isOverdue: isOverdue(card, today) }];
  });
  return items.toSorted(overdueFirst);
}

function wantedOf(caller: Caller, card: ListingCard, today: LocalDate, now: Instant): Wanted {
  if (waitsFor(caller, card, today)) return { action: 'step-passed', text: `请审核:${card.waiting?.name ?? ''}` };
  const owner = ownerOfCard(card);
  const isClerk = mayAct(caller, clerkRole(owner), owner, today) !== undefined;
  const isOffice = mayAct(caller, 'office', owner, today) !== undefined;
  const isPlatform = card.platform !== null && mayActForPlatform(caller, card.platform, today) !== undefined;
  return (
    (isClerk ? forClerk(card) : undefined) ??
    (isOffice ? forOffice(card, now) : undefined) ??
    (isPlatform ? forPlatform(card, now) : undefined)
  );
}

function forClerk({ state, returned }: ListingCard): Wanted {
  if (state === 'draft' && returned !== null) return { action: 'edited', text: `已退回,请修改后重新提交:${returned}` };
  if (state === 'draft') return { action: 'submitted', text: '请填写完整并提交审核' };
  if (state === 'failed') return { action: 'round-opened', text: '本轮流拍,请决定再次挂牌或撤回' };
  if (state === 'defaulted') return { action: 'round-opened', text: '买受人悔拍,请决定再次挂牌或撤回' };
  return undefined;
}

function forOffice(card: ListingCard, now: Instant): Wanted {
  if (card.state === 'approved') return { action: 'handed-over', text: '已批准,请生成资料并移交平台' };
  if (card.state === 'sold') return { action: 'document-issued', text: '已成交,请办理成交确认和公示' };
  return isBiddingOver(card, now) ? { action: 'round-ended', text: '竞价已结束,请登记结果' } : undefined;
}

function forPlatform(card: ListingCard, now: Instant): Wanted {
  if (card.state === 'approved') return { action: 'handed-over', text: '已批准,请领取资料' };
  if (card.state === 'handed-over') return { action: 'placed', text: '请上架并登记网址' };
  return isBiddingOver(card, now) ? { action: 'round-ended', text: '竞价已结束,请登记结果' } : undefined;
}

function isBiddingOver({ state, biddingEndsAt }: ListingCard, now: Instant): boolean {
  return state === 'placed' && biddingEndsAt !== null && biddingEndsAt <= now;
}
