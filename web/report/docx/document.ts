import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { passageText, type Report, type ReportSection, sourcesOf, stampText } from '../report.ts';
import { steadyZip } from '../steady-zip.ts';
import { body, caption, centred, heading, note, run, table, title } from './blocks.ts';
import { chart } from './chart.ts';
import { FONTS, PAGE, SIZES } from './fonts.ts';

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

const XML_ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function sectionBlocks({ name, passages, tables, charts }: ReportSection, index: number) {
  return [
    heading(`${NUMERALS[index] ?? index + 1}、${name}`),
    ...passages.map((passage) => body(passageText(passage))),
    ...tables.flatMap((each) => [
      caption(`表${each.number} ${each.name}`, true),
      table(each),
      ...each.notes.map((text) => note(`注:${text}`)),
    ]),
    ...charts.flatMap((each) => [chart(each), caption(`图${each.number} ${each.name}`, false)]),
  ];
}

/** The annexes: what the words mean, and where the numbers of the paragraph are found. */
function annexBlocks({ definitions, headline }: Report) {
  return [
    new Paragraph({ pageBreakBefore: true, children: [run('附件', FONTS.heading, SIZES.body)] }),
    caption('通报数字出处', true),
    table(sourcesOf(headline)),
    caption('指标解释', true),
    ...definitions.map(({ name, sentence }) => note(`${name}:${sentence}`)),
  ];
}

function footer({ stamp }: Report): Footer {
  const page = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    font: FONTS.plain,
    size: SIZES.footer,
  });
  return new Footer({
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, children: [page] }),
      new Paragraph({ alignment: AlignmentType.CENTER, children: [run(stampText(stamp), FONTS.plain, SIZES.stamp)] }),
    ],
  });
}

/** The file's own properties. The library would write the time of writing, so that no two files were ever alike. */
function coreProperties({ title: text, stamp }: Report): { readonly path: string; readonly data: string } {
  const escaped = text.replace(/[&<>]/g, (sign) => XML_ENTITIES[sign] ?? '');
  const data = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${escaped}</dc:title><dc:identifier>${stamp.factsHash}</dc:identifier>`,
    '</cp:coreProperties>',
  ].join('');
  return { path: 'docProps/core.xml', data };
}

/** The report as a Word document (通报); equal reports give equal bytes. */
export async function reportDocx(report: Report): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: report.title,
    styles: {
      default: {
        document: { run: { font: FONTS.body } },
        heading1: { run: { font: FONTS.heading, size: SIZES.body, color: '000000' } },
      },
    },
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: footer(report) },
        children: [
          title(report.title),
          centred(report.scope),
          ...(report.warning === null ? [] : [centred(report.warning)]),
          body(passageText(report.headline)),
          ...report.sections.flatMap(sectionBlocks),
          ...annexBlocks(report),
        ],
      },
    ],
  });
  return steadyZip(await Packer.toBuffer(document, false, [coreProperties(report)]));
}
