import {
  AlignmentType,
  BorderStyle,
  Document,
  LineRuleType,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx';
import type { FilledBlock, FilledDocument } from '#shared/domain/handoff/fill.ts';
import { run } from '../report/docx/blocks.ts';
import { FONTS, LINE_PITCH, PAGE, SIZES, TEXT_WIDTH } from '../report/docx/fonts.ts';
import { steadyZip } from '../report/steady-zip.ts';

/** Twips of a millimetre. */
const MM = 1440 / 25.4;

/** How large a document is set. A wall print is read from a step away: one and a half times the size. */
interface Setting {
  readonly page: { readonly size: { width: number; height: number }; readonly margin: typeof PAGE.margin };
  readonly width: number;
  readonly scale: number;
}

const A4: Setting = { page: PAGE, width: TEXT_WIDTH, scale: 1 };
const A3: Setting = {
  page: { size: { width: Math.round(297 * MM), height: Math.round(420 * MM) }, margin: PAGE.margin },
  width: Math.round(297 * MM) - PAGE.margin.left - PAGE.margin.right,
  scale: 1.5,
};

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const LABEL_SHARE = 0.25;

function sized(half: number, { scale }: Setting): number {
  return Math.round(half * scale);
}

function line(setting: Setting) {
  return { line: Math.round(LINE_PITCH * setting.scale), lineRule: LineRuleType.EXACT };
}

function tableOf(rows: readonly (readonly string[])[], setting: Setting): Table {
  const columns = Math.max(...rows.map((row) => row.length));
  const label = Math.round(setting.width * LABEL_SHARE);
  const widths =
    columns === 2
      ? [label, setting.width - label]
      : Array.from({ length: columns }, () => Math.floor(setting.width / columns));
  return new Table({
    width: { size: setting.width, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: widths.map(
            (width, column) =>
              new TableCell({
                width: { size: width, type: WidthType.DXA },
                margins: { left: 80, right: 80, top: 60, bottom: 60 },
                children: [
                  new Paragraph({ children: [run(row[column] ?? '', FONTS.body, sized(SIZES.caption, setting))] }),
                ],
              }),
          ),
        }),
    ),
  });
}

function blockOf(block: FilledBlock, setting: Setting): Paragraph | Table {
  const size = sized(SIZES.body, setting);
  const indent = { firstLine: 2 * size * 10 };
  switch (block.kind) {
    case 'table':
      return tableOf(block.rows, setting);
    case 'title':
      return new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { after: LINE_PITCH },
        children: [run(block.text, FONTS.title, sized(SIZES.title, setting))],
      });
    case 'heading':
      return new Paragraph({
        keepNext: true,
        spacing: { before: LINE_PITCH / 2, ...line(setting) },
        indent,
        children: [run(block.text, FONTS.heading, size)],
      });
    case 'signature':
      return new Paragraph({
        alignment: AlignmentType.RIGHT,
        spacing: line(setting),
        children: [run(block.text, FONTS.body, size)],
      });
    case 'paragraph':
    case 'clause':
      return new Paragraph({
        alignment: AlignmentType.BOTH,
        spacing: line(setting),
        indent,
        children: [run(block.text, FONTS.body, size)],
      });
  }
}

/** The file's own properties without the time of writing, which would make no two files alike. */
const CORE_PROPERTIES = {
  path: 'docProps/core.xml',
  data: [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  ].join(''),
};

/** A document as Word opens it, in the typefaces of official documents; equal documents give equal bytes. */
export async function handoffDocx({ blocks }: FilledDocument, paper: 'a4' | 'a3'): Promise<Uint8Array<ArrayBuffer>> {
  const setting = paper === 'a3' ? A3 : A4;
  const document = new Document({
    styles: { default: { document: { run: { font: FONTS.body } } } },
    sections: [{ properties: { page: setting.page }, children: blocks.map((block) => blockOf(block, setting)) }],
  });
  return steadyZip(await Packer.toBuffer(document, false, [CORE_PROPERTIES]));
}
