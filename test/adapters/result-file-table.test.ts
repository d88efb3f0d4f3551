import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Cell } from '#adapters/kit/table-cell.ts';
import { openTables } from '#adapters/kit/table-open.ts';
import { refusalOf } from './documents.ts';
import { aRow, aSheet, aWorkbook, toGbk } from './result-file-workbook.ts';

/** The cell A1 of a workbook whose only row is `<row>` around these cells. */
function cellOf(cells: string, parts: Parameters<typeof aWorkbook>[0] = {}): Cell | undefined {
  return openTables(aWorkbook({ ...parts, rows: `<row r="1">${cells}</row>` }))[0]?.rows[0]?.cells.get(0);
}

function refusalOfFile(bytes: Uint8Array) {
  return refusalOf(() => openTables(bytes));
}

describe('cells of a workbook', () => {
  it.each([
    ['a shared text', '<c t="s"><v>1</v></c>', { kind: 'text', text: '甲\r乙' }],
    [
      'text in place, in several runs',
      '<c t="inlineStr"><is><r><t>成</t></r><r><t>交</t></r></is></c>',
      { kind: 'text', text: '成交' },
    ],
    [
      'text beside its reading aid',
      '<c t="inlineStr"><is><t>成交</t><rPh><t>ChengJiao</t></rPh></is></c>',
      { kind: 'text', text: '成交' },
    ],
    ['a number', '<c><v>89093</v></c>', { kind: 'number', text: '89093' }],
    ['a number written with 17 digits', '<c><v>89093.100000000006</v></c>', { kind: 'number', text: '89093.1' }],
    ['a formula’s value', '<c><f>1+1</f><v>2</v></c>', { kind: 'number', text: '2' }],
    ['a formula’s text', '<c t="str"><f>T(A2)</f><v>成交</v></c>', { kind: 'text', text: '成交' }],
    ['a formula without value', '<c><f>1+1</f></c>', { kind: 'unusable', reason: 'a formula without its value' }],
    [
      'an error',
      '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      { kind: 'unusable', reason: 'the spreadsheet\'s error "#DIV/0!"' },
    ],
    ['a truth value', '<c t="b"><v>1</v></c>', { kind: 'unusable', reason: 'neither text, number nor date' }],
    [
      'text that starts as a formula',
      '<c t="inlineStr"><is><t>=cmd()</t></is></c>',
      { kind: 'unusable', reason: 'a formula without its value' },
    ],
    ['no number at all', '<c><v>Infinity</v></c>', { kind: 'unusable', reason: 'not a number' }],
    ['a blank', '<c s="1"/>', undefined],
  ])('hold %s', (_, cells, cell) => {
    const sharedTexts = '<si><t>x</t></si><si><r><t>甲_x000D_</t></r><r><t>乙</t></r></si>';

    expect(cellOf(`${cells}<c t="inlineStr"><is><t>.</t></is></c>`, { sharedTexts })).toEqual(cell);
  });

  it.each([
    ['yyyy/m/d', '45891', { kind: 'date', text: '2025-08-22' }],
    ['yyyy/m/d', '45891.375', { kind: 'date', text: '2025-08-22 09:00:00' }],
    ['yyyy"年"m"月"d"日" h:mm', '45891', { kind: 'date', text: '2025-08-22 00:00:00' }],
    ['[$-804]yyyy/m/d\\ 上午/下午h:mm;@', '45891.4166666667', { kind: 'date', text: '2025-08-22 10:00:00' }],
    ['yyyy"年"m"月"', '45891', { kind: 'unusable', reason: 'a month without its day' }],
    ['h:mm', '0.375', { kind: 'unusable', reason: 'a time without its day' }],
    ['yyyy/m/d', '60', { kind: 'unusable', reason: 'a date outside the calendar' }],
    ['yyyy/m/d', '2958466', { kind: 'unusable', reason: 'a date outside the calendar' }],
    ['#,##0.00"元";[Red]-#,##0.00', '12.5', { kind: 'number', text: '12.5' }],
    ['0!.0,"万元"', '89093', { kind: 'unusable', reason: 'a number that is shown in 万, 亿 or percent' }],
    ['0.00%', '0.1', { kind: 'unusable', reason: 'a number that is shown in 万, 亿 or percent' }],
  ])('are shown by the format %s: %s', (format, value, cell) => {
    expect(cellOf(`<c s="1"><v>${value}</v></c>`, { formats: [format] })).toEqual(cell);
  });

  it('count days from 1904 where the workbook says so', () => {
    const date1904 = { formats: ['yyyy/m/d'], workbookPr: '<workbookPr date1904="1"/>' };

    expect(cellOf('<c s="1"><v>44429</v></c>', date1904)).toEqual({ kind: 'date', text: '2025-08-22' });
  });

  it('stand where their names say, empty rows counted', () => {
    const [table] = openTables(
      aWorkbook({ rows: '<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row><row><c r="AB4"><v>3</v></c></row>' }),
    );

    expect(table?.rows.map(({ number, cells }) => [number, ...cells.keys()])).toEqual([
      [3, 2, 3],
      [4, 27],
    ]);
  });
});

