import { describe, expect, it } from 'vitest';
import { PEOPLE, PUBLIC } from '#test/support/desk.ts';
import { ADDRESS, accepted, aPlacement, NUMBER, refusedFor, VALIDATED } from './placements-app.ts';

const MINUTE_MS = 60_000;
const BAD = '<script>alert(1)</script>';
describe('the page of a placement', () => {
  it('says where it stands, what the system does next, and all that happened', async () => {
    const { html, happened, id, later } = await aPlacement();
    const until = later(5 * MINUTE_MS);
    const data = { step: 'publish', code: 'PLATFORM.UNAVAILABLE', until, mayBeThere: false } as const;
    const attempt = { number: 1, step: 'publish', until: later(2 * MINUTE_MS) } as const;
    await happened(id, VALIDATED, { type: 'attempted', data: attempt }, { type: 'postponed', data });

    const page = await html();

    expect(page).toContain('平台暂时无法访问');
    expect(page).toMatch(/系统下一步:发布,[^<]*<time/);
    expect(page).toContain('已向平台发送 1 次');
    expect(page.match(/class="step past"/g)).toHaveLength(4);
    expect(page).toContain(`委托编号 ${id}`);
  });

  it('shows a refusal at the field, with the way to mend it for whoever enters listings', async () => {
    const { open, happened, html, id, page } = await aPlacement(`鱼塘${BAD}`);
    await happened(id, VALIDATED, refusedFor(`标题不能有${BAD}`));

    const clerks = await (await open(PEOPLE.clerk, page)).text();

    expect(clerks).toMatch(/href="\/desk\/listings\/[^"]+\/edit\/assets#f-title"/);
    expect(await html()).toContain('代码 title.long');
    expect(clerks).not.toContain(BAD);
    expect(clerks).not.toContain(`action="${page}`);
  });

  it('leads to the lot on the platform and in our catalogue, and shows what differs side by side', async () => {
    const { happened, html, id } = await aPlacement();
    const differences = [{ what: '起拍价', approved: '12,000.00 元/年', shown: `1 元${BAD}` }];
    const shown = { type: 'shown', data: { status: 'announced', differences } } as const;
    await happened(id, VALIDATED, accepted(), shown);

    const page = await html();

    expect(page).toContain(`href="${ADDRESS}"`);
    expect(page).toContain(`href="/lots/${PUBLIC}.${NUMBER}"`);
    expect(page).toMatch(/data-label="批准的">12,000.00 元\/年.*data-label="平台上的">1 元&lt;script/s);
    expect(page).not.toContain(BAD);
  });

  it('makes no link of an address that is none', async () => {
    const { happened, html, id } = await aPlacement();
    await happened(id, VALIDATED, accepted('javascript:alert(1)'));

    const page = await html();

    expect(page).not.toContain('href="javascript:');
    expect(page).toContain('平台没有给出可以打开的网址');
  });

  it('answers the same as JSON, with its version', async () => {
    const { open, id, page } = await aPlacement();

    const answer = await open(PEOPLE.auditor, page, 'application/json');

    expect(answer.headers.get('etag')).toBe('"1"');
    expect(await answer.json()).toMatchObject({
      row: { id, state: 'pending' },
      placement: { id, version: 1 },
      may: [],
    });
  });

  it('is linked from its listing, which says that nobody hands it over', async () => {
    const desk = await aPlacement();
    const listing = desk.id.replace(/-1$/, '');

    const page = await (await desk.get(PEOPLE.clerk, `/desk/listings/${listing}`)).text();

    expect(page).toContain(`href="${desk.page}"`);
    expect(page).toContain('通过平台接口上架,由 系统自动 办理');
    expect(page).toContain('不用人工移交');
  });
});
