import { load as html } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { type LotCard, NOTHING_KNOWN } from '#shared/domain/lot-card.ts';
import { addMs } from '#shared/domain/time.ts';
import { recordIncident, solveIncidents } from '#shared/services/collection/incidents.ts';
import { HOUSE, PEOPLE, PUBLIC } from '#test/support/desk.ts';
import { aCollectionDesk, ON } from './a-collection-desk.ts';

const BAD = '<script>alert(1)</script>';
const PAGE = `/desk/collection/${PUBLIC}`;
const LIST = { what: 'list', list: 'sale', page: null } as const;

type Desk = Awaited<ReturnType<typeof aCollectionDesk>>;

function addLot({ lots, clock }: Desk, hours: number, of: Partial<LotCard> = {}) {
  const endsAt = addMs(clock.now(), hours * 3_600_000);
  const lotId = `${HOUSE}.1`;
  const lot = { ...NOTHING_KNOWN, lotId, platform: HOUSE, externalId: '1', status: 'bidding', endsAt } as const;
  lots.set(lotId, { ...lot, title: `鱼塘${BAD}`, ...of });
}

/** Text of a page, by the heading of its section. */
function sectionOf(page: string, heading: string): string {
  const $ = html(page);
  const found = $('main section').filter((_, section) => $(section).find('h2').text().startsWith(heading));
  return found.text().replace(/\s+/g, ' ').trim();
}

async function text(answer: Promise<Response>): Promise<string> {
  return (await answer).text();
}

describe('the page of collection', () => {
  it('names every platform with its state, why, and what to do', async () => {
    const desk = await aCollectionDesk();

    const page = sectionOf(await text(desk.open(PEOPLE.office, '/desk/collection')), '平台健康');

    expect(page).toMatch(/区公共平台\s*未采集\s*还没有数据\s*0 个\s*没有开启采集\s*平台允许按约定的频率/);
    expect(page).toMatch(/某拍卖行\s*未采集.*系统不自动读取这个平台\s*由平台推送,或另存页面/);
  });

  it('shows what is late before what is to come, and where to find the lot', async () => {
    const desk = await aCollectionDesk();
    const address = 'https://auction-house-desk.example.invalid/lot/1';
    addLot(desk, -2, { url: address });

    const page = await text(desk.open(PEOPLE.office, '/desk/collection'));

    expect(
      html(page)('h2')
        .toArray()
        .map((each) => html(each).text()),
    ).toEqual(['平台健康', '晚点(1)', '接下来一天(0)']);
    expect(sectionOf(page, '晚点')).toMatch(/已结束 2 小时,结果未报\s*在浏览器中打开标的页面,另存后导入/);
    expect(html(page)(`a[href="${address}"]`).text()).toBe('某拍卖行');
    expect(page).not.toContain(BAD);
  });

  it('never links to where the platform has no pages', async () => {
    const desk = await aCollectionDesk();
    addLot(desk, -2, { url: 'https://evil.invalid/' });

    expect(await text(desk.open(PEOPLE.office, '/desk/collection'))).not.toContain('evil.invalid');
  });

  it('answers programs of people with the same as data', async () => {
    const desk = await aCollectionDesk();
    addLot(desk, 2);

    const answer = await desk.open(PEOPLE.auditor, '/desk/collection', 'application/json');

    expect(await answer.json()).toMatchObject({
      health: [{ platform: PUBLIC, state: 'off' }, { platform: HOUSE }, {}],
      calendar: { late: [], due: [{ lotId: `${HOUSE}.1`, by: 'hand' }], longUnreported: 0 },
    });
  });

  it('is for the office and auditors alone', async () => {
    const desk = await aCollectionDesk();
    const status = async (person: (typeof PEOPLE)[keyof typeof PEOPLE], path: string) =>
      (await desk.open(person, path)).status;

    expect(await status(PEOPLE.office, PAGE)).toBe(200);
    expect(await status(PEOPLE.auditor, PAGE)).toBe(200);
    expect(await status(PEOPLE.clerk, '/desk/collection')).toBe(403);
    expect(await status(PEOPLE.operator, PAGE)).toBe(403);
    expect(await status(PEOPLE.office, '/desk/collection/nobody')).toBe(404);
  });
});

describe('the page of a platform', () => {
  it('shows an incident with what came, its document and how often, and then that it is solved', async () => {
    const desk = await aCollectionDesk();
    await desk.saveSetting('sources', [ON]);
    await desk.putTask(LIST, { failures: 2, hasIncident: true });
    const document = `${PUBLIC}.list.20240506T020000000Z-abc`;
    const incident = { platform: PUBLIC, code: 'DOCUMENT.DRIFT', place: 'list:sale', document };
    for (let times = 0; times < 2; times++) await recordIncident(desk.ports, { ...incident, excerpt: BAD });

    const open = await text(desk.open(PEOPLE.auditor, PAGE));
    await solveIncidents(desk.ports, PUBLIC, 'list:sale');
    await desk.putTask(LIST, { version: 1 });
    const solved = await text(desk.open(PEOPLE.auditor, PAGE));

    expect(html(open)('.state').text()).toBe('格式变化');
    expect(sectionOf(open, '异常')).toMatch(/页面结构与已知格式不符\(列表“正在进行”,DOCUMENT.DRIFT\)\s*2 次/);
    expect(html(open)(`a[href="/office/documents/${document}"]`)).toHaveLength(1);
    expect(open).not.toContain(BAD);
    expect(html(solved)('.state').text()).toBe('正常');
    expect(sectionOf(solved, '异常')).toMatch(/已于 2024年5月6日 10:00 自动消除/);
  });

  it('says what was never tried, and lets the office alone change anything', async () => {
    const desk = await aCollectionDesk();

    const office = await text(desk.open(PEOPLE.office, PAGE));
    const auditor = await text(desk.open(PEOPLE.auditor, PAGE));
    const unreadable = await text(desk.open(PEOPLE.office, `/desk/collection/${HOUSE}`));

    expect(office).toContain('尚未与平台实测的部分:从未与平台实测');
    expect(html(office)('main form')).toHaveLength(1);
    expect(html(auditor)('main form')).toHaveLength(0);
    expect(sectionOf(auditor, '采集设置')).toMatch(/不采集.*6.*正在进行、已经结束/);
    expect(html(unreadable)('main form')).toHaveLength(0);
  });
});
