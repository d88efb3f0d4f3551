import { describe, expect, it } from 'vitest';
import { LOT, PAPER, PARTY } from '#test/services/settlement/settlement-desk.ts';
import { PEOPLE, POND, VILLAGE } from '#test/support/desk.ts';
import { at } from '#test/support/desk-terms.ts';
import { anAfterSaleDesk } from './after-sale-app.ts';

const PAGE = `/desk/settlement/${LOT}`;

async function aSale() {
  const desk = await anAfterSaleDesk();
  // Two weeks before the desk's day, so that sessions hold.
  await desk.sell({ endsAt: at('2024-04-22', 10) });
  const html = async (path: string, person = PEOPLE.office) => {
    const response = await desk.open(person, path);
    return `${response.status} ${await response.text()}`;
  };
  return { ...desk, html };
}

describe('the board of what follows sales', () => {
  it('names what is overdue, by when and by which rule', async () => {
    const { html } = await aSale();

    const page = await html('/desk/settlement');

    expect(page).toContain('有超期未办(1)');
    expect(page).toContain('保证金清退:最迟2024年4月25日');
    expect(page).toContain('本系统默认时限(待确认)');
    expect(await html('/desk/settlement?state=done')).toContain('没有符合条件的标的');
  });
});

describe('the page of a sale', () => {
  it('takes a milestone with its paper and shows it beside the platform’s word', async () => {
    const { html, send } = await aSale();
    expect(await html(`${PAGE}/do/milestone?milestone=paidAt`)).toContain(
      '<option value="paidAt" selected="">价款付清',
    );

    const fields = { milestone: 'paidAt', on: '2024-04-30', clock: '14:30', document: PAPER, note: '银行回单' };
    const answer = await send(PEOPLE.clerk, `${PAGE}/do/milestone`, fields);

    expect([answer.status, answer.headers.get('location')]).toEqual([303, PAGE]);
    const page = await html(PAGE, PEOPLE.township);
    expect(page).toContain('2024年4月30日 14:30');
    expect(page).toContain('登记价款付清:2024年4月30日 14:30;银行回单');
    expect(page).not.toContain('/do/milestone');
  });

  it('shows a form again with what was typed and what is wrong', async () => {
    const { send } = await aSale();

    const answer = await send(PEOPLE.office, `${PAGE}/do/milestone`, { milestone: 'paidAt', on: '2024-04-20' });

    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('早于成交日');
    expect(page).toContain('value="2024-04-20"');
  });

  it('says which state does not allow what was asked', async () => {
    const { send } = await aSale();
    const fields = { milestone: 'paidAt', on: '2024-04-30', document: PAPER };
    await send(PEOPLE.office, `${PAGE}/do/milestone`, fields);

    const again = await send(PEOPLE.office, `${PAGE}/do/milestone`, fields);

    expect(await again.text()).toContain('价款付清已登记,有误请更正');
  });

  it('keeps the winner’s particulars off every page but the one that was asked for with a purpose', async () => {
    const { html, send } = await aSale();
    const fields = { name: PARTY.name, codeType: PARTY.codeType, code: PARTY.code, phone: PARTY.phone ?? '' };
    await send(PEOPLE.office, `${PAGE}/do/winner`, fields);

    const page = await html(PAGE);
    expect(page).toContain('钱**');
    expect([page.includes(PARTY.name), page.includes(PARTY.code)]).toEqual([false, false]);
    expect((await send(PEOPLE.office, `${PAGE}/winner`, {}, 'application/json')).status).toBe(422);
    const shown = await send(PEOPLE.office, `${PAGE}/winner`, { purpose: 'publicity' });
    expect(await shown.text()).toContain(PARTY.code);
    expect(shown.headers.get('cache-control')).toBe('no-store');
    expect(await html(PAGE)).toContain('查看竞得人信息,用途:成交公示');
  });
});

const LEASE = {
  ...{ ownerId: VILLAGE.id, number: '云租-1', assetId: POND, startsOn: '2021-07-01', endsOn: '2024-06-30' },
  ...{ yearlyRent: '50000', escalation: '5', bond: '', lotId: '', note: '' },
};

describe('the register of contracts', () => {
  it('prefills a contract from the sold lease', async () => {
    const { html } = await aSale();

    const page = await html(`/desk/contracts/new?lot=${LOT}`, PEOPLE.clerk);

    expect(page).toMatch(/^200/);
    expect(page).toContain('value="56000"');
    expect(page).toContain('value="2027-12-31"');
  });

  it('enters, reminds, prints the rents and drafts the next term', async () => {
    const { html, send } = await aSale();
    const entered = await send(PEOPLE.clerk, '/desk/contracts', LEASE);
    const page = entered.headers.get('location') ?? '';

    expect(await html('/desk/contracts')).toContain('到期提醒(1)');
    const shown = await html(page, PEOPLE.clerk);
    expect(shown).toContain('55,125.00');
    expect(shown).toContain('建续租挂牌草稿');
    const renewed = await send(PEOPLE.clerk, `${page}/do/renewal`);
    expect([renewed.status, renewed.headers.get('location')]).toEqual([303, page]);
    expect(await html(page)).toMatch(/href="\/desk\/listings\/[0-9a-z]{16}"/);
  });

  it('takes pasted leases all or none, and hands the register out as a file', async () => {
    const { html, send, open } = await aSale();
    const row = (number: string, rent: string) => `${number}\t2022/1/1\t2026-12-31\t${rent}\t0\t\t`;
    const rows = (...lines: readonly string[]) => ({ ownerId: VILLAGE.id, rows: lines.join('\n') });

    const wrong = await send(PEOPLE.office, '/desk/contracts/import', rows(row('甲', '100'), row('乙', '一百')));
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('第 2 行:');
    expect(await html('/desk/contracts')).toContain('全部合同(0)');

    const right = await send(PEOPLE.office, '/desk/contracts/import', rows(row('甲', '100'), row('乙', '200')));
    expect(right.status).toBe(303);
    const csv = await (await open(PEOPLE.auditor, '/desk/contracts.csv')).text();
    expect(csv.split('\n').filter((line) => line.includes('云村'))).toHaveLength(2);
  });

  it('takes how a contract ended', async () => {
    const { html, send } = await aSale();
    const page = (await send(PEOPLE.clerk, '/desk/contracts', LEASE)).headers.get('location') ?? '';
    const ending = { how: 'terminated', on: '2024-05-05', reason: '协商解除' };

    expect(await html(`${page}/do/end`, PEOPLE.clerk)).toContain('提前解除');
    expect((await send(PEOPLE.clerk, `${page}/do/end`, ending)).status).toBe(303);

    expect(await html(page)).toContain('已终止');
  });
});
