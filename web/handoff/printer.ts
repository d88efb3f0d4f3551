import { type Zippable, zipSync } from 'fflate';
import type { FilledDocument } from '#shared/domain/handoff/fill.ts';
import { TEMPLATE_FACTS, type TemplateKind } from '#shared/domain/handoff/template-kind.ts';
import type { BroughtFiles, Handoff, Printer, PrintFault } from '#shared/services/desk/handoff/handoff-ports.ts';
import { documentHtml } from './document-html.tsx';
import { handoffDocx } from './docx.ts';
import { documentOf, missingIn } from './printed.ts';
import { givesAwayReserve } from './reserve-leak.ts';
import { sheetOf } from './sheet.ts';
import { sheetHtml } from './sheet-table.tsx';
import { sheetXlsx } from './sheet-xlsx.ts';

/** The first moment a zip can name. The writer reads it in the machine's zone, so it is given in that. */
const NO_TIME = new Date(1980, 0, 1);

type Entry = readonly [path: string, content: Uint8Array];

function printed({ templates, source }: Handoff, kind: TemplateKind): FilledDocument {
  return documentOf(kind, templates, source);
}

function docx(handoff: Handoff, kind: TemplateKind): Promise<Uint8Array> {
  return handoffDocx(printed(handoff, kind), TEMPLATE_FACTS[kind].paper);
}

function textOf({ blocks }: FilledDocument): string {
  return blocks.map((block) => (block.kind === 'table' ? block.rows.flat().join('\n') : block.text)).join('\n');
}

function faults(handoff: Handoff, kinds: readonly TemplateKind[]): readonly PrintFault[] {
  const { source, templates, form } = handoff;
  const missing = new Set(kinds.flatMap((kind) => missingIn(kind, templates, source)));
  const isBefore = kinds.some((kind) => TEMPLATE_FACTS[kind].when === 'before');
  const texts = [
    ...kinds.map((kind) => textOf(printed(handoff, kind))),
    ...sheetOf(form, source).rows.map(({ value }) => value ?? ''),
  ];
  const isLeaking = isBefore && texts.some((text) => givesAwayReserve(text, source));
  return [
    ...[...missing].map((name) => ({ pointer: `/fields/${name}`, detail: `还缺:${name}` })),
    ...(isLeaking
      ? [{ pointer: '/fields/保留价', detail: '备注等文字里写出了保留价或决议最低价,结束前不能公开,请删去' }]
      : []),
  ];
}

/** Packs entries in their order, without times: equal contents give equal bytes. What is packed already is stored as it is. */
function zipOf(entries: readonly Entry[]): Uint8Array {
  const packed: Zippable = {};
  for (const [path, content] of entries) {
    packed[path] = [content, { level: /\.(?:docx|xlsx|jpg|png)$/i.test(path) ? 0 : 6, mtime: NO_TIME }];
  }
  return zipSync(packed);
}

async function packageZip(handoff: Handoff, { pictures, papers }: BroughtFiles): Promise<Uint8Array> {
  const { form, source } = handoff;
  const sheet = sheetOf(form, source);
  const text = new TextEncoder();
  const nameOf = (kind: TemplateKind) => TEMPLATE_FACTS[kind].name;
  return zipOf([
    ['公告.docx', await docx(handoff, 'notice')],
    ['公告.html', text.encode(documentHtml(printed(handoff, 'notice'), '公告', 'a4'))],
    ['字段表.xlsx', await sheetXlsx(sheet)],
    ['字段表.html', text.encode(sheetHtml(sheet))],
    [`${nameOf('checklist')}.docx`, await docx(handoff, 'checklist')],
    [`${nameOf(form.order)}.docx`, await docx(handoff, form.order)],
    ...pictures.map(({ name, bytes }): Entry => [`图片/${name}`, bytes]),
    ...papers.map(({ name, bytes }): Entry => [`附件/${name}`, bytes]),
  ]);
}

/** Prints documents and packages with the templates of the office. */
export const printer: Printer = { faults, document: docx, package: packageZip };
