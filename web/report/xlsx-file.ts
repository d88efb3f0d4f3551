import { passageText, type Report, type ReportSection, type ReportTable, sourcesOf, stampText } from './report.ts';
import {
  columnsOf,
  heading,
  listSheet,
  type Rows,
  tableCell,
  text,
  type WorkbookSheet,
  workbookOf,
} from './xlsx-sheet.ts';

function tableRows({ number, name, headings, rows, notes }: ReportTable): Rows {
  return [
    [text(`表${number} ${name}`, true)],
    headings.map(heading),
    ...rows.map((row) => row.map(tableCell)),
    ...notes.map((note) => [text(`注:${note}`)]),
    [],
  ];
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
  return listSheet('标的明细', lots, tooMany);
}

/** The report as an Excel workbook, a sheet for each part; equal reports give equal bytes. */
export function reportXlsx(report: Report): Promise<Uint8Array<ArrayBuffer>> {
  const [first, ...others] = report.sections;
  const sheets = [
    ...(first === undefined ? [] : [sectionSheet(first, frontRows(report))]),
    ...others.map((section) => sectionSheet(section, [])),
    definitionsSheet(report),
    lotsSheet(report),
  ];
  return workbookOf(sheets);
}
