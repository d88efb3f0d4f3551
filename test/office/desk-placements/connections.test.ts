import { describe, expect, it } from 'vitest';
import { HOUSE, PEOPLE, PUBLIC } from '#test/support/desk.ts';
import { aConnectionDesk, FORM, CONNECTION_PAGE as PAGE } from './connections-app.ts';

describe('the connections of platforms', () => {
  it('lists every platform that can be published to, with what was never tried', async () => {
    const { open } = await aConnectionDesk();

    const page = await (await open(PEOPLE.office, '/desk/connections')).text();

    expect(page).toContain('区公共平台');
    expect(page).toContain('某拍卖行');
    expect(page).toContain('未对接,按人工移交办理');
    expect(page).toContain('从未与平台实测');
    expect(page).toContain('撤下(接口没有撤下)');
  });

  it('saves what the office says and shows it again, with the address for pushes', async () => {
    const { open, send } = await aConnectionDesk();

    const saved = await send(PEOPLE.office, PAGE, FORM);
    const page = await (await open(PEOPLE.office)).text();

    expect([saved.status, saved.headers.get('location')]).toEqual([303, PAGE]);
    expect(page).toContain('value="https://open.example.invalid/api"');
    expect(page).toContain('value="/platforms/public-desk/key"');
    expect(page).toContain(`http://localhost/v1/platforms/${PUBLIC}/events`);
    expect(page).toContain('aws ssm put-parameter');
    expect(page).toContain('已启用,审批通过后自动上架');
  });

  it('takes the same as JSON, keeps the other platforms and answers by the version', async () => {
    const { open, send, sendJson } = await aConnectionDesk();
    await send(PEOPLE.office, `/desk/connections/${HOUSE}`, { ...FORM, 'secrets.key': '/platforms/house/key' });

    const body = {
      base: FORM.base,
      enabled: false,
      requestsPerMinute: 30,
      options: { shop: '吴兴' },
      secrets: { key: '/platforms/p/key', events: '/platforms/p/events' },
      reason: '停用检修',
    };
    const saved = await sendJson(PEOPLE.office, PAGE, body);
    const read = await (await open(PEOPLE.office, PAGE, 'application/json')).json();
    const all = await (await open(PEOPLE.office, '/desk/connections', 'application/json')).text();

    expect(await saved.json()).toEqual({ id: 'connections', version: 2 });
    const { reason: _, ...connection } = body;
    expect(read).toMatchObject({ version: 2, connection: { platform: PUBLIC, ...connection }, test: null });
    expect(all).not.toContain('"connection":null');
  });

  it('tells how a secret of Secrets Manager is put, under its own name there', async () => {
    const { open, send } = await aConnectionDesk();
    await send(PEOPLE.office, PAGE, { ...FORM, 'secrets.key': '/aws/reference/secretsmanager/platforms/public/key' });

    const page = await (await open(PEOPLE.office)).text();

    expect(page).toContain('aws secretsmanager create-secret --name platforms/public/key --secret-string');
  });

  it('refuses at the field what cannot be, and shows again what was typed', async () => {
    const { send } = await aConnectionDesk();
    const wrong = {
      ...FORM,
      base: 'http://far.example.invalid',
      'secrets.key': 'sk-123"><script>x</script>',
      reason: '',
    };

    const refused = await send(PEOPLE.office, PAGE, wrong);
    const page = await refused.text();

    expect(refused.status).toBe(422);
    expect(page).toMatch(/id="f-base-error"/);
    expect(page).toMatch(/id="f-secrets-key-error"/);
    expect(page).toMatch(/id="f-reason-error"/);
    expect(page).not.toContain('<script>x');
  });

  it('refuses a form without what the interface needs, as JSON by its pointer', async () => {
    const { sendJson } = await aConnectionDesk();

    const refused = await sendJson(PEOPLE.office, PAGE, { base: FORM.base, reason: 'x', options: { site: 'else' } });

    const { errors } = (await refused.json()) as { errors: { pointer: string }[] };
    expect(refused.status).toBe(422);
    expect(errors.map(({ pointer }) => pointer).toSorted()).toEqual([
      '/enabled',
      '/options/shop',
      '/options/site',
      '/requestsPerMinute',
      '/secrets/key',
    ]);
  });

  it('refuses a form of an older version', async () => {
    const { send } = await aConnectionDesk();
    await send(PEOPLE.office, PAGE, { ...FORM, _version: '0' });

    const second = await send(PEOPLE.office, PAGE, { ...FORM, base: 'https://else.example.invalid', _version: '0' });

    expect(second.status).toBe(422);
  });

  it('lets auditors read and change nothing', async () => {
    const { open, send } = await aConnectionDesk();
    await send(PEOPLE.office, PAGE, FORM);

    const page = await (await open(PEOPLE.auditor)).text();

    expect(page).toContain('/platforms/public-desk/key');
    expect(page).not.toContain(`action="${PAGE}`);
    expect((await send(PEOPLE.auditor, PAGE, FORM)).status).toBe(403);
    expect((await send(PEOPLE.auditor, `${PAGE}/test`, {})).status).toBe(403);
    expect((await open(PEOPLE.clerk)).status).toBe(403);
  });

  it('knows no platform that has no interface', async () => {
    const { open, send } = await aConnectionDesk();

    expect((await open(PEOPLE.office, '/desk/connections/no-such')).status).toBe(404);
    expect((await send(PEOPLE.office, '/desk/connections/no-such/test', {})).status).toBe(404);
  });
});
