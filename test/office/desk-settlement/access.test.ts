import { describe, expect, it } from 'vitest';
import type { Caller } from '#shared/domain/caller.ts';
import { LOT } from '#test/services/settlement/settlement-desk.ts';
import { PEOPLE } from '#test/support/desk.ts';
import { ACCESS, anAfterSaleDesk } from './after-sale-app.ts';

type Desk = Awaited<ReturnType<typeof anAfterSaleDesk>>;

function routesOf({ afterSale }: Desk): readonly string[] {
  const routes = afterSale.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  return [...new Set(routes)].filter((route) => !route.startsWith('GET /desk/static/'));
}

function call(desk: Desk, person: Caller | null, route: string, id: string): Promise<Response> {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replace(':act', 'milestone').replaceAll(/:[a-z]+/gi, id);
  if (method === 'GET') return desk.open(person, path, 'application/json');
  return desk.send(person, path, {}, 'application/json');
}

describe('the access table of what follows a sale', () => {
  it('lists every route there is, and none that is not', async () => {
    const desk = await anAfterSaleDesk();

    expect(Object.keys(ACCESS).toSorted()).toEqual(routesOf(desk).toSorted());
  });

  it('keeps everybody out who is not signed in', async () => {
    const desk = await anAfterSaleDesk();

    for (const route of routesOf(desk)) {
      expect([route, (await call(desk, null, route, 'x')).status]).toEqual([route, 401]);
    }
  });

  it.each(Object.entries(PEOPLE))('lets %s pass where a role of his is listed, and nowhere else', async (_, person) => {
    const desk = await anAfterSaleDesk();

    for (const route of routesOf(desk)) {
      const isAllowed = person.roles.some((role) => ACCESS[route]?.includes(role as never));
      const response = await call(desk, person, route, '0000000000000000');
      const { code } = (await response.json().catch(() => ({}))) as { code?: string };
      expect([route, code === 'ACCESS.DENIED']).toEqual([route, !isAllowed]);
    }
  });

  it.each([
    ['a clerk of another village', PEOPLE.foreignClerk],
    ['a reviewer of another township', PEOPLE.foreignTownship],
    ['a clerk of a state-owned unit', PEOPLE.unitClerk],
    ['the operator of another platform', PEOPLE.foreignOperator],
  ])('tells %s nothing of a sale that is not his business', async (_, person) => {
    const desk = await anAfterSaleDesk();
    await desk.sell();

    for (const route of routesOf(desk).filter((each) => each.includes('/:lot'))) {
      const answer = await call(desk, person, route, LOT);
      expect([route, answer.status >= 400, (await answer.text()).includes('云村')]).toEqual([route, true, false]);
    }
    expect(await (await desk.open(person, '/desk/settlement')).text()).not.toContain('云村');
  });
});