describe('a workbook', () => {
  const bomb = new Uint8Array(21 * 1024 * 1024);

  it.each([
    ['cut off', aWorkbook({ rows: aRow(1, 'x') }).subarray(0, -30), { at: '/' }],
    ['that is another archive', zipSync({ 'a.txt': strToU8('x') }), { missing: 'xl/workbook.xml' }],
    [
      'without its sheet',
      aWorkbook({
        sheets: '<sheet name="b" r:id="r2"/>',
        relations: '<Relationship Id="r2" Type="x/worksheet" Target="b.xml"/>',
      }),
      { missing: 'xl/b.xml' },
    ],
    [
      'whose sheet is cut off',
      aWorkbook({ parts: { 'xl/worksheets/sheet1.xml': aSheet(aRow(1, 'x')).slice(0, -20) } }),
      { at: 'xl/worksheets/sheet1.xml', missing: 'worksheet' },
    ],
    [
      'whose sheet is no UTF-8',
      aWorkbook({ parts: { 'xl/worksheets/sheet1.xml': toGbk(aSheet(aRow(1, '湖州'))) } }),
      { at: 'xl/worksheets/sheet1.xml', missing: 'worksheet' },
    ],
    [
      'whose sheet is something else',
      aWorkbook({ parts: { 'xl/worksheets/sheet1.xml': '<html></html>' } }),
      { at: 'xl/worksheets/sheet1.xml', missing: 'worksheet' },
    ],
    ['that nests without end', aWorkbook({ rows: '<a>'.repeat(100_000) }), { at: 'xl/worksheets/sheet1.xml' }],
    ['of 21 MB of nought', aWorkbook({ parts: { 'xl/worksheets/sheet1.xml': bomb } }), { maxBytes: 20_971_520 }],
    [
      'of too many parts',
      zipSync(Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`${index}`, new Uint8Array()]))),
      { maxParts: 2_000 },
    ],
    [
      'with a text that is not there',
      aWorkbook({ rows: '<row><c t="s"><v>0</v></c></row>' }),
      { at: 'xl/worksheets/sheet1.xml' },
    ],
    [
      'with rows out of order',
      aWorkbook({ rows: aRow(2, 'x') + aRow(2, 'y') }),
      { at: 'xl/worksheets/sheet1.xml', after: 2 },
    ],
    [
      'with cells out of order',
      aWorkbook({ rows: '<row r="1"><c r="B1"><v>1</v></c><c r="B1"><v>2</v></c></row>' }),
      { at: 'xl/worksheets/sheet1.xml', row: 1 },
    ],
    ['with an unreadable merge', aWorkbook({ after: '<mergeCell ref="A1"/>' }), { at: 'xl/worksheets/sheet1.xml' }],
    ['of the old kind', Buffer.from('d0cf11e0a1b11ae1', 'hex'), { at: '/' }],
  ])('%s is drift', (_, bytes, details) => {
    expect(refusalOfFile(bytes)).toEqual({ code: 'DOCUMENT.DRIFT', details });
  });

  it('cannot unpack to more than it declares', () => {
    const bytes = Buffer.from(aWorkbook({ rows: aRow(1, 'x'.repeat(200_000)) }));
    const name = Buffer.from('xl/worksheets/sheet1.xml');
    const central = bytes.lastIndexOf(name) - 46;
    bytes.writeUInt32LE(100, central + 24);

    expect(refusalOfFile(bytes)?.details).toEqual({ at: 'xl/worksheets/sheet1.xml', missing: 'worksheet' });
  });

  it('loads nothing: entities of a document type stay as they are', () => {
    const hostile = `<!DOCTYPE worksheet [<!ENTITY e SYSTEM "file:///etc/hosts">]>${aSheet('<row><c t="str"><v>&e;</v></c></row>').replace(/<\?.*\?>/, '')}`;

    const [table] = openTables(aWorkbook({ parts: { 'xl/worksheets/sheet1.xml': hostile } }));

    expect(table?.rows[0]?.cells.get(0)).toEqual({ kind: 'text', text: '&e;' });
  });
});

describe('a table', () => {
  it.each([
    ['10,001 rows', 'x\n'.repeat(10_001), { maxRows: 10_000 }],
    ['a value in the 101st column', `${','.repeat(100)}x`, { maxColumns: 100 }],
    ['a broken quote', 'a,b\n1,"2', { line: 2 }],
    ['30,001 empty lines', `x${'\n'.repeat(30_001)}`, { maxRows: 10_000 }],
    ['a million commas', 'x'.concat(','.repeat(1_000_001)), { maxColumns: 100 }],
    ['a line without end', 'x'.repeat(101_000), { line: 1 }],
  ])('of %s is drift', (_, text, details) => {
    expect(refusalOfFile(Buffer.from(text))).toEqual({ code: 'DOCUMENT.DRIFT', details });
  });

  it('of 10,001 rows or 101 columns in a workbook is drift', () => {
    const rows = Array.from({ length: 10_001 }, (_, index) => aRow(index + 1, 'x')).join('');

    expect(refusalOfFile(aWorkbook({ rows }))?.details).toEqual({ maxRows: 10_000 });
    expect(refusalOfFile(aWorkbook({ rows: '<row><c r="CW1"><v>1</v></c></row>' }))?.details).toEqual({
      maxColumns: 100,
    });
  });

  it('may be formatted far beyond its values', () => {
    const rows =
      aRow(1, 'x') + Array.from({ length: 20_000 }, (_, index) => `<row r="${index + 2}"><c s="1"/></row>`).join('');

    expect(openTables(aWorkbook({ rows }))[0]?.rows).toHaveLength(1);
  });

  it.each([
    ['nothing', Buffer.from(' \n'), 'DOCUMENT.EMPTY'],
    ['neither UTF-8 nor GBK', Buffer.from('bafed6dd81ff2c31', 'hex'), 'DOCUMENT.ENCODING'],
  ])('of %s is refused', (_, bytes, code) => {
    expect(refusalOfFile(bytes)?.code).toBe(code);
  });
});
