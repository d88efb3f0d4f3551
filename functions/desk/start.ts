import { listListings } from '#shared/services/desk/listing/list-listings.ts';
import { todo } from '#shared/services/desk/listing/todo.ts';
import { readBoard } from '#shared/services/placement/board.ts';
import { placementTodos, withoutPublished } from '#web/pages/desk/placements/todos.ts';
import { StartPage } from '#web/pages/desk/start.tsx';
import { callerIn } from '../admission.ts';
import type { DeskPorts } from './desk-ports.ts';
import { wantsJson } from './desk-requests.ts';
import type { AccessTable, DeskApp } from './desk-routes.ts';
import { deskAssets } from './static.ts';

/** Anybody signed in begins here; who has no role yet is told so. */
export const START_ACCESS = { 'GET /desk': 'signed-in' } as const satisfies AccessTable;

/** Adds the page everybody begins at: what must I do now. */
export function addStartRoutes(app: DeskApp, given: () => DeskPorts): void {
  app.get('/desk', async (context) => {
    const caller = callerIn(context);
    if (caller.roles.length === 0 && !wantsJson(context)) return context.redirect('/sign-in/no-role', 303);
    const [all, cards, board] = await Promise.all([
      todo(caller, given()),
      listListings(caller, given()),
      readBoard(caller, given()),
    ]);
    const items = withoutPublished(all, board);
    const placements = placementTodos(caller, board);
    if (wantsJson(context)) return context.json({ todo: items, placements });
    const counts = new Map([...Map.groupBy(cards, ({ state }) => state)].map(([state, own]) => [state, own.length]));
    return context.html(StartPage({ caller, assets: deskAssets, items, placements, counts }));
  });
}
