import { describe, expect, it } from 'vitest';
import { joinAccess } from '#functions/desk/desk-app.ts';
import { DESK_MODULES } from '#functions/desk/modules.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { aDesk, type DeskInMemory } from '#test/office/desk-app.ts';
import { PEOPLE, POND, VILLAGE } from '#test/support/desk.ts';
import { inReview } from '#test/support/desk-journey.ts';
import { aLease } from '#test/support/desk-terms.ts';

const access = joinAccess(DESK_MODULES.map((module) => module.access));

/** Routes of the desk that answer, as registered; style sheet and script are for anybody. */
function routesOf(desk: DeskInMemory): readonly string[] {
  const routes = desk.app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  return [...new Set(routes)].filter((route) => !route.startsWith('GET /desk/static/'));
}

/** Calls a route as a person would, with this id in every place of an id. */
function call(desk: DeskInMemory, person: Caller | null, route: string, id: string): Promise<Response> {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replaceAll(/:[a-z]+/gi, id);
  if (method === 'GET') return desk.get(person, path, 'application/json');
  return desk.submit(person, path, {}, { accept: 'application/json' });
}

describe('the access table of the desk', () => {
  it('lists every route there is, and none that is not', async () => {
    const desk = await aDesk();

    expect(Object.keys(access).toSorted()).toEqual(routesOf(desk).toSorted());
  });

  it('keeps everybody out who is not signed in', async () => {
    const desk = await aDesk();

    for (const route of routesOf(desk)) {
      expect([route, (await call(desk, null, route, 'x')).status]).toEqual([route, 401]);
    }
  });

  it.each(Object.entries(PEOPLE))('lets %s pass where a role of his is listed, and nowhere else', async (_, person) => {
    const desk = await aDesk();

    for (const route of routesOf(desk)) {
      const allowed = access[route];
      const isAllowed = allowed === 'signed-in' || person.roles.some((role) => allowed?.includes(role as never));
      const response = await call(desk, person, route, '0000000000000000');
      const { code } = (await response.json().catch(() => ({}))) as { code?: string };
      expect([route, code === 'ACCESS.DENIED']).toEqual([route, !isAllowed]);
    }
  });

  it.each([
    ['a clerk of another village', PEOPLE.foreignClerk],
    ['a reviewer of another township', PEOPLE.foreignTownship],
    ['a clerk of a state-owned unit', PEOPLE.unitClerk],
    ['the bureau of the other kind of owner', PEOPLE.stateBureau],
    ['the operator of another platform', PEOPLE.foreignOperator],
  ])('tells %s nothing of a listing, an asset or an owner that is not his business', async (_, person) => {
    const desk = await aDesk();
    const { id } = await inReview(desk, aLease(POND));
    const withIds = routesOf(desk).filter((route) => route.includes('/:id'));

    for (const route of withIds) {
      const foreign = route.includes('/assets/') ? POND : route.includes('/owners/') ? VILLAGE.id : id;
      const answer = await call(desk, person, route, foreign);
      const text = await answer.text();
      expect([route, answer.status >= 400, text.includes('云村')]).toEqual([route, true, false]);
      expect([401, 403, 404, 422, 400]).toContain(answer.status);
    }
  });

  it.each([
    ['/desk/listings', '云村12亩鱼塘'],
    ['/desk/review', '云村12亩鱼塘'],
    ['/desk', '云村12亩鱼塘'],
    ['/desk/assets', POND],
  ])('shows in the list %s only what one may see', async (path, words) => {
    const desk = await aDesk();
    await inReview(desk, aLease(POND));

    const own = await (await desk.get(path === '/desk/assets' ? PEOPLE.clerk : PEOPLE.township, path)).text();
    const foreign = await desk.get(PEOPLE.foreignTownship, path);

    expect(own).toContain(words);
    expect(await foreign.text()).not.toContain(words);
  });
});
