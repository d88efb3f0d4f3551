import type { FieldName, FieldValues } from './fields.ts';
import { fieldFacts } from './fields.ts';
import { printedPunctuation } from './punctuation.ts';
import type { Part, TemplateLine } from './template.ts';

/** A piece of a document, ready to be set in any form. */
export type FilledBlock =
  | { readonly kind: 'title' | 'heading' | 'paragraph' | 'clause' | 'signature'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** A template filled with what is known of a listing. */
export interface FilledDocument {
  readonly blocks: readonly FilledBlock[];
  /** What the document needs and nobody knows: it prints 〔待补:名称〕 in its place. */
  readonly missing: readonly FieldName[];
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

function isUnknown(value: FieldValues[FieldName]): boolean {
  return value === undefined || value.length === 0;
}

function fieldsIn({ cells }: TemplateLine): readonly FieldName[] {
  return cells.flat().flatMap((part) => ('field' in part ? [part.field] : []));
}

function textOf(parts: readonly Part[], values: FieldValues): string {
  const pieces = parts.map((part) => {
    if ('text' in part) return part.text;
    const value = values[part.field];
    if (value === undefined || isUnknown(value)) return `〔待补:${part.field}〕`;
    return typeof value === 'string' ? value : value.join(';');
  });
  return printedPunctuation(pieces.join(''));
}

/** The texts of a line: several where it carries a list and is no row of a table, whose cells hold a list in one. */
function textsOf(line: TemplateLine, values: FieldValues): readonly string[] {
  const [parts = []] = line.cells;
  const list = fieldsIn(line).find((name) => fieldFacts(name).isList);
  const entries = list === undefined ? undefined : values[list];
  if (list === undefined || typeof entries !== 'object') return [textOf(parts, values)];
  return entries.map((entry) => textOf(parts, { ...values, [list]: entry }));
}

interface Numbering {
  heading: number;
  clause: number;
}

function numbered(kind: Exclude<TemplateLine['kind'], 'row'>, text: string, numbering: Numbering): FilledBlock {
  if (kind === 'heading') {
    numbering.clause = 0;
    numbering.heading += 1;
    return { kind, text: `${NUMERALS[numbering.heading - 1] ?? numbering.heading}、${text}` };
  }
  if (kind === 'clause') {
    numbering.clause += 1;
    return { kind, text: `${numbering.clause}.${text}` };
  }
  return { kind, text };
}

function withRow(blocks: readonly FilledBlock[], row: readonly string[]): FilledBlock[] {
  const last = blocks.at(-1);
  return last?.kind === 'table'
    ? [...blocks.slice(0, -1), { kind: 'table', rows: [...last.rows, row] }]
    : [...blocks, { kind: 'table', rows: [row] }];
}

/** Fills a template: optional lines without their facts fall away, what others miss is printed as missing and named. */
export function fillTemplate(lines: readonly TemplateLine[], values: FieldValues): FilledDocument {
  const isLeftOut = (line: TemplateLine) => line.isOptional && fieldsIn(line).some((name) => isUnknown(values[name]));
  const printed = lines.filter((line) => !isLeftOut(line));
  const numbering: Numbering = { heading: 0, clause: 0 };
  let blocks: FilledBlock[] = [];
  for (const line of printed) {
    const { kind, cells } = line;
    if (kind === 'row') {
      blocks = withRow(
        blocks,
        cells.map((cell) => textOf(cell, values)),
      );
    } else {
      blocks.push(...textsOf(line, values).map((text) => numbered(kind, text, numbering)));
    }
  }
  const missing = printed.flatMap(fieldsIn).filter((name) => isUnknown(values[name]));
  return { blocks, missing: [...new Set(missing)] };
}
