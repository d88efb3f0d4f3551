import { describe, expect, it } from 'vitest';
import { LOT_ADDRESS, ready } from '#test/services/desk-handoff/handoff-desk.ts';
import { PEOPLE } from '#test/support/desk.ts';
import { aHandoffApp, type HandoffInMemory, linkIn } from './handoff-app.ts';

const DAY_MS = 86_400_000;

async function sentLink(app: HandoffInMemory) {
  const { id } = await ready(app);
  const page = `/desk/handoff/${id}`;
  await app.send(PEOPLE.office, `${page}/package`);
  const link = async () => linkIn(await (await app.send(PEOPLE.office, `${page}/link`)).text());
  return { page, address: await link(), again: link };
}

describe('a one-time link', () => {
  it('shows the fields and the package without login, and its secret is kept nowhere', async () => {
    const app = await aHandoffApp();
    const { address } = await sentLink(app);

    const response = await app.open(null, address);
    const text = await response.text();

    const secret = address.split('.').at(-1) ?? '';
    expect(response.status).toBe(200);
    expect(text).toContain('起拍价栏');
    expect(text).not.toContain('52,345');
    expect((await app.open(null, `${address}/package`)).status).toBe(303);
    expect(secret).toMatch(/^[a-z2-7]{32}$/);
    expect(JSON.stringify(app.records.items())).not.toContain(secret);
  });

  it('takes the address of the lot once, and says so after', async () => {
    const app = await aHandoffApp();
    const { page, address } = await sentLink(app);

    const elsewhere = await app.send(null, `${address}/address`, { url: 'https://elsewhere.invalid/1' });
    const first = await app.send(null, `${address}/address`, { url: LOT_ADDRESS });
    const second = await app.send(null, `${address}/address`, { url: `${LOT_ADDRESS}2` });

    expect([elsewhere.status, first.status, second.status]).toEqual([422, 303, 422]);
    expect(await (await app.open(null, address)).text()).toContain('这个链接已经用过');
    const shown = await (await app.open(PEOPLE.office, page)).text();
    expect(shown).toContain('由 平台经办(一次性链接) 登记');
    expect(shown).not.toContain(`${LOT_ADDRESS}2`);
  });

  it('is void when another was made, after 14 days, and when a letter is wrong', async () => {
    const app = await aHandoffApp();
    const { address, again } = await sentLink(app);
    const newer = await again();

    expect((await app.open(null, address)).status).toBe(410);
    expect((await app.open(null, `${newer.slice(0, -1)}0`)).status).toBe(410);
    expect((await app.open(null, newer)).status).toBe(200);
    app.clock.advance(14 * DAY_MS);
    expect((await app.open(null, newer)).status).toBe(200);
    app.clock.advance(1);
    expect((await app.open(null, newer)).status).toBe(410);
    expect((await app.send(null, `${newer}/address`, { url: LOT_ADDRESS })).status).toBe(410);
  });

  it('opens this listing only: nothing of the desk', async () => {
    const app = await aHandoffApp();
    const { page, address } = await sentLink(app);

    expect((await app.open(null, page)).status).toBe(303);
    expect((await app.open(null, `${address}/print/notice`)).status).toBe(404);
  });

  it('is made by clerk and office, not by the platform itself', async () => {
    const app = await aHandoffApp();
    const { page } = await sentLink(app);

    expect((await app.send(PEOPLE.clerk, `${page}/link`)).status).toBe(200);
    expect((await app.send(PEOPLE.operator, `${page}/link`)).status).toBe(403);
  });

  it('refuses a form from another site', async () => {
    const app = await aHandoffApp();
    const { address } = await sentLink(app);

    const response = await app.handoff.request(`http://desk.invalid${address}/address`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' },
      body: `_key=12345678&url=${encodeURIComponent(LOT_ADDRESS)}`,
    });

    expect(response.status).toBe(403);
  });
});
