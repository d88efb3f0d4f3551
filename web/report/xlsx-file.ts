import writeExcelFile, { type Sheet, type Cell as XlsxCell } from 'write-excel-file/node';
import { type Cell, NUMBER_FORMATS } from './cells.ts';
import { passageText, type Report, type ReportSection, type ReportTable, sourcesOf, stampText } from './report.ts';
import { steadyZip } from './steady-zip.ts';

type Rows = XlsxCell[][];
type WorkbookSheet = Sheet<never>;

/** Text is written as text and never as a formula, whatever it begins with. */
function text(value: string, bold = false): XlsxCell {
  return { value, type: String, ...(bold ? { fontWeight: 'bold' } : {}) };
}

function tableCell({ text: shown, number, path }: Cell): XlsxCell {
  if (number !== null) return { value: number.value, type: Number, format: NUMBER_FORMATS[number.format] };
  return { value: shown, type: String, ...(path === null ? {} : { align: 'right' }) };
}

function heading(value: string): XlsxCell {
  return { value, type: String, fontWeight: 'bold', backgroundColor: '#D9E2F3', wrap: true, align: 'center' };
}

function tableRows({ number, name, headings, rows, notes }: ReportTable): Rows {
  return [
    [text(`表${number} ${name}`, true)],
    headings.map(heading),
    ...rows.map((row) => row.map(tableCell)),
    ...notes.map((note) => [text(`注:${note}`)]),
    [],
  ];
}

function columnsOf(tables: readonly Pick<ReportTable, 'headings'>[]): { width: number }[] {
  const most = Math.max(1, ...tables.map(({ headings }) => headings.length));
  return Array.from({ length: most }, (_, index) => ({ width: index === 0 ? 24 : 14 }));
}

function sectionSheet({ name, passages, tables }: ReportSection, before: Rows): WorkbookSheet {
  const lines = passages.map((passage) => [text(passageText(passage))]);
  return { sheet: name, columns: columnsOf(tables), data: [...before, ...lines, [], ...tables.flatMap(tableRows)] };
}

/** What stands above the first sheet: title, period, the paragraph, and the numbers of the paragraph one by one. */
function frontRows({ title, scope, warning, headline, stamp }: Report): Rows {
  const sources = sourcesOf(headline);
  return [
    [text(title, true)],
    [text(scope)],
    ...(warning === null ? [] : [[text(warning, true)]]),
    [text(stampText(stamp))],
    [text(passageText(headline))],
    sources.headings.map(heading),
    ...sources.rows.map((row) => row.map(tableCell)),
    [],
  ];
}

function definitionsSheet({ definitions, stamp }: Report): WorkbookSheet {
  const rows = definitions.map(({ name, sentence }) => [text(name), text(sentence)]);
  return {
    sheet: '指标解释',
    columns: [{ width: 24 }, { width: 120 }],
    data: [[heading('指标'), heading('解释')], ...rows, [], [text(stampText(stamp))]],
  };
}

function lotsSheet({ lots }: Report): WorkbookSheet {
  const tooMany =
    lots.rows.length < lots.total ? [[text(`共 ${lots.total} 个标的,超出一份文件的容量,未列出;请缩小范围。`)]] : [];
  const data = [lots.headings.map(heading), ...lots.rows.map((row) => row.map(tableCell)), ...tooMany];
  return { sheet: '标的明细', stickyRowsCount: 1, columns: columnsOf([lots]), data };
}

/** The report as an Excel workbook, a sheet for each part; equal reports give equal bytes. */
export async function reportXlsx(report: Report): Promise<Uint8Array<ArrayBuffer>> {
  const [first, ...others] = report.sections;
  const sheets = [
    ...(first === undefined ? [] : [sectionSheet(first, frontRows(report))]),
    ...others.map((section) => sectionSheet(section, [])),
    definitionsSheet(report),
    lotsSheet(report),
  ];
  return steadyZip(await writeExcelFile(sheets, { fontFamily: '宋体', fontSize: 11 }).toBuffer());
}
