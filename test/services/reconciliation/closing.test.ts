import { describe, expect, it } from 'vitest';
import { fen } from '#shared/domain/money.ts';
import { readBoard } from '#shared/services/reconciliation/board.ts';
import { type CloseBody, closeItem, enterTotals } from '#shared/services/reconciliation/commands.ts';
import { readItem } from '#shared/services/reconciliation/view.ts';
import { minute } from '#test/support/builders.ts';
import { PEOPLE } from '#test/support/desk.ts';
import { aReconciliation, aSale, MAY, salesPage } from './a-reconciliation.ts';

const DAY = 1440;
const LOT = 'lot:virtual.1';
const ALL = { platform: null, period: MAY, kind: null, status: null };

function key(id: string) {
  return { id: `command-${id}`, body: { id } };
}

/** A lot whose price is not that of its top bid, and the page of it. */
async function aDifference() {
  const made = aReconciliation();
  const document = await made.bring(salesPage([aSale(1, { hammerPrice: fen(102_000_00) })]), minute(DAY));
  const { item } = await readItem(PEOPLE.office, made.ports, LOT);
  const body: CloseBody = { reason: 'platform-corrects', words: '已电话告知', evidence: document, hash: item.hash };
  return { ...made, document, body };
}

describe('closing a difference', () => {
  it('keeps reason, words, file, person and time, and takes it off what is open', async () => {
    const { ports, body, document } = await aDifference();

    await closeItem(PEOPLE.office, ports, LOT, key('1'), body);

    const { item, history } = await readItem(PEOPLE.auditor, ports, LOT);
    expect(item).toMatchObject({ status: 'closed', version: 1 });
    expect(history).toMatchObject([
      { type: 'closed', reason: 'platform-corrects', words: '已电话告知', fileId: document, by: { name: '交易中心' } },
    ]);
    expect((await readBoard(PEOPLE.office, ports, ALL)).counts).toMatchObject({ open: 0, closed: 1 });
  });

  it('does not hold when other numbers stand there', async () => {
    const { ports, body, bring } = await aDifference();
    await closeItem(PEOPLE.office, ports, LOT, key('1'), body);
    await bring({ lots: [aSale(1, { hammerPrice: fen(103_000_00) })] }, minute(DAY + 1));

    const [open] = (await readBoard(PEOPLE.office, ports, ALL)).items;

    expect(open).toMatchObject({ id: LOT, status: 'open', closing: { reason: 'platform-corrects' } });
  });

  it('has nothing left to say when both sides agree again', async () => {
    const { ports, body, bring } = await aDifference();
    await closeItem(PEOPLE.office, ports, LOT, key('1'), body);
    await bring({ lots: [aSale(1)] }, minute(DAY + 1));

    expect((await readItem(PEOPLE.office, ports, LOT)).item).toMatchObject({ status: 'agrees', differences: 0 });
  });

  it('is refused for numbers the person did not see', async () => {
    const { ports, body, bring } = await aDifference();
    await bring({ lots: [aSale(1, { hammerPrice: fen(103_000_00) })] }, minute(DAY + 1));

    await expect(closeItem(PEOPLE.office, ports, LOT, key('1'), body)).rejects.toMatchObject({
      code: 'RECONCILIATION.CHANGED',
    });
  });

  it.each([
    ['words for another reason', { reason: 'other', words: ' ' }, '/words'],
    ['a file that is there', { evidence: '/desk/files/aaaaaaaaaaaaaaaa' }, '/evidence'],
    ['a document that is there', { evidence: 'no document' }, '/evidence'],
  ] as const)('asks for %s', async (_, of, pointer) => {
    const { ports, body } = await aDifference();

    await expect(closeItem(PEOPLE.office, ports, LOT, key('1'), { ...body, ...of })).rejects.toMatchObject({
      code: 'FORM.INVALID',
      details: { errors: [{ pointer }] },
    });
  });

  it.each([PEOPLE.auditor, PEOPLE.clerk, PEOPLE.township])('is not for $name', async (person) => {
    const { ports, body } = await aDifference();

    await expect(closeItem(person, ports, LOT, key('1'), body)).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
  });

  it('finds itself when it is sent again', async () => {
    const { ports, body } = await aDifference();
    await closeItem(PEOPLE.office, ports, LOT, key('1'), body);

    expect(await closeItem(PEOPLE.office, ports, LOT, key('1'), body)).toMatchObject({ repeated: true, version: 1 });
  });
});

describe('figures entered from paper', () => {
  async function entered(of: Partial<Parameters<typeof enterTotals>[3]> = {}) {
    const { ports, bring } = aReconciliation();
    const document = await bring(salesPage([aSale(1), aSale(2, { tradeCategory: 'judicial' })]), minute(DAY));
    const totals = { ...MAY, scope: null, sold: 2 };
    const body = { platform: 'virtual', basis: 'official', totals, evidence: `/office/documents/${document}`, ...of };
    return {
      ports,
      document,
      enter: enterTotals(PEOPLE.office, ports, key('1'), body as Parameters<typeof enterTotals>[3]),
    };
  }

  it('are held against the lots the person chose', async () => {
    const { ports, document, enter } = await entered();
    const { state } = await enter;

    const { item, titles } = await readItem(PEOPLE.office, ports, state.id);

    expect(item).toMatchObject({ id: 'paper:virtual:2024-05-01:2024-05-31', status: 'open' });
    expect(item.body).toMatchObject({ sourceId: document, basis: 'official', lines: [{ stated: 2, ours: 1 }] });
    expect([...titles]).toEqual([['virtual.1', '1号鱼塘']]);
  });

  it.each([
    ['a platform there is', { platform: 'nowhere' }, '/platform'],
    ['some figure', { totals: { ...MAY, scope: null } }, '/published'],
    ['days in order', { totals: { from: MAY.to, to: MAY.from, scope: null, sold: 1 } }, '/to'],
    ['the paper they were read from', { evidence: '' }, '/evidence'],
  ] as const)('ask for %s', async (_, of, pointer) => {
    const { enter } = await entered(of);

    await expect(enter).rejects.toMatchObject({ details: { errors: [{ pointer }] } });
  });
});

describe('an item nobody knows', () => {
  it.each(['lot:virtual.77', 'totals:virtual:2024-05-01:2024-05-31', 'list:virtual.result-file.x', 'nonsense'])(
    'is not there: %s',
    async (id) => {
      const { ports } = aReconciliation();

      await expect(readItem(PEOPLE.office, ports, id)).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
    },
  );
});
