import { load as html } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { readSettings } from '#shared/services/desk/settings/read-settings.ts';
import { HOUSE, PEOPLE, PUBLIC } from '#test/support/desk.ts';
import { aCollectionDesk, ON } from './a-collection-desk.ts';

const PAGE = `/desk/collection/${PUBLIC}`;
const FORM = { use: 'on', lists: 'sale', requestsPerMinute: '3', base: '', retired: '', reason: '平台来函同意' };

async function stored({ ports }: Awaited<ReturnType<typeof aCollectionDesk>>) {
  return (await readSettings(ports, 'sources')).value;
}

describe('the form of a source', () => {
  it('switches a platform on with its lists and its budget', async () => {
    const desk = await aCollectionDesk();

    const answer = await desk.send(PEOPLE.office, PAGE, FORM);

    expect([answer.status, answer.headers.get('location')]).toEqual([303, PAGE]);
    expect(await stored(desk)).toEqual([{ ...ON, requestsPerMinute: 3, lists: ['sale'] }]);
    const page = await (await desk.open(PEOPLE.office, PAGE)).text();
    expect(html(page)('input[name=use][checked]').attr('value')).toBe('on');
    expect(
      html(page)('input[name=lists][checked]')
        .toArray()
        .map((each) => each.attribs['value']),
    ).toEqual(['sale']);
  });

  it('leaves the other platforms as they are', async () => {
    const desk = await aCollectionDesk();
    const other = { ...ON, platform: HOUSE, enabled: false };
    await desk.saveSetting('sources', [ON, other]);

    await desk.send(PEOPLE.office, PAGE, { ...FORM, use: 'off' });

    expect(await stored(desk)).toEqual([other, { ...ON, enabled: false, requestsPerMinute: 3, lists: ['sale'] }]);
  });

  it('retires a platform with a reason, and not without one', async () => {
    const desk = await aCollectionDesk();

    const refused = await desk.send(PEOPLE.office, PAGE, { ...FORM, use: 'retired' });
    const nothing = await stored(desk);
    await desk.send(PEOPLE.office, PAGE, { ...FORM, use: 'retired', retired: '平台已关闭' });

    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('请写明停用的原因');
    expect(nothing).toEqual([]);
    expect(await stored(desk)).toMatchObject([{ enabled: false, retired: '平台已关闭' }]);
  });

  it.each([
    ['a list is missing', { lists: '' }, '请至少选择一个列表'],
    ['the budget is none', { requestsPerMinute: '601' }, '请填写 1 至 600 的整数'],
    ['the address is not one', { base: 'http://elsewhere.example' }, '应为 https:// 开头的地址'],
    ['nobody says why', { reason: '' }, '请填写修改理由'],
    ['nothing is chosen', { use: '' }, '请选择采集、不采集或停用'],
  ])('is shown again with what was typed when %s', async (_, fields, detail) => {
    const desk = await aCollectionDesk();

    const answer = await desk.send(PEOPLE.office, PAGE, { ...FORM, ...fields });
    const page = html(await answer.text());

    expect(answer.status).toBe(422);
    expect(page('.field.wrong, .error').text()).toContain(detail);
    expect(page('textarea[name=reason]').text()).toBe({ ...FORM, ...fields }.reason);
    expect(await stored(desk)).toEqual([]);
  });

  it('is the office’s alone, and of platforms that can be read', async () => {
    const desk = await aCollectionDesk();

    expect((await desk.send(PEOPLE.auditor, PAGE, FORM)).status).toBe(403);
    expect((await desk.send(PEOPLE.clerk, PAGE, FORM)).status).toBe(403);
    expect((await desk.send(PEOPLE.office, `/desk/collection/${HOUSE}`, FORM)).status).toBe(404);
    expect(await stored(desk)).toEqual([]);
  });
});
