import { describe, expect, it } from 'vitest';
import { hidden } from '#test/office/desk-app.ts';
import { PEOPLE } from '#test/support/desk.ts';
import { aHandoffApp } from './handoff-app.ts';

const NOTICE = '/desk/templates/notice';
const SHORT = '# 公告\r\n{{产权人}}的{{标的名称}}';

describe('the editor of templates', () => {
  it('shows text, usable placeholders and a preview, and saves a new version', async () => {
    const app = await aHandoffApp();
    const page = await (await app.open(PEOPLE.office, NOTICE)).text();

    const saved = await app.send(PEOPLE.office, NOTICE, {
      _key: hidden(page, '_key'),
      _version: hidden(page, '_version'),
      text: SHORT,
      series: '吴资交告',
      reason: '改短',
    });

    expect(page).toContain('{{起拍价}}');
    expect(page).not.toContain('{{成交价}}');
    expect(page).toContain('〔产权人〕');
    expect([saved.status, saved.headers.get('location')]).toEqual([303, NOTICE]);
    expect(await (await app.open(PEOPLE.office, NOTICE)).text()).toContain('{{产权人}}的{{标的名称}}');
    expect(await (await app.open(PEOPLE.auditor, '/desk/templates')).text()).toContain('改短');
  });

  it('names the line of an unknown placeholder, keeps what was typed and saves nothing', async () => {
    const app = await aHandoffApp();

    const refused = await app.send(PEOPLE.office, NOTICE, {
      text: '# 公告\n{{挂牌价}}',
      series: '吴资交告',
      reason: '试',
    });

    const shown = await refused.text();
    expect(refused.status).toBe(422);
    expect(shown).toContain('公告第 2 行:没有“挂牌价”这个占位符');
    expect(shown).toContain('{{挂牌价}}</textarea>');
    expect(await (await app.open(PEOPLE.office, '/desk/templates')).text()).toContain('系统自带的模板');
  });

  it('previews without saving', async () => {
    const app = await aHandoffApp();

    const shown = await app.send(PEOPLE.office, NOTICE, { do: 'preview', text: '# 新公告', series: '吴资交告' });

    expect(shown.status).toBe(200);
    expect(await shown.text()).toContain('<h1>新公告</h1>');
    expect(await (await app.open(PEOPLE.office, NOTICE)).text()).not.toContain('新公告');
  });

  it('refuses a save over a version somebody else made meanwhile, and without a reason', async () => {
    const app = await aHandoffApp();
    const fields = { text: SHORT, series: '吴资交告', reason: '改' };
    await app.send(PEOPLE.office, NOTICE, { ...fields, _version: '0' });

    const stale = await app.send(PEOPLE.office, NOTICE, { ...fields, _version: '0' });
    const unsaid = await app.send(PEOPLE.office, NOTICE, { ...fields, reason: '' });

    expect(stale.status).toBe(422);
    expect(await unsaid.text()).toContain('请填写修改理由');
  });

  it('is read by auditors, changed by the office, and closed to the rest', async () => {
    const app = await aHandoffApp();

    expect(await (await app.open(PEOPLE.auditor, NOTICE)).text()).not.toContain('<textarea');
    expect((await app.send(PEOPLE.auditor, NOTICE, { text: SHORT })).status).toBe(403);
    expect((await app.open(PEOPLE.clerk, NOTICE)).status).toBe(403);
  });
});
