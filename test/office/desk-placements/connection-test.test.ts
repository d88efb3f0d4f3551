import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors/app-error.ts';
import type { ConnectionTest } from '#shared/services/placement/connection-test.ts';
import { PEOPLE } from '#test/support/desk.ts';
import { aConnectionDesk, FORM, CONNECTION_PAGE as PAGE, SECRET } from './connections-app.ts';

type Send = Awaited<ReturnType<typeof aConnectionDesk>>['sendJson'];

async function testedBy(sendJson: Send): Promise<ConnectionTest> {
  return (await (await sendJson(PEOPLE.office, `${PAGE}/test`, {})).json()) as ConnectionTest;
}

describe('a test of a connection', () => {
  it('connects with the values of the secrets and shows what was found, never a value', async () => {
    const lines = ['能发布。<script>bad</script>'];
    const report = { ok: true, name: '<b>样例平台</b>', isDemo: true, clockAheadMs: 400_000, lines };
    const { connected, open, send } = await aConnectionDesk(() => Promise.resolve(report));
    await send(PEOPLE.office, PAGE, { ...FORM, enabled: 'false' });

    const tested = await send(PEOPLE.office, `${PAGE}/test`, {});
    const page = await (await open(PEOPLE.auditor)).text();

    expect([tested.status, tested.headers.get('location')]).toEqual([303, PAGE]);
    expect(connected.map(({ secrets }) => secrets)).toEqual([{ key: SECRET }]);
    expect(page).toContain('测试通过');
    expect(page).toContain('演示环境');
    expect(page).toContain('双方时钟相差超过 5 分钟');
    expect(page).toContain('交易中心于');
    expect(page).not.toMatch(/<script>bad|<b>样例/);
    expect(page).not.toContain(SECRET);
  });

  it.each([
    ['PLATFORM.REFUSED', '平台不认可'],
    ['PLATFORM.UNAVAILABLE', '接口地址'],
    ['PLATFORM.ANSWER_LOST', '没有给出答复'],
  ] as const)('says what to do about %s', async (code, words) => {
    const { send, sendJson } = await aConnectionDesk(() => Promise.reject(new AppError(code, 'as told')));
    await send(PEOPLE.office, PAGE, FORM);

    const answer = await testedBy(sendJson);

    expect(answer).toMatchObject({ ok: false, by: '交易中心' });
    expect(answer.lines.join('')).toContain(words);
  });

  it.each([
    [90_000, '对方时钟比本系统快 90 秒'],
    [-120_000, '对方时钟比本系统慢 120 秒'],
    [30_000, null],
  ])('says how a clock stands that is %d ms ahead', async (clockAheadMs, words) => {
    const report = { ok: true, name: null, isDemo: false, clockAheadMs, lines: [] };
    const { send, sendJson } = await aConnectionDesk(() => Promise.resolve(report));
    await send(PEOPLE.office, PAGE, FORM);

    const { lines } = await testedBy(sendJson);

    expect(lines.join('')).toContain(words ?? '');
    expect(lines).toHaveLength(words === null ? 0 : 1);
  });

  it('says with which status the platform refused', async () => {
    const refused = new AppError('PLATFORM.REFUSED', 'as told', { details: { status: 401 } });
    const { send, sendJson } = await aConnectionDesk(() => Promise.reject(refused));
    await send(PEOPLE.office, PAGE, FORM);

    expect((await testedBy(sendJson)).lines).toEqual([expect.stringContaining('(HTTP 401)')]);
  });

  it('names the secret that is not there and asks the platform nothing', async () => {
    const { connected, send, sendJson } = await aConnectionDesk(undefined, {});
    await send(PEOPLE.office, PAGE, FORM);

    const answer = await testedBy(sendJson);

    expect(answer.ok).toBe(false);
    expect(answer.lines[0]).toMatch(/^接口密钥:没有这个名称的密钥/);
    expect(connected).toEqual([]);
  });

  it('cannot be made before the connection is saved', async () => {
    const { sendJson } = await aConnectionDesk();

    expect(await (await sendJson(PEOPLE.office, `${PAGE}/test`, {})).json()).toMatchObject({
      code: 'CONNECTION.MISSING',
    });
  });
});
