import { type Cell, isNumeric, words } from './cells.ts';
import { passageText, type Report, type ReportTable, stampText } from './report.ts';
import { widthOf } from './text-width.ts';

/** Fills a text up to a width: numbers stand on the right. */
function padded(text: string, width: number, isRight: boolean): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return isRight ? blanks + text : text + blanks;
}

function tableLines({ number, name, headings, rows, notes }: ReportTable): readonly string[] {
  const widths = headings.map((text, column) =>
    Math.max(widthOf(text), ...rows.map((row) => widthOf(row[column]?.text ?? ''))),
  );
  const line = (cells: readonly Cell[]) =>
    cells
      .map((cell, column) => padded(cell.text, widths[column] ?? 0, isNumeric(cell)))
      .join('  ')
      .trimEnd();
  return [
    `表${number} ${name}`,
    line(headings.map(words)),
    ...rows.map(line),
    ...notes.map((note) => `注:${note}`),
    '',
  ];
}

/** The report for terminals and plain mail: words and tables, without charts and the list of lots. */
export function reportText(report: Report): string {
  const { title, scope, warning, headline, sections, definitions, stamp } = report;
  const parts = sections.flatMap(({ name, passages, tables }) => [
    `【${name}】`,
    ...passages.map(passageText),
    '',
    ...tables.flatMap(tableLines),
  ]);
  const lines = [
    title,
    scope,
    ...(warning === null ? [] : [warning]),
    '',
    passageText(headline),
    '',
    ...parts,
    '【指标解释】',
    ...definitions.map(({ name, sentence }) => `${name}:${sentence}`),
    '',
    stampText(stamp),
  ];
  return `${lines.join('\n')}\n`;
}
