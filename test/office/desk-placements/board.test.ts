import { load as html } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { CONNECTIONS_ACCESS } from '#functions/placements-connections.ts';
import { PLACEMENTS_ACCESS } from '#functions/placements-routes.ts';
import { recordFailure } from '#shared/services/platform-calls/breaker.ts';
import { PEOPLE, POND, PUBLIC } from '#test/support/desk.ts';
import { aLease } from '#test/support/desk-terms.ts';
import { aPlacementDesk, refusedFor, VALIDATED } from './placements-app.ts';

const BAD = '<script>alert(1)</script>';

/** Headings of the sections of a page with what stands in each. */
function sections(page: string): Readonly<Record<string, string>> {
  const $ = html(page);
  return Object.fromEntries(
    $('main section')
      .toArray()
      .map((section) => [$(section).find('h2').text().trim(), $(section).text().replace(/\s+/g, ' ')]),
  );
}

describe('the status board', () => {
  it('puts what somebody has to see to first, and the rest by state', async () => {
    const desk = await aPlacementDesk();
    const blocked = await desk.approve(aLease(POND, { title: `鱼塘${BAD}` }));
    await desk.happened(blocked, VALIDATED, refusedFor(`标题不能有${BAD}`));

    const first = await (await desk.open(PEOPLE.office, '/desk/placements')).text();
    await desk.send(PEOPLE.office, `/desk/placements/${blocked}/resume`, { reason: '平台已放开' });
    const then = await (await desk.open(PEOPLE.office, '/desk/placements')).text();

    expect(Object.keys(sections(first))).toEqual(['需要人办理(1)']);
    expect(sections(first)['需要人办理(1)']).toMatch(/已停止,须人工处理.*标题不能有.*请交易中心:/);
    expect(first).not.toContain(BAD);
    expect(Object.keys(sections(then))).toEqual(['校验通过,待发送(1)']);
    expect(then).toContain('data-label="接下来"');
  });

  it('says which platform is left alone because it failed, and until when, there and at what waits for it', async () => {
    const desk = await aPlacementDesk();
    const id = await desk.approve(aLease(POND));
    await desk.happened(id, VALIDATED);
    const before = await (await desk.open(PEOPLE.office, '/desk/placements')).text();
    for (let failures = 0; failures < 5; failures++) await recordFailure(desk.ports, PUBLIC);

    const board = await (await desk.open(PEOPLE.office, '/desk/placements')).text();
    const placement = await (await desk.open(PEOPLE.office, `/desk/placements/${id}`)).text();

    expect(before).not.toContain('暂停访问');
    expect(html(board)('.notice').text()).toMatch(/接连没有正常答复,系统暂停访问/);
    expect(html(placement)('.state').text()).toMatch(/暂停访问至/);
  });

  it('is filtered by state and platform', async () => {
    const desk = await aPlacementDesk();
    const id = await desk.approve(aLease(POND));
    const ids = async (search: string) => {
      const answer = await desk.open(PEOPLE.office, `/desk/placements${search}`, 'application/json');
      return ((await answer.json()) as { placements: { id: string }[] }).placements.map((row) => row.id);
    };

    expect(await ids('')).toEqual([id]);
    expect(await ids('?state=pending')).toEqual([id]);
    expect(await ids('?state=live')).toEqual([]);
    expect(await ids(`?platform=${PUBLIC}&state=`)).toEqual([id]);
    expect(await ids('?platform=else')).toEqual([]);
  });

  it('shows the clerk his own, auditors all, and a stranger nothing', async () => {
    const desk = await aPlacementDesk();
    const id = await desk.approve(aLease(POND));
    const sees = async (person: (typeof PEOPLE)[keyof typeof PEOPLE]) =>
      (await (await desk.open(person, '/desk/placements')).text()).includes(`/desk/placements/${id}"`);

    expect(await sees(PEOPLE.clerk)).toBe(true);
    expect(await sees(PEOPLE.auditor)).toBe(true);
    expect(await sees(PEOPLE.operator)).toBe(true);
    expect(await sees(PEOPLE.foreignClerk)).toBe(false);
    expect(await sees(PEOPLE.foreignOperator)).toBe(false);
    expect((await desk.open(PEOPLE.foreignClerk, `/desk/placements/${id}`)).status).toBe(404);
    expect((await desk.open(PEOPLE.foreignOperator, `/desk/placements/${id}`)).status).toBe(404);
    expect((await desk.open(PEOPLE.operator, `/desk/placements/${id}`)).status).toBe(200);
  });

  it('stands on the start page of whose turn it is, in place of handing over by hand', async () => {
    const desk = await aPlacementDesk();
    const id = await desk.approve(aLease(POND));
    const todo = async (person: (typeof PEOPLE)[keyof typeof PEOPLE]) => {
      const { app } = desk;
      const headers = { cookie: `session=token-of-${person.id}`, accept: 'application/json' };
      const answer = await app.request('http://desk.invalid/desk', { headers }, { event: {} as never });
      return (await answer.json()) as { todo: { action: string }[]; placements: { id: string }[] };
    };

    const before = await todo(PEOPLE.office);
    await desk.happened(id, VALIDATED, refusedFor('标题过长'));
    const after = await todo(PEOPLE.office);

    expect(before).toMatchObject({ todo: [], placements: [] });
    expect(after.placements.map((row) => row.id)).toEqual([id]);
    expect((await todo(PEOPLE.clerk)).placements).toEqual([]);
  });
});

describe('the routes of publishing', () => {
  it('are all listed with who may call them', async () => {
    const { publishing } = await aPlacementDesk();

    const routes = publishing.routes.filter(({ method, path }) => method !== 'ALL' && !path.startsWith('/desk/static'));
    const listed = Object.keys({ ...PLACEMENTS_ACCESS, ...CONNECTIONS_ACCESS });

    expect(routes.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(listed.toSorted());
  });
});
