import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssetClass } from '#shared/domain/trade.ts';
import { amendAsset } from '#shared/services/desk/asset/amend-asset.ts';
import { assetChanged } from '#shared/services/desk/asset/asset-cards.ts';
import { listAssets } from '#shared/services/desk/asset/list-assets.ts';
import { readAsset } from '#shared/services/desk/asset/read-asset.ts';
import { guessMapping } from '#shared/services/desk/import/mapping.ts';
import { type ImportOrder, planImport } from '#shared/services/desk/import/plan-import.ts';
import { ownerOfRow } from '#shared/services/desk/import/row-owner.ts';
import { runImport } from '#shared/services/desk/import/run-import.ts';
import { MOST_ROWS, type Sheet } from '#shared/services/desk/import/sheet.ts';
import { OTHER_VILLAGE, PEOPLE, VILLAGE } from '#test/support/desk.ts';
import { aRegisterDesk, type RegisterDesk } from './register-desk.ts';
import { aRow, aSheet, HEADINGS } from './sheets.ts';

const IMPORT = '0123456789abcdef';

function orderOf(desk: RegisterDesk, sheet: Sheet, assetClass: AssetClass | null = null): ImportOrder {
  const mapping = { ...guessMapping([sheet]), assetClass };
  return { importId: IMPORT, ownerId: desk.village, sheets: [sheet], mapping };
}

function numbered(count: number): Sheet {
  const rows = Array.from({ length: count }, (_, at) =>
    aRow({ 资产编号: at % 2 === 0 ? `YC-${at}` : '', 资产名称: `塘${at}` }),
  );
  return aSheet([HEADINGS, ...rows]);
}

async function whatOf(desk: RegisterDesk, order: ImportOrder) {
  return (await planImport(PEOPLE.clerk, desk.ports, order)).map(({ what }) => what);
}

describe('the preview of an import', () => {
  it('writes nothing and tells new, changed, equal and faulty rows apart', async () => {
    const desk = await aRegisterDesk();
    const first = orderOf(desk, aSheet([HEADINGS, aRow()]));
    await runImport(PEOPLE.clerk, desk.ports, first, 0);
    const changed = aRow({ 坐落: '云村北片' });
    const rows = [changed, aRow({ 资产编号: 'YC-02' }), aRow(), aRow({ 资产编号: 'YC-03', '面积(亩)': '三亩' })];

    const planned = await planImport(PEOPLE.clerk, desk.ports, {
      ...orderOf(desk, aSheet([HEADINGS, ...rows])),
      importId: 'another-import',
    });

    expect(planned.map(({ what }) => what)).toEqual(['amend', 'new', 'faulty', 'faulty']);
    expect(planned[0]).toMatchObject({ differences: [{ pointer: '/address', before: '云村南片', after: '云村北片' }] });
    expect(planned[2]).toMatchObject({ faults: [{ sentence: '资产编号与第2行相同' }] });
    expect(planned[3]).toMatchObject({ faults: [{ at: 'D5', sentence: '面积“三亩”不是数字' }] });
    expect((await listAssets(PEOPLE.clerk, desk.ports, {})).total).toBe(1);
  });

  it('asks for a class where the row has none, and takes the one the person chose', async () => {
    const desk = await aRegisterDesk();
    const sheet = aSheet([HEADINGS, aRow({ 资产类别: '' })]);

    expect(await whatOf(desk, orderOf(desk, sheet))).toEqual(['faulty']);
    expect(await whatOf(desk, orderOf(desk, sheet, 'fish_pond'))).toEqual(['new']);
  });

  it('is refused beyond its limit', async () => {
    const desk = await aRegisterDesk();

    const asked = planImport(PEOPLE.clerk, desk.ports, orderOf(desk, numbered(MOST_ROWS + 1)));

    await expect(asked).rejects.toMatchObject({ code: 'IMPORT.TOO_LARGE' });
  });

  it('finds nothing to do in an owner out of reach', async () => {
    const desk = await aRegisterDesk();

    const planned = await planImport(PEOPLE.foreignClerk, desk.ports, orderOf(desk, aSheet([HEADINGS, aRow()])));

    expect(planned).toMatchObject([{ what: 'faulty' }]);
  });
});

