import { describe, expect, it } from 'vitest';
import { createDesk, joinAccess } from '#functions/desk/desk-app.ts';
import { deskAssets } from '#functions/desk/static.ts';
import { aDesk } from '#test/office/desk-app.ts';
import { PEOPLE, VILLAGE } from '#test/support/desk.ts';

describe('the desk', () => {
  it('sends who is not signed in to sign in and back, programs get problem details', async () => {
    const desk = await aDesk();

    const page = await desk.get(null, '/desk/listings?q=塘');
    const program = await desk.get(null, '/desk/listings', 'application/json');
    const form = await desk.submit(null, '/desk/listings', { ownerId: VILLAGE.id });

    const back = encodeURIComponent(`/desk/listings?q=${encodeURIComponent('塘')}`);
    expect([page.status, page.headers.get('location')]).toEqual([303, `/sign-in?to=${back}`]);
    expect([program.status, ((await program.json()) as { code: string }).code]).toEqual([401, 'SESSION.MISSING']);
    expect(form.status).toBe(401);
  });

  it('keeps what a form carried when the session had ended, to be sent again under its key', async () => {
    const desk = await aDesk();
    const typed = { ownerId: VILLAGE.id, title: '"><script>北塘' };

    const ended = await (await desk.submit(null, '/desk/listings', typed)).text();
    const elsewhere = { 'sec-fetch-site': 'cross-site' };
    const foreign = await (await desk.submit(null, '/desk/listings', typed, elsewhere)).text();

    expect(ended).toContain('<form method="post" action="/desk/listings"');
    expect(ended).toContain('value="&quot;&gt;&lt;script&gt;北塘"');
    expect(ended).toContain('name="_key"');
    expect(foreign).not.toContain('北塘');
  });

  it('answers 403 on a route that no table lists', async () => {
    const { deskPorts } = await aDesk();
    const add = (app: ReturnType<typeof createDesk>) => app.get('/desk/forgotten', (context) => context.text('secret'));
    const open = createDesk({ ports: () => deskPorts, modules: [{ access: {}, add }], filesOrigin: () => '' });

    const response = await open.request('/desk/forgotten', {
      headers: { cookie: `session=token-of-${PEOPLE.office.id}`, accept: 'application/json' },
    });

    expect(response.status).toBe(403);
  });

  it('does not start with a route that two parts list', () => {
    const table = { 'GET /desk': 'signed-in' } as const;

    expect(() => joinAccess([table, table])).toThrow('GET /desk');
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour', { 'sec-fetch-site': 'same-site' }],
  ])('takes no form from %s', async (_, headers) => {
    const desk = await aDesk();

    const response = await desk.submit(PEOPLE.clerk, '/desk/listings', { ownerId: VILLAGE.id }, headers);

    expect(response.status).toBe(403);
    expect(await response.text()).toContain('请求来自别的网站');
  });

  it('asks for a key with every command, and for one that fits', async () => {
    const desk = await aDesk();

    for (const _key of ['', 'short', 'with a space in it']) {
      const response = await desk.submit(PEOPLE.clerk, '/desk/listings', { _key, ownerId: VILLAGE.id });
      expect([response.status, (await response.text()).includes('缺少提交编号')]).toEqual([422, true]);
    }
  });

  it('refuses one key for two different things', async () => {
    const desk = await aDesk();
    const _key = 'the-same-key';

    await desk.submit(PEOPLE.unitClerk, '/desk/listings', { _key, ownerId: 'unit00000000001c' });
    const other = await desk.submit(PEOPLE.unitClerk, '/desk/listings', {
      _key,
      ownerId: 'unit00000000001c',
      copyOf: '',
      asset: 'car000000000001c',
    });

    expect([other.status, (await other.text()).includes('重复的提交编号')]).toEqual([422, true]);
  });

  it('refuses a body that no form of ours fills', async () => {
    const desk = await aDesk();

    const response = await desk.submit(PEOPLE.clerk, '/desk/listings', { ownerId: 'x'.repeat(1024 * 1024) });

    expect(response.status).toBe(413);
  });

  it('keeps its pages from caches, frames and foreign scripts, and lets files come from their own place', async () => {
    const desk = await aDesk();

    for (const path of ['/desk', '/desk/listings', '/desk/nowhere']) {
      const { headers } = await desk.get(PEOPLE.clerk, path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' https://files.invalid; " +
          "connect-src 'self' https://files.invalid; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
    }
  });

  it('hands out its style sheet and script for good, under a name made of their content', async () => {
    const desk = await aDesk();

    for (const [file, type] of [
      ['desk.css', 'text/css'],
      ['desk.js', 'text/javascript'],
    ]) {
      const response = await desk.get(null, `${deskAssets}/${file}`);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`]);
      expect(response.headers.get('cache-control')).toContain('immutable');
    }
    expect(await (await desk.get(PEOPLE.clerk, '/desk')).text()).toContain(`src="${deskAssets}/desk.js"`);
  });

  it('tells people of an unknown address in a page, programs in problem details', async () => {
    const desk = await aDesk();

    const page = await desk.get(PEOPLE.clerk, '/desk/listings/nosuchlisting000');
    const program = await desk.get(PEOPLE.clerk, '/desk/listings/nosuchlisting000', 'application/json');

    expect([page.status, (await page.text()).includes('没有找到')]).toEqual([404, true]);
    expect(program.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  });
});
