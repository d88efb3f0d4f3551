import { describe, expect, it } from 'vitest';
import { hidden } from '#test/office/desk-app.ts';
import { HOUSE, PEOPLE } from '#test/support/desk.ts';
import { ADDRESS, accepted, aPlacement, NUMBER, refusedFor, VALIDATED } from './placements-app.ts';

describe('what the office does about a placement', () => {
  it('is a form for each thing it may do now', async () => {
    const { happened, html, id, page } = await aPlacement();
    await happened(id, VALIDATED, refusedFor('标题过长'));

    const shown = await html();

    expect([...shown.matchAll(new RegExp(`action="${page}/([a-z]+)"`, 'g'))].map(([, name]) => name)).toEqual([
      'resume',
      'identify',
      'switch',
    ]);
    expect(hidden(shown, '_version')).toBe('3');
  });

  it('needs a reason, asked for in the form that was sent, with what was typed', async () => {
    const { happened, id, page, send } = await aPlacement();
    await happened(id, VALIDATED, refusedFor('标题过长'));

    const refused = await send(PEOPLE.office, `${page}/switch`, { reason: ' ' });
    const shown = await refused.text();

    expect(refused.status).toBe(422);
    expect(shown.match(/id="f-reason"/g)).toHaveLength(1);
    expect(shown).toMatch(/<details class="act" open="">\s*<summary>改为人工移交/);
  });

  it('goes back to the page, and does nothing twice', async () => {
    const { happened, html, id, page, send } = await aPlacement();
    await happened(id, VALIDATED, refusedFor('标题过长'));

    const fields = { reason: '平台要求现场办理', _key: 'the-same-key', _version: '3' };
    const first = await send(PEOPLE.office, `${page}/switch`, fields);
    const again = await send(PEOPLE.office, `${page}/switch`, fields);

    expect([first.status, again.status, first.headers.get('location')]).toEqual([303, 303, page]);
    expect(await html()).toContain('<strong>待人工移交</strong>');
  });

  it('takes the lot a person found, on the platform only', async () => {
    const { happened, html, id, page, sendJson } = await aPlacement();
    const doubted = { type: 'doubted', data: { code: 'PLATFORM.ANSWER_LOST' } } as const;
    await happened(id, VALIDATED, doubted);

    const away = await sendJson(PEOPLE.office, `${page}/identify`, {
      number: NUMBER,
      url: `https://${HOUSE}.example.invalid/lot/1`,
    });
    const found = await sendJson(PEOPLE.office, `${page}/identify`, { number: NUMBER, url: ADDRESS });

    expect(away.status).toBe(422);
    expect(await away.json()).toMatchObject({ errors: [{ pointer: '/url' }] });
    expect(await found.json()).toEqual({ id, version: 4 });
    expect(await html()).toContain('<strong>平台已受理</strong>');
  });

  it('confirms a withdrawal the platform was told in person', async () => {
    const { happened, html, id, page, send } = await aPlacement();
    await happened(id, VALIDATED, accepted());

    const asked = await send(PEOPLE.office, `${page}/withdraw`, { reason: '村里收回自用' });
    const between = await html();
    const done = await send(PEOPLE.office, `${page}/withdrawn`, { reason: '平台页面已下架' });

    expect([asked.status, done.status]).toEqual([303, 303]);
    expect(between).toContain('请平台撤下,确认撤下后在此登记');
    expect(between).toContain('申请撤下(村里收回自用)');
    expect(await html()).toContain('<strong>已撤下</strong>,自');
  });

  it.each(['resume', 'identify', 'switch', 'withdraw', 'amended', 'withdrawn'])('is nobody else’s: %s', async (act) => {
    const { id, page, send } = await aPlacement();

    const statuses = await Promise.all(
      [PEOPLE.auditor, PEOPLE.clerk, PEOPLE.operator, PEOPLE.township].map(async (person) => {
        return (await send(person, `${page}/${act}`, { reason: 'x' })).status;
      }),
    );

    expect(statuses).toEqual([403, 403, 403, 403]);
    expect(
      (await send(PEOPLE.office, `/desk/placements/no-such-${id}/${act}`, { reason: 'x', number: '1' })).status,
    ).toBe(404);
  });
});