describe('an import', () => {
  it('enters and amends each row once, keeps what the table does not say, and finds nothing left', async () => {
    const desk = await aRegisterDesk();
    const known = await desk.enter({ ledgerNumber: 'YC-01', note: '手工备注' });
    const order = orderOf(desk, aSheet([HEADINGS, aRow(), aRow({ 资产编号: '' })]));

    const run = await runImport(PEOPLE.clerk, desk.ports, order, 0);

    expect(run).toMatchObject({ registered: 1, amended: 1, refused: [], lastRow: 3, left: 0 });
    expect(run.rows.map(({ what }) => what)).toEqual(['unchanged', 'unchanged']);
    expect(await whatOf(desk, order)).toEqual(['unchanged', 'unchanged']);
    const { asset, history } = await readAsset(PEOPLE.clerk, desk.ports, known);
    expect(asset).toMatchObject({ note: '手工备注', name: '东塘', lease: { state: 'leased', incumbent: '王五' } });
    expect(history[0]?.importedFrom).toEqual({ importId: IMPORT, row: 2 });
  });

  it('goes on after its last row, a hundred at a time', async () => {
    const desk = await aRegisterDesk();
    const order = orderOf(desk, numbered(130));

    const first = await runImport(PEOPLE.clerk, desk.ports, order, 0);
    const second = await runImport(PEOPLE.accountant, desk.ports, order, first.lastRow ?? 0);

    expect([first.registered, first.left, second.registered, second.left]).toEqual([100, 30, 30, 0]);
  });

  it('does not undo what was corrected by hand after it, when it is sent again', async () => {
    const desk = await aRegisterDesk();
    const id = await desk.enter({ ledgerNumber: 'YC-01' });
    const order = orderOf(desk, aSheet([HEADINGS, aRow()]));
    await runImport(PEOPLE.clerk, desk.ports, order, 0);
    await amendAsset(PEOPLE.clerk, desk.ports, desk.command(), id, (before) => ({ ...before, name: '东塘(更名)' }));

    const again = await runImport(PEOPLE.clerk, desk.ports, order, 0);

    expect(again).toMatchObject({ amended: 0, refused: [{ row: 2, sentence: expect.stringContaining('没有再覆盖') }] });
    expect((await readAsset(PEOPLE.clerk, desk.ports, id)).asset.name).toBe('东塘(更名)');
  });

  it('that crashes after any write is carried on without doing anything twice', async () => {
    const law = fc.asyncProperty(fc.array(fc.nat(12), { maxLength: 4 }), async (crashes) => {
      const desk = await aRegisterDesk();
      await desk.enter({ ledgerNumber: 'YC-0' });
      const order = orderOf(desk, numbered(6));
      for (const writes of crashes) {
        let left = writes;
        const put: RegisterDesk['ports']['records']['put'] = async (item, condition) => {
          if (left === 0) throw new Error('crashed');
          left -= 1;
          return desk.ports.records.put(item, condition);
        };
        const records = { ...desk.ports.records, put };
        await runImport(PEOPLE.clerk, { ...desk.ports, records }, order, 0).catch(() => undefined);
      }

      await runImport(PEOPLE.clerk, desk.ports, order, 0);

      const planned = await planImport(PEOPLE.clerk, desk.ports, order);
      expect(planned.map(({ what }) => what)).toEqual(Array.from({ length: 6 }, () => 'unchanged'));
      // What the sweeper does for events whose effects did not run.
      for (const row of planned) if (row.what === 'unchanged') await assetChanged(desk.ports, row.id);
      const { lines } = await listAssets(PEOPLE.clerk, desk.ports, {});
      expect(lines.map(({ version, asset }) => [asset.name, version])).toEqual(
        [0, 1, 2, 3, 4, 5].map((at) => [`塘${at}`, at === 0 ? 2 : 1]),
      );
    });

    await fc.assert(law, { seed: 6, numRuns: 40 });
  });
});

describe('the owner of a row', () => {
  const owners = [VILLAGE, OTHER_VILLAGE];

  it.each([
    [null, VILLAGE.id, VILLAGE.id],
    ['云村股份经济合作社', null, VILLAGE.id],
    ['云村村委会', null, VILLAGE.id],
    ['云村', OTHER_VILLAGE.id, VILLAGE.id],
  ])('%s, chosen %s, is %s', (named, chosen, id) => {
    expect(ownerOfRow(named, chosen, owners)).toMatchObject({ id });
  });

  it('is never guessed', () => {
    expect(ownerOfRow(null, null, owners)).toContain('没有写产权人');
    expect(ownerOfRow('别村', null, owners)).toContain('没有“别村”');
    expect(ownerOfRow('云村', null, [...owners, { ...VILLAGE, id: 'x', name: '云村经济合作社' }])).toContain('2个单位');
  });
});
