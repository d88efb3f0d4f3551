import { describe, expect, it } from 'vitest';
import { LOT } from '#test/services/deposits/a-ledger-desk.ts';
import { PEOPLE, PUBLIC } from '#test/support/desk.ts';
import { beijing } from '#test/support/round-facts.ts';
import { aDepositsDesk } from './deposits-app.ts';

const PAGE = `/desk/deposits/${LOT}`;
const PAID = { kind: 'paid', bidder: 'A1', holder: 'township', day: '2024-05-06', amount: '300' };

describe('page of all deposits', () => {
  it('shows sums, each with the way to its rows, and what is late once its day is over', async () => {
    const { html, state, addLot } = await aDepositsDesk();
    await addLot('WX-1', 'passed-in', { endsAt: beijing('2024-04-19 12:00') });
    await state('A1', 0, 1);

    const page = await html(PEOPLE.office, '/desk/deposits');

    expect(page).toContain('1 笔,300.00 元');
    expect(page).toContain('href="/desk/deposits?show=late#rows"');
    expect(page).toMatch(/清退率<\/dt><dd>0\.00%/);
    expect(page).toContain('最迟 2024-04-24,超期12天(竞价结束后3个工作日内,本系统默认时限(待确认))');
    expect(page).toContain('织里镇');
    expect(page).toContain('1 行');
  });

  it('shows what is asked for, by holder, township, period and kind of row', async () => {
    const { html, state, send } = await aDepositsDesk();
    await state('A1', 300_00);
    await send(PEOPLE.office, `${PAGE}/entries`, { ...PAID, bidder: 'A2' });
    const rows = async (search: string) => {
      const page = await html(PEOPLE.office, `/desk/deposits?${search}`);
      return [...page.matchAll(/data-label="竞买号">(\w+)</g)].map(([, bidder]) => bidder);
    };

    expect(await rows('')).toEqual(['A1', 'A2']);
    expect(await rows('holder=township')).toEqual(['A2']);
    expect(await rows('show=refunded')).toEqual(['A1']);
    expect(await rows('township=330502101')).toEqual([]);
    expect(await rows('from=2024-04-30&to=2024-04-30')).toEqual(['A1', 'A2']);
    expect(await rows('from=2024-05-01')).toEqual([]);
  });

  it('is exported as it is filtered, without a formula', async () => {
    const { open, state, addLot } = await aDepositsDesk();
    await addLot('WX-1', 'passed-in', { title: '=1+1' });
    await state('A1', 300_00);

    const csv = await (await open(PEOPLE.auditor, '/desk/deposits/export.csv')).text();
    const none = await (await open(PEOPLE.auditor, '/desk/deposits/export.csv?show=late')).text();
    const excel = await open(PEOPLE.auditor, '/desk/deposits/export.xlsx');

    expect(csv).toMatch(/,A1,平台,300,0,0,0,300,0,0,/);
    expect(csv).not.toMatch(/(^|,)"?=1/m);
    expect(none.trim().split('\n')).toHaveLength(1);
    expect(
      Buffer.from(await excel.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it.each(['clerk', 'unitClerk', 'bureau', 'operator'] as const)('is closed to %s', async (who) => {
    const { open } = await aDepositsDesk();

    expect((await open(PEOPLE[who], '/desk/deposits')).status).toBe(403);
    expect((await open(PEOPLE[who], '/desk/deposits/export.csv')).status).toBe(403);
    expect((await open(PEOPLE[who], PAGE)).status).toBe(403);
  });
});

describe('page of a lot’s deposits', () => {
  it('takes an entry and strikes it out again, keeping both in sight', async () => {
    const { html, send } = await aDepositsDesk();

    const saved = await send(PEOPLE.office, `${PAGE}/entries`, PAID);
    await send(PEOPLE.office, `${PAGE}/strike`, { entry: '1', reason: '录到了别的标的' });

    expect(saved.headers.get('location')).toBe(PAGE);
    const page = await html(PEOPLE.auditor, PAGE);
    expect(page).toContain('交款');
    expect(page).toContain('作废:录到了别的标的');
    expect(page).not.toContain('<button type="submit">登记</button>');
  });

  it('shows a refused form again with what was typed, the fault at its field', async () => {
    const { send } = await aDepositsDesk();
    await send(PEOPLE.office, `${PAGE}/entries`, PAID);

    const refused = await send(PEOPLE.office, `${PAGE}/entries`, { ...PAID, kind: 'refunded', amount: '301' });

    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('保证金对不平');
    expect(page).toMatch(/id="f-amount-error">竞买号 A1 在该保管方只有 300\.00 元在途/);
    expect(page).toContain('value="301"');
  });

  it('shows the platform’s word beside people’s, and where they differ', async () => {
    const { html, send, state } = await aDepositsDesk();
    await state('A1', 300_00);
    await send(PEOPLE.office, `${PAGE}/entries`, { ...PAID, holder: 'platform' });

    const page = await html(PEOPLE.office, PAGE);

    expect(page).toContain('平台与登记不一致:已退还:平台 300.00,登记 0.00;在途:平台 0.00,登记 300.00');
  });

  it('counts by what was agreed for the lot once the office stated it', async () => {
    const { html, send, state } = await aDepositsDesk();
    await state('A1', 0);

    const term = { from: 'end', value: '7', unit: 'calendar_day', source: '竞价公告第六条' };
    const denied = await send(PEOPLE.township, `${PAGE}/term`, term);
    await send(PEOPLE.office, `${PAGE}/term`, term);

    expect(denied.status).toBe(403);
    expect(await html(PEOPLE.office, PAGE)).toContain('最迟 2024-05-07(竞价结束后7日内,本标的约定:竞价公告第六条)');
  });

  it('is not there for another township', async () => {
    const { open, send } = await aDepositsDesk();

    expect((await open(PEOPLE.foreignTownship, PAGE)).status).toBe(404);
    expect((await send(PEOPLE.foreignTownship, `${PAGE}/entries`, PAID)).status).toBe(404);
    expect((await open(PEOPLE.township, PAGE)).status).toBe(200);
  });
});

describe('import of opening balances', () => {
  it('says what became of each lot, and nothing happens the second time', async () => {
    const { bring, html } = await aDepositsDesk();
    const csv =
      '标的编号,竞买号,保管方,截止日期,已交,在途\nWX-1,A1,镇街,2024-05-01,300,300\nWX-7,A2,镇街,2024-05-01,1,1';

    const first = await (await bring(PEOPLE.office, { platform: PUBLIC }, csv)).text();
    const again = await (await bring(PEOPLE.office, { platform: PUBLIC }, csv)).text();

    expect(first).toContain('1 行,已导入');
    expect(first).toContain('第3行');
    expect(again).toContain('以前导入过,没有变化');
    expect(await html(PEOPLE.office, PAGE)).toContain('期初');
  });

  it('shows the form again without a platform or a heading row', async () => {
    const { bring } = await aDepositsDesk();

    const [nowhere, unreadable] = [
      await bring(PEOPLE.office, {}, 'x'),
      await bring(PEOPLE.office, { platform: PUBLIC }, 'a,b'),
    ];

    expect(nowhere.status).toBe(422);
    expect(await nowhere.text()).toContain('请选择标的所在平台');
    expect(await unreadable.text()).toContain('缺少这些列');
  });
});
