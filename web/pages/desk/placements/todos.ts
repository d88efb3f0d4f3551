import { type Caller, hasRole } from '#shared/domain/caller.ts';
import type { PersonRole } from '#shared/domain/people/role.ts';
import { placementId } from '#shared/domain/placement/placement.ts';
import type { TodoItem } from '#shared/services/desk/listing/todo.ts';
import type { BoardRow } from '#shared/services/placement/board.ts';

/** Who is meant where it is the turn of an office, an owner or a platform. */
const ROLES: Readonly<Record<BoardRow['todo']['who'], readonly PersonRole[]>> = {
  office: ['office'],
  clerk: ['village-clerk', 'owner-clerk'],
  platform: ['platform-operator'],
  nobody: [],
};

/** What of the board the caller has to do; handing over and placing by hand stand among what his listings want of him. */
export function placementTodos(caller: Caller, board: readonly BoardRow[]): readonly BoardRow[] {
  return board.filter(({ state, todo }) => state !== 'awaiting-handoff' && hasRole(caller, ...ROLES[todo.who]));
}

/** What listings want of people, without handing over and placing where the system does both. */
export function withoutPublished(items: readonly TodoItem[], board: readonly BoardRow[]): readonly TodoItem[] {
  const published = new Set(
    board.filter(({ way, state }) => way === 'api' && state !== 'withdrawn').map(({ id }) => id),
  );
  return items.filter(({ card, action }) => {
    return (action !== 'handed-over' && action !== 'placed') || !published.has(placementId(card.id, card.round));
  });
}
