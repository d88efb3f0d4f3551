import { describe, expect, it } from 'vitest';
import { createNotices } from '#functions/notices-app.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { newDelivery, notSent } from '#shared/domain/notices/delivery.ts';
import { readSettings } from '#shared/services/desk/settings/read-settings.ts';
import { listNotice, putNotice, readNotice } from '#shared/services/notices/notice-store.ts';
import { aDesk, BROWSER } from '#test/office/desk-app.ts';
import { PEOPLE, VILLAGE } from '#test/support/desk.ts';

const { office, auditor, clerk } = PEOPLE;
const KEY = { kind: 'result', id: 'lot-1.sold' } as const;
const RULE = {
  'rule.kinds': 'result',
  'rule.to': 'address',
  'rule.address': 'office@example.com',
  'rule.channel': 'mail',
  'rule.reason': '值班要求',
};

/** The page over memory, with a notice that did not go out. */
async function aPage() {
  const desk = await aDesk();
  const ports = desk.deskPorts;
  const now = ports.clock.now();
  const fresh = newDelivery({ channel: 'mail', to: 'office@example.com', name: '交易中心' }, now);
  const texts = { subject: '成交:鱼塘', body: '鱼塘:成交。', path: '/lots/lot-1' };
  const deliveries = [notSent(fresh, 'NOTICE.REFUSED', false, now)];
  const notice = { ...KEY, ...texts, reached: VILLAGE, platform: null, at: now, deliveries };
  await putNotice(ports.records, notice);
  await listNotice(ports.records, { ...notice, v: 1 });
  const app = createNotices(
    () => ports,
    () => 'https://files.invalid',
  );
  const cookie = (person: Caller) => `session=token-of-${person.id}`;
  const event = {};
  return {
    ports,
    open: (person: Caller, accept = 'text/html') =>
      app.request('http://desk.invalid/desk/notices', { headers: { cookie: cookie(person), accept } }, { event }),
    send: (person: Caller, part: string, fields: Readonly<Record<string, string>>) => {
      const body = new URLSearchParams({ _key: ports.ids.next(), ...fields }).toString();
      const init = { method: 'POST', headers: { ...BROWSER, cookie: cookie(person) }, body };
      return app.request(`http://desk.invalid/desk/notices/${part}`, init, { event });
    },
    setting: async () => (await readSettings(ports, 'notices')).value,
  };
}

describe('the page of notices', () => {
  it('says what did not go out and why, and who is told of nothing', async () => {
    const page = await aPage();

    const html = await (await page.open(office)).text();

    expect(html).toContain('成交:鱼塘');
    expect(html).toContain('未能送达');
    expect(html).toContain('对方拒收通知');
    expect(html).toContain('office@example.com');
    expect(html).toContain('没有人收到:竞价结果');
  });

  it('masks addresses for auditors, who change nothing', async () => {
    const page = await aPage();
    await page.send(office, 'rule', RULE);

    const html = await (await page.open(auditor)).text();
    const json = await (await page.open(auditor, 'application/json')).text();

    expect(html).toContain('o***@example.com');
    expect(html + json).not.toContain('office@example.com');
    expect(html).not.toContain('<form method="post" action="/desk/notices');
    expect((await page.send(auditor, 'rule', RULE)).status).toBe(403);
  });

  it('is nobody else’s', async () => {
    const page = await aPage();

    expect((await page.open(clerk)).status).toBe(403);
  });

  it('adds who is told, and takes him out again', async () => {
    const page = await aPage();

    expect((await page.send(office, 'rule', RULE)).status).toBe(303);
    expect(await page.setting()).toMatchObject({
      rules: [{ kinds: ['result'], to: { by: 'address', address: 'office@example.com' }, channel: 'mail' }],
    });
    expect((await page.send(office, 'remove', { part: 'rules', index: '0' })).status).toBe(303);

    expect((await page.setting()).rules).toEqual([]);
  });

  it('shows a refused form again, with what was typed and what is wrong beside its field', async () => {
    const page = await aPage();

    const response = await page.send(office, 'rule', { ...RULE, 'rule.address': 'not an address' });
    const html = await response.text();

    expect(response.status).toBe(422);
    expect(html).toContain('应为一个邮箱地址');
    expect(html).toContain('value="not an address"');
    expect(html).toContain('href="#f-rule-address"');
  });

  it('keeps where a person is written to, and a robot by the names of its secrets', async () => {
    const page = await aPage();
    const robot = { 'robot.name': '值班群', 'robot.channel': 'dingtalk', 'robot.webhookSecret': '/notices/duty' };

    await page.send(office, 'person', { 'person.person': office.id, 'person.mail': 'a@b.cn', 'person.reason': '登记' });
    await page.send(office, 'robot', { ...robot, 'robot.reason': '登记' });

    expect(await page.setting()).toMatchObject({
      addresses: [{ person: office.id, mail: 'a@b.cn', phone: null }],
      robots: [{ name: '值班群', channel: 'dingtalk', webhookSecret: '/notices/duty', signSecret: null }],
    });
  });

  it('sends again what was given up', async () => {
    const page = await aPage();

    expect((await page.send(office, 'again', KEY)).status).toBe(303);

    expect((await readNotice(page.ports.records, KEY))?.deliveries).toMatchObject([{ state: 'pending', tries: 0 }]);
  });

  it('puts a test message on its way, once for one command', async () => {
    const page = await aPage();
    await page.send(office, 'rule', RULE);

    await page.send(office, 'test', { _key: 'same-key-1', index: '0' });
    await page.send(office, 'test', { _key: 'same-key-1', index: '0' });
    const html = await (await page.open(office)).text();

    expect(html.split('测试消息:通知可以送达')).toHaveLength(2);
    expect(html).toContain('待发');
  });
});
