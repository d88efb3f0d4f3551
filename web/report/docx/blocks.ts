import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type Cell, isNumeric } from '../cells.ts';
import type { ReportTable } from '../report.ts';
import { widthOf } from '../text-width.ts';
import { FONTS, LINE_PITCH, SIZES, TEXT_WIDTH } from './fonts.ts';

type Typeface = (typeof FONTS)[keyof typeof FONTS];

/** Words in a typeface and size. */
export function run(text: string, font: Typeface, size: number, bold = false): TextRun {
  return new TextRun({ text, font, size, bold });
}

/** The title (标题). */
export function title(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: LINE_PITCH },
    children: [run(text, FONTS.title, SIZES.title)],
  });
}

/** A line in the middle, such as the period under the title. */
export function centred(text: string): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, FONTS.body, SIZES.caption)] });
}

/** A heading of the first level, which Word's outline shows. */
export function heading(text: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    spacing: { before: LINE_PITCH / 2, line: LINE_PITCH, lineRule: LineRuleType.EXACT },
    indent: { firstLine: 2 * SIZES.body * 10 },
    children: [run(text, FONTS.heading, SIZES.body)],
  });
}

/** Running text, its first line two characters in. */
export function body(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    spacing: { line: LINE_PITCH, lineRule: LineRuleType.EXACT },
    indent: { firstLine: 2 * SIZES.body * 10 },
    children: [run(text, FONTS.body, SIZES.body)],
  });
}

/** What stands over a table or under a chart. */
export function caption(text: string, keepNext: boolean): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext,
    spacing: { before: 120, after: 120 },
    children: [run(text, FONTS.heading, SIZES.caption)],
  });
}

/** A remark in small print. */
export function note(text: string): Paragraph {
  return new Paragraph({ spacing: { before: 60, after: 60 }, children: [run(text, FONTS.plain, SIZES.table)] });
}

type Grid = Pick<ReportTable, 'headings' | 'rows'>;

/** Bounds of a column, in the widths of a Latin letter. */
const [FEWEST_LETTERS, MOST_LETTERS] = [4, 40];

/** With more columns than this a table is set smaller. */
const MOST_WIDE_COLUMNS = 9;

interface CellLayout {
  readonly width: number;
  readonly size: number;
  readonly isHeading: boolean;
}

function tableCell(cell: Cell, { width, size, isHeading }: CellLayout): TableCell {
  const alignment = isHeading ? AlignmentType.CENTER : isNumeric(cell) ? AlignmentType.RIGHT : AlignmentType.LEFT;
  const font = isHeading ? FONTS.heading : FONTS.plain;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 60, right: 60, top: 30, bottom: 30 },
    children: [new Paragraph({ alignment, children: [run(cell.text, font, size)] })],
  });
}

/** A column is as wide as its widest number; headings and sentences may run on in further lines. */
function columnWidths({ headings, rows }: Grid): readonly number[] {
  const wanted = headings.map((text, column) => {
    const widths = rows.map((row) => widthOf(row[column]?.text ?? ''));
    return Math.min(Math.max(Math.ceil(widthOf(text) / 2), ...widths, FEWEST_LETTERS), MOST_LETTERS);
  });
  const all = wanted.reduce((sum, each) => sum + each, 0);
  return wanted.map((each) => Math.floor((TEXT_WIDTH * each) / all));
}

/** A table over the whole width; its heading comes again on every page. */
export function table(of: Grid): Table {
  const widths = columnWidths(of);
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  const size = of.headings.length > MOST_WIDE_COLUMNS ? SIZES.smallTable : SIZES.table;
  const row = (cells: readonly Cell[], isHeading: boolean) =>
    new TableRow({
      tableHeader: isHeading,
      cantSplit: true,
      children: cells.map((cell, column) => tableCell(cell, { width: widths[column] ?? 0, size, isHeading })),
    });
  const headings = of.headings.map((text): Cell => ({ text, number: null, path: null }));
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [...widths],
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [row(headings, true), ...of.rows.map((cells) => row(cells, false))],
  });
}
