import { describe, expect, it } from 'vitest';
import { aRow, aWorkbook } from '#test/adapters/result-file-workbook.ts';
import { PEOPLE } from '#test/support/desk.ts';
import { aRegisterApp } from './register-app.ts';

type App = Awaited<ReturnType<typeof aRegisterApp>>;

const CSV = '资产编号,资产名称,资产类别,面积(亩)\nYC-01,东塘,鱼塘,12.5\nYC-02,西塘,鱼塘,三亩\n合计,,,15.5\n';

function upload(app: App, bytes: Uint8Array | string, owner = app.village, caller = PEOPLE.clerk) {
  const body = new FormData();
  body.set('owner', owner);
  body.set('file', new File([typeof bytes === 'string' ? bytes : bytes.slice()], '台账.csv'));
  return app.request('/desk/assets/import', { method: 'POST', body }, caller);
}

describe('the import of a table', () => {
  it('is previewed row by row and written when confirmed', async () => {
    const app = await aRegisterApp();

    const kept = await upload(app, CSV);

    const address = kept.headers.get('location') ?? '';
    const preview = await app.page(address);
    expect(preview).toContain('文件:台账.csv');
    expect(preview).toContain('D3:面积“三亩”不是数字');
    expect(preview).toContain('合计行,不导入');
    expect(preview).toContain('确认写入 1 行');
    expect(await app.page('/desk/assets')).toContain('共 0 项');

    const written = await (await app.send(address, { _key: 'form-key-w1' })).text();

    expect(written).toContain('新登记 1 项');
    expect(written).toContain('与台账一致 1 行');
    expect(await app.page('/desk/assets')).toContain('共 1 项');
  });

  it('keeps the file as it came, and the same file is the same import', async () => {
    const app = await aRegisterApp();

    const first = await upload(app, CSV);
    const again = await upload(app, CSV);

    const address = first.headers.get('location') ?? '';
    expect(again.headers.get('location')).toBe(address);
    const stored = await app.ports.files.get(`imports/${address.split('/').at(-1)}`);
    expect(new TextDecoder().decode(stored?.bytes)).toBe(CSV);
  });

  it('reads columns as the person says', async () => {
    const app = await aRegisterApp();
    const kept = await upload(app, '塘名,大小\n东塘,85\n小塘,40\n');
    const address = kept.headers.get('location') ?? '';

    expect(await app.page(address)).toContain('没有找到表头');
    const preview = await app.page(`${address}?sheet=0&head=1&c0=name&c1=area&u1=m2&class=fish_pond`);

    expect(preview).toContain('鱼塘,85 平方米');
    expect(preview).toContain('name="c1" value="area"');
  });

  it('reads a workbook whose class is one cell over several rows', async () => {
    const app = await aRegisterApp();
    const rows = [
      aRow(1, '资产名称', '资产类别', '面积(㎡)'),
      aRow(2, '一号仓库', '仓库', '85'),
      aRow(3, '二号仓库', '', '90'),
    ];
    const after = '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>';

    const kept = await upload(app, aWorkbook({ rows: rows.join(''), after }));

    expect(await app.page(kept.headers.get('location') ?? '')).toContain('仓库,90 平方米');
  });

  it.each([
    ['not a table', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1])],
    ['no file', ''],
  ])('is refused with the form again for %s', async (_, bytes) => {
    const app = await aRegisterApp();

    const answer = await upload(app, bytes);

    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('批量导入资产');
  });

  it('is nobody else’s: neither by owner nor by address', async () => {
    const app = await aRegisterApp();
    const address = (await upload(app, CSV)).headers.get('location') ?? '';

    expect((await upload(app, CSV, app.village, PEOPLE.foreignClerk)).status).toBe(404);
    expect((await app.request(address, {}, PEOPLE.foreignClerk)).status).toBe(404);
    expect((await app.send(address, { _key: 'form-key-w2' }, PEOPLE.foreignClerk)).status).toBe(404);
    expect((await app.request(address, {}, PEOPLE.accountant)).status).toBe(200);
  });
});

describe('the form of an owner', () => {
  it('is the office’s, and a doubtful code is stored with a warning', async () => {
    const app = await aRegisterApp();
    const fields = { _key: 'form-key-o1', name: '东林某社', kind: 'collective', division: '330502105200', uscc: '123' };

    expect((await app.send('/desk/owners', fields)).status).toBe(403);
    const made = await app.send('/desk/owners', fields, PEOPLE.office);

    expect(made.status).toBe(303);
    expect(await app.page(made.headers.get('location') ?? '', PEOPLE.office)).toContain('应为18位');
  });
});
