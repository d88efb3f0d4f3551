import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { EXPORTS_ACCESS } from '#functions/desk/exports.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { fen } from '#shared/domain/money.ts';
import { amendAsset } from '#shared/services/desk/asset/amend-asset.ts';
import { aHandoffApp, type HandoffInMemory } from '#test/office/desk-handoff/handoff-app.ts';
import { elementsOf, partsOf } from '#test/report/parts.ts';
import { PEOPLE, POND, PUBLIC } from '#test/support/desk.ts';
import { approved, end, inReview, place } from '#test/support/desk-journey.ts';
import { aLease } from '#test/support/desk-terms.ts';

const RESERVE = '52000';

async function csvRows(app: HandoffInMemory, person: Caller, path: string): Promise<readonly Record<string, string>[]> {
  const answer = await app.open(person, path);
  expect(answer.status).toBe(200);
  return parse(await answer.text(), { columns: true, bom: true });
}

/** The texts of a workbook's only sheet. */
async function xlsxTexts(answer: Response): Promise<readonly string[]> {
  const parts = partsOf(new Uint8Array(await answer.arrayBuffer()));
  expect(parts.get('xl/worksheets/sheet1.xml')).not.toContain('<f>');
  return elementsOf(parts.get('xl/sharedStrings.xml') ?? '').map(({ text }) => text);
}

async function rename(app: HandoffInMemory, name: string): Promise<void> {
  await amendAsset(PEOPLE.clerk, app.deskPorts, app.command(), POND, (asset) => ({ ...asset, name }));
}

describe('the routes of exports', () => {
  it.each(Object.keys(EXPORTS_ACCESS))('%s is nothing to strangers and to operators of platforms', async (route) => {
    const app = await aHandoffApp();
    const { id } = await approved(app, aLease(POND));
    const path = route.replace('GET ', '').replace(':id', id).replace(':name', 'chains');

    const statuses = await Promise.all([null, PEOPLE.operator].map(async (who) => (await app.open(who, path)).status));

    expect(statuses).toEqual([303, 403]);
  });

  it.each([
    ['clerk', 403],
    ['township', 403],
    ['office', 200],
    ['auditor', 200],
  ] as const)('give the versions of a setting to the office and auditors: %s %i', async (who, status) => {
    const app = await aHandoffApp();

    const answer = await app.open(PEOPLE[who], '/desk/exports/settings/admissions/versions.json');

    expect(answer.status).toBe(status);
    if (status !== 200) return;
    expect(answer.headers.get('content-disposition')).toContain('settings-admissions.json');
    const { title, versions } = (await answer.json()) as { title: string; versions: { version: number }[] };
    expect([title, versions.map(({ version }) => version)]).toEqual(['平台准入', [1, 0]]);
  });

  it('know no other setting', async () => {
    const app = await aHandoffApp();

    expect((await app.open(PEOPLE.office, '/desk/exports/settings/nothing/versions.json')).status).toBe(404);
  });
});

describe('the register as a file', () => {
  it.each([
    ['clerk', ['12亩鱼塘', '仓库']],
    ['foreignTownship', ['12亩鱼塘']],
    ['unitClerk', ['旧公务车']],
    ['auditor', ['旧公务车', '12亩鱼塘', '仓库', '12亩鱼塘']],
  ] as const)('holds for %s what it may see: %j', async (who, names) => {
    const app = await aHandoffApp();

    const rows = await csvRows(app, PEOPLE[who], '/desk/exports/assets.csv');

    expect(rows.map((row) => row['资产名称'])).toEqual(names);
  });

  it('is filtered as the page is', async () => {
    const app = await aHandoffApp();

    const rows = await csvRows(app, PEOPLE.office, '/desk/exports/assets.csv?class=vehicle&state=vacant&q=公务');

    expect(rows).toMatchObject([{ 资产名称: '旧公务车', 资产类别: '车辆', 今天的状态: '空闲' }]);
  });

  it.each(['=cmd()', '+1', '-1', '@sum', '＝1'])('shows %s as text, in both forms', async (name) => {
    const app = await aHandoffApp();
    await rename(app, name);

    const rows = await csvRows(app, PEOPLE.clerk, '/desk/exports/assets.csv');
    const xlsx = await app.open(PEOPLE.clerk, '/desk/exports/assets.xlsx');

    expect(rows.map((row) => row['资产名称'])).toContain(`'${name}`);
    expect(await xlsxTexts(xlsx)).toContain(name);
    expect(xlsx.headers.get('content-type')).toContain('spreadsheetml');
  });
});

describe('listings as a file', () => {
  it('say where each stands, who had it how long, and its prices', async () => {
    const app = await aHandoffApp();
    const { id } = await inReview(app, aLease(POND));

    const rows = await csvRows(app, PEOPLE.auditor, '/desk/exports/listings.csv');

    expect(rows).toMatchObject([
      {
        挂牌: '云村12亩鱼塘三年承租权',
        平台: '区公共平台',
        状态: '审核中',
        等待的步骤: '镇街三资办审核',
        '起拍价(元)': '50000',
        '产权单位用时(工作日)': '0',
        系统编号: id,
      },
    ]);
    expect(rows[0]?.['自何时起']).toMatch(/^2024-05-\d\dT.*\+08:00$/);
  });

  it('never tell the reserve before the end, not even to the office', async () => {
    const app = await aHandoffApp();
    const { id } = await approved(app, aLease(POND));
    await place(app, id);
    const before = await (await app.open(PEOPLE.office, '/desk/exports/listings.csv')).text();
    await end(app, id, 'sold');

    const [after] = await csvRows(app, PEOPLE.auditor, '/desk/exports/listings.csv');

    expect(before).toContain('结束后公开');
    expect(before).not.toContain(RESERVE);
    expect(after).toMatchObject({
      '保留价(元)': RESERVE,
      '成交价(元)': '56000',
      平台网址: expect.stringContaining(PUBLIC),
    });
  });

  it.each([
    ['foreignClerk', '', 0],
    ['clerk', '', 1],
    ['clerk', '?q=仓库', 0],
    ['clerk', '?state=draft', 0],
    ['clerk', '?q=鱼塘&state=review', 1],
  ] as const)('hold for %s what the page %s shows', async (who, search, lines) => {
    const app = await aHandoffApp();
    await inReview(app, aLease(POND));

    expect(await csvRows(app, PEOPLE[who], `/desk/exports/listings.csv${search}`)).toHaveLength(lines);
  });

  it('come as a workbook without formulas', async () => {
    const app = await aHandoffApp();
    await inReview(app, aLease(POND, { title: '=1+1', startPriceFen: fen(51_000_00) }));

    const texts = await xlsxTexts(await app.open(PEOPLE.office, '/desk/exports/listings.xlsx'));

    expect(texts).toContain('=1+1');
  });
});
