import { beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '#shared/services/desk/settings/read-settings.ts';
import { PEOPLE } from '#test/support/desk.ts';
import { aDesk, type DeskInMemory, hidden } from '../desk-app.ts';

let desk: DeskInMemory;

beforeEach(async () => {
  desk = await aDesk();
});

async function page(path: string, person = PEOPLE.office): Promise<string> {
  const response = await desk.get(person, path);
  expect(response.status).toBe(200);
  return response.text();
}

/** The fields of a page's first form as a browser would send them unchanged. */
function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input [^>]*>/g)) {
    const [name, value] = [/ name="([^"]*)"/.exec(tag)?.[1], / value="([^"]*)"/.exec(tag)?.[1] ?? ''];
    if (name !== undefined && (!/type="(?:checkbox|radio)"/.test(tag) || / checked/.test(tag))) fields[name] ??= value;
  }
  for (const [, name = '', options = ''] of html.matchAll(/<select [^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs)) {
    fields[name] ??= /value="([^"]*)" selected/.exec(options)?.[1] ?? '';
  }
  return fields;
}

describe('the pages of the settings', () => {
  it.each([
    '',
    '/chains',
    '/rules',
    '/rules/hz-def-notice',
    '/admissions',
    '/agreements',
    '/rounds',
    '/chains/history',
  ])('show %s to the office and to an auditor, who gets no form', async (path) => {
    const own = await page(`/desk/settings${path}`);
    const read = await page(`/desk/settings${path}`, PEOPLE.auditor);

    expect(own).toContain('设置');
    expect(read).not.toContain('class="desk-form"');
  });

  it('are nobody else’s', async () => {
    const responses = await Promise.all(
      [PEOPLE.clerk, PEOPLE.township, PEOPLE.operator].map((person) => desk.get(person, '/desk/settings')),
    );

    expect(responses.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect((await desk.submit(PEOPLE.auditor, '/desk/settings/rounds', {})).status).toBe(403);
  });

  it('mark what is assumed and give each rule its source', async () => {
    const html = await page('/desk/settings/rules');

    expect(html).toContain('《拍卖法》第四十五条');
    expect(html).toContain('不少于 7 日');
    expect(html).toContain('待确认');
    expect(html).toContain('不少于 2/3');
  });
});

describe('the chains’ form', () => {
  it('saves what was changed as a new version and keeps the rest', async () => {
    const html = await page('/desk/settings/chains');
    const fields = { ...fieldsOf(html), '0.steps.4.fromFen': '50万', '0.steps.3.name': '', reason: '调整起点' };

    const response = await desk.submit(PEOPLE.office, '/desk/settings/chains', fields);

    expect(response.status).toBe(303);
    const { version, value } = await readSettings(desk.deskPorts, 'chains');
    expect(version).toBe(1);
    expect(value[0]?.steps.map(({ name, fromFen }) => [name, fromFen])).toEqual([
      ['社管会提议', null],
      ['成员(代表)会议表决', null],
      ['公示', null],
      ['区农业农村局审核', 50_000_000],
      ['交易中心受理', null],
    ]);
    const history = await page('/desk/settings/chains/history');
    expect(history).toContain('调整起点');
    expect(history).toContain('<del>村集体第 4 步 镇街三资办审核:镇街三资办,3 个工作日</del>');
  });

  it('adds a step in the place its number says', async () => {
    const fields = {
      ...fieldsOf(await page('/desk/settings/chains')),
      '1.steps.3.order': '2',
      '1.steps.3.name': '上级集团审核',
      '1.steps.3.actor': 'state-assets',
      reason: '增加',
    };

    await desk.submit(PEOPLE.office, '/desk/settings/chains', fields);

    const { value } = await readSettings(desk.deskPorts, 'chains');
    expect(value[1]?.steps.map(({ id }) => id)).toEqual(['application', 'approval', 'step-1', 'office']);
  });

  it('comes back with the values when nobody of the office accepts in the end', async () => {
    const fields = { ...fieldsOf(await page('/desk/settings/chains')), '0.steps.5.name': '', reason: '试' };

    const response = await desk.submit(PEOPLE.office, '/desk/settings/chains', fields);

    expect(response.status).toBe(422);
    expect(await response.text()).toContain('最后一个环节应由交易中心受理');
    expect((await readSettings(desk.deskPorts, 'chains')).version).toBe(0);
  });

  it('is refused when somebody else saved in between', async () => {
    const fields = { ...fieldsOf(await page('/desk/settings/rounds')), reason: '第一次' };
    await desk.submit(PEOPLE.office, '/desk/settings/rounds', { ...fields, _key: 'first-key' });

    const response = await desk.submit(PEOPLE.office, '/desk/settings/rounds', { ...fields, _key: 'second-key' });

    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('内容已被别人修改');
    expect(hidden(html, '_version')).toBe('0');
  });
});
