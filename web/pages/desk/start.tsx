import type { Caller } from '#shared/domain/caller.ts';
import { LISTING_STATES, type ListingState } from '#shared/domain/listing/listing.ts';
import { type ListingEventType, STATE_NAMES } from '#shared/domain/listing/transitions.ts';
import type { TodoItem } from '#shared/services/desk/listing/todo.ts';
import type { BoardRow } from '#shared/services/placement/board.ts';
import { Time } from '../time.tsx';
import { DeskPage } from './frame.tsx';
import { actAddress } from './listings/acts.ts';
import { SearchForm } from './listings/list-page.tsx';
import { stepAddress } from './listings/steps.ts';
import { UNTITLED } from './listings/words.ts';
import { PlacementTodo } from './placements/board-page.tsx';

interface StartProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly items: readonly TodoItem[];
  /** Placements the caller has to see to. */
  readonly placements: readonly BoardRow[];
  /** How many listings the caller sees in each state. */
  readonly counts: ReadonlyMap<ListingState, number>;
}

/** Where a thing to do is done. */
function addressOf(id: string, action: ListingEventType): string {
  switch (action) {
    case 'edited':
      return stepAddress(id, 'assets');
    case 'submitted':
      return stepAddress(id, 'submit');
    case 'step-passed':
      return `/desk/review/${id}`;
    case 'round-opened':
      return `/desk/listings/${id}`;
    case 'round-ended':
      return actAddress(id, 'end-round');
    case 'handed-over':
    case 'placed':
    case 'document-issued':
    case 'scan-returned':
      return `/desk/handoff/${id}`;
    default:
      return `/desk/listings/${id}`;
  }
}

function Todo({ item }: { readonly item: TodoItem }) {
  const { card, action, text, since, dueOn, isOverdue } = item;
  return (
    <li class={isOverdue ? 'late' : undefined}>
      <a href={addressOf(card.id, action)}>{text}</a>
      <span class="source">
        {card.title ?? UNTITLED}({card.ownerName})
      </span>
      <span class={isOverdue ? 'error source' : 'soft source'}>
        自 <Time at={since} />
        {dueOn === null ? '' : `,最迟 ${dueOn}${isOverdue ? '(已超期)' : ''}`}
      </span>
    </li>
  );
}

function Counts({ counts }: Pick<StartProps, 'counts'>) {
  const shown = LISTING_STATES.filter((state) => (counts.get(state) ?? 0) > 0);
  if (shown.length === 0) return null;
  return (
    <section class="panel">
      <h2>全部挂牌</h2>
      <p class="links">
        {shown.map((state) => (
          <a href={`/desk/listings?state=${state}`}>
            {STATE_NAMES[state]} {counts.get(state)}
          </a>
        ))}
      </p>
    </section>
  );
}

/** Where everybody begins: what must I do now, and where everything is. */
export function StartPage({ caller, assets, items, placements, counts }: StartProps) {
  const hasRole = (caller.assignments ?? []).length > 0;
  const isClerk = caller.roles.includes('village-clerk') || caller.roles.includes('owner-clerk');
  return (
    <DeskPage title="今日待办" caller={caller} here="start" assets={assets}>
      <h1>今日待办</h1>
      {hasRole ? null : <p class="notice">您还没有分配岗位,看不到业务内容。请联系交易中心开通。</p>}
      {hasRole && items.length + placements.length === 0 ? <p>现在没有要办的事。</p> : null}
      <ul class="todo">
        {items.map((item) => (
          <Todo item={item} />
        ))}
        {placements.map((row) => (
          <PlacementTodo row={row} />
        ))}
      </ul>
      {isClerk ? (
        <p class="links">
          <a class="button" href="/desk/listings/new">
            新建挂牌
          </a>
          <a href="/desk/assets/new">登记资产</a>
        </p>
      ) : null}
      {hasRole ? <SearchForm text="" /> : null}
      <Counts counts={counts} />
    </DeskPage>
  );
}
