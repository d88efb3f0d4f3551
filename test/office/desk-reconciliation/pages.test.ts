import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { RECONCILIATION_ACCESS } from '#functions/reconciliation-routes.ts';
import { fen } from '#shared/domain/money.ts';
import { hidden } from '#test/office/desk-app.ts';
import { aSale, MAY, salesPage } from '#test/services/reconciliation/a-reconciliation.ts';
import { minute } from '#test/support/builders.ts';
import { PEOPLE } from '#test/support/desk.ts';
import { aReconciliationDesk } from './reconciliation-app.ts';

const BOARD = `/desk/reconciliation?from=${MAY.from}&to=${MAY.to}`;
const LOT = '/desk/reconciliation/item?id=lot%3Avirtual.2';
/** Minutes after the start of the sales. */
const SEEN = 90;

async function textOf(answer: Response | Promise<Response>): Promise<string> {
  return load(await (await answer).text())('main')
    .text()
    .replace(/\s+/g, ' ');
}

/** Two sales; the second at a price that is not that of its top bid. */
async function aDifference() {
  const desk = await aReconciliationDesk();
  const document = await desk.bring(salesPage([aSale(1), aSale(2, { hammerPrice: fen(102_000_00) })]), minute(SEEN));
  return { ...desk, document };
}

describe('the reconciliation board', () => {
  it('shows what differs, and how much agrees', async () => {
    const { open } = await aDifference();

    const text = await textOf(open(PEOPLE.auditor, BOARD));

    expect(text).toContain('未了结 1 项,已了结 0 项,一致 1 项');
    expect(text).toContain('成交价 102,000.00 元,最高有效出价 101,000.00 元(竞买号 B2)');
    expect(text).not.toContain('录入平台给的数字');
  });

  it('is of the year of the newest fact where no days are named', async () => {
    const { open } = await aDifference();

    expect(await textOf(open(PEOPLE.office, '/desk/reconciliation'))).toContain('2024-01-01 至 2024-05-06');
  });

  it('answers programs in JSON, narrowed to what is asked for', async () => {
    const { open } = await aDifference();
    const read = async (search: string) => {
      const answer = await open(PEOPLE.office, `${BOARD}${search}`, 'application/json');
      return (await answer.json()) as { readonly items: readonly { readonly id: string }[] };
    };

    expect(await read('')).toMatchObject({ period: MAY, items: [{ id: 'lot:virtual.2' }], counts: { open: 1 } });
    expect((await read('&kind=totals')).items).toEqual([]);
    expect((await read('&status=closed')).items).toEqual([]);
  });

  it('refuses days that are no period', async () => {
    const { open } = await aDifference();

    const answer = await open(PEOPLE.office, '/desk/reconciliation?from=2024-05-02&to=2024-05-01', 'application/json');

    expect(answer.status).toBe(400);
  });

  it.each([PEOPLE.clerk, PEOPLE.township, PEOPLE.operator])('is not for $name', async (person) => {
    const { open } = await aDifference();

    expect((await open(person, BOARD)).status).toBe(403);
    expect((await open(person, LOT)).status).toBe(403);
  });
});

describe('the page of an item', () => {
  it('shows both sides with the bids behind the finding', async () => {
    const { open } = await aDifference();

    const text = await textOf(open(PEOPLE.auditor, LOT));

    expect(text).toContain('2号鱼塘');
    expect(text).toContain('成交价与最高有效出价不一致');
    expect(text).toContain('竞买记录');
    expect(text).not.toContain('写明原因后');
  });

  it('closes it for the office, and shows who did', async () => {
    const { open, send, document } = await aDifference();
    const page = await (await open(PEOPLE.office, LOT)).text();
    const fields = { id: hidden(page, 'id'), hash: hidden(page, 'hash'), reason: 'confirmed', words: '已核' };

    const sent = await send(PEOPLE.office, '/desk/reconciliation/close', { ...fields, evidence: document });

    expect([sent.status, sent.headers.get('location')]).toEqual([303, LOT]);
    const text = await textOf(open(PEOPLE.auditor, LOT));
    expect(text).toContain('已了结');
    expect(text).toContain('经核实无误:已核');
    expect(await textOf(open(PEOPLE.office, BOARD))).toContain('未了结 0 项,已了结 1 项');
  });

  it('comes back with what was typed when a reason is missing', async () => {
    const { open, send } = await aDifference();
    const page = await (await open(PEOPLE.office, LOT)).text();
    const fields = { id: hidden(page, 'id'), hash: hidden(page, 'hash'), words: '我写的说明' };

    const sent = await send(PEOPLE.office, '/desk/reconciliation/close', fields);

    expect(sent.status).toBe(422);
    expect(await textOf(sent)).toMatch(/请选择了结原因.*我写的说明/);
  });

  it('is closed by nobody who only reads', async () => {
    const { send } = await aDifference();

    expect((await send(PEOPLE.auditor, '/desk/reconciliation/close', { id: 'lot:virtual.2' })).status).toBe(403);
  });
});

describe('figures a platform gave on paper', () => {
  const TYPED = { platform: 'virtual', from: MAY.from, to: MAY.to, basis: 'official', sold: '3', amount: '20.2万' };

  it('are entered, compared, and open to the lots behind ours', async () => {
    const { open, send, document } = await aDifference();

    const sent = await send(PEOPLE.office, '/desk/reconciliation/enter', {
      ...TYPED,
      evidence: `/office/documents/${document}`,
    });

    const text = await textOf(open(PEOPLE.office, sent.headers.get('location') ?? ''));
    expect(text).toContain('成交次数32我们少 1');
    expect(text).toContain('成交金额202,000.00 元203,000.00 元我们多 1,000.00 元');
    expect(text).toContain('我们的 2 个标的1号鱼塘2号鱼塘');
  });

  it('are asked for with the paper they stand on', async () => {
    const { send } = await aDifference();

    const sent = await send(PEOPLE.office, '/desk/reconciliation/enter', { ...TYPED, from: '' });

    expect(sent.status).toBe(422);
    expect(await textOf(sent)).toMatch(/请填写依据的文件.*请填写开始日期/);
  });
});

describe("a platform's list of results", () => {
  it('is shown lot by lot', async () => {
    const { open, bring } = await aDifference();
    const lots = [aSale(1, { hammerPrice: fen(99_000_00) })];
    const id = await bring({ lots }, minute(SEEN - 1), 'result-file');

    const text = await textOf(open(PEOPLE.office, `/desk/reconciliation/item?id=list%3A${id}`));

    expect(text).toContain('我们有、清单没有(1)');
    expect(text).toContain('1号鱼塘成交,99,000.00 元成交,101,000.00 元');
  });
});

describe('the routes of reconciliation', () => {
  it('are all listed with who may call them', async () => {
    const { app } = await aReconciliationDesk();

    const routes = app.routes.filter(({ method, path }) => method !== 'ALL' && !path.startsWith('/desk/static'));

    const named = routes.map(({ method, path }) => `${method} ${path}`);
    expect(named.toSorted()).toEqual(Object.keys(RECONCILIATION_ACCESS).toSorted());
  });
});
