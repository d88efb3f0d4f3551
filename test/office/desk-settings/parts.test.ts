import { beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '#shared/services/desk/settings/read-settings.ts';
import { HOUSE, PEOPLE, PUBLIC, UNADMITTED } from '#test/support/desk.ts';
import { aDesk, type DeskInMemory } from '../desk-app.ts';

const WHY = { reason: '区政府会议纪要', source: '吴农〔2026〕1号' };

let desk: DeskInMemory;

beforeEach(async () => {
  desk = await aDesk();
});

async function page(path: string, person = PEOPLE.office): Promise<string> {
  const response = await desk.get(person, path);
  expect(response.status).toBe(200);
  return response.text();
}

describe('a decision on a rule', () => {
  const path = '/desk/settings/rules/hz-def-notice';

  it('changes its value from a day on', async () => {
    const change = { ...WHY, decision: 'changed', value: '10', severity: 'violation', from: '2026-01-01' };

    const response = await desk.submit(PEOPLE.office, path, change);

    expect(response.status).toBe(303);
    expect((await readSettings(desk.deskPorts, 'rules')).value).toEqual([
      { rule: 'hz-def-notice', decision: 'changed', value: 10, severity: 'violation', from: '2026-01-01', ...WHY },
    ]);
    expect(await page(path)).toContain('调整数值为 10 日');
  });

  it('reads a ratio exactly', async () => {
    await desk.submit(PEOPLE.office, '/desk/settings/rules/zj-17', {
      ...WHY,
      decision: 'changed',
      value: '3/4',
      from: '2026-01-01',
    });

    expect((await readSettings(desk.deskPorts, 'rules')).value[0]?.value).toEqual({ n: 3, d: 4 });
  });

  it('needs a day, a document and a reason', async () => {
    const response = await desk.sendJson(PEOPLE.office, path, { decision: 'confirmed' });

    expect(response.status).toBe(422);
    const { errors } = (await response.json()) as { errors: readonly { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer).toSorted()).toEqual(['/from', '/reason', '/source']);
  });
});

describe('admissions', () => {
  it('are added to the list and ended on a day', async () => {
    const admission = { platform: UNADMITTED, categories: 'collective', from: '2026-01-01', basis: '准入〔2026〕3号' };
    const before = (await readSettings(desk.deskPorts, 'admissions')).value.length;

    await desk.submit(PEOPLE.office, '/desk/settings/admissions', { ...admission, reason: '评审通过' });
    await desk.submit(PEOPLE.office, '/desk/settings/admissions/end', {
      place: String(before),
      lastDay: '2026-12-31',
      reason: '退出',
    });

    expect((await readSettings(desk.deskPorts, 'admissions')).value.at(-1)).toEqual({
      platform: UNADMITTED,
      categories: ['collective'],
      assetClasses: [],
      from: '2026-01-01',
      until: '2026-12-31',
      basis: '准入〔2026〕3号',
    });
  });

  it('are refused for a platform there is none of', async () => {
    const admission = { platform: 'nowhere', from: '2026-01-01', basis: 'x', reason: 'x' };

    const response = await desk.sendJson(PEOPLE.office, '/desk/settings/admissions', admission);

    expect(response.status).toBe(422);
  });
});

describe('agreements', () => {
  const terms = { platform: HOUSE, agreementNumber: '协2026-01', title: '服务费协议', effectiveFrom: '2026-01-01' };

  it('are entered in bands and shown with their number', async () => {
    const response = await desk.submit(PEOPLE.office, '/desk/settings/agreements', {
      ...{ ...terms, reason: '签订' },
      ...{
        'buyer.type': 'marginal',
        'buyer.base': 'hammer',
        'buyer.bands': '2000000 5\n以上 3',
        'seller.type': 'free',
      },
    });

    expect(response.status).toBe(303);
    const html = await page('/desk/settings/agreements');
    expect(html).toContain('协2026-01');
    expect(html).toContain('买方:成交价分档累进:至 2,000,000.00 元 5%,以上部分 3%');
  });

  it('are refused when two hold for the same sales from the same day', async () => {
    const percent = { ...terms, 'buyer.type': 'percent', 'buyer.rate': '2', reason: '签订' };
    await desk.submit(PEOPLE.office, '/desk/settings/agreements', percent);

    const response = await desk.submit(PEOPLE.office, '/desk/settings/agreements', { ...percent, platform: HOUSE });

    expect(response.status).toBe(422);
    expect(await response.text()).toContain('请改生效日期');
    expect((await readSettings(desk.deskPorts, 'agreements')).value.map(({ platform }) => platform)).not.toContain(
      PUBLIC,
    );
  });
});
