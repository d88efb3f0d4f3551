import { type FieldName, fieldFacts, isFieldName } from './fields.ts';
import { TEMPLATE_FACTS, type TemplateKind } from './template-kind.ts';

/** A piece of a line: words as they stand, or a placeholder. */
export type Part = { readonly text: string } | { readonly field: FieldName };

/** A line of a template. `row` has one entry of `cells` per column, everything else has one. */
export interface TemplateLine {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'clause' | 'row' | 'signature';
  /** Written with a leading `?`: left out when one of its placeholders is unknown. Others print what is missing. */
  readonly isOptional: boolean;
  readonly cells: readonly (readonly Part[])[];
}

/** Something wrong in a template, by line from 1. */
export interface TemplateFault {
  readonly line: number;
  /** Chinese. */
  readonly problem: string;
}

export interface ParsedTemplate {
  readonly lines: readonly TemplateLine[];
  readonly faults: readonly TemplateFault[];
}

/** How a line begins decides what it is; anything else is a paragraph. */
const BEGINNINGS = [
  ['heading', /^##\s*/],
  ['title', /^#\s*/],
  ['clause', /^\d+[.、]\s*/],
  ['signature', /^>\s*/],
  ['row', /^\|/],
] as const satisfies readonly (readonly [TemplateLine['kind'], RegExp])[];

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** As much as anybody prints; more is a mistake. */
const LONGEST_TEMPLATE = 20_000;

function readParts(text: string): readonly (Part | string)[] {
  const parts: (Part | string)[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    const name = match[1] ?? '';
    parts.push(isFieldName(name) ? { field: name } : name);
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

function cellsOf(kind: TemplateLine['kind'], text: string): readonly string[] {
  if (kind !== 'row') return [text];
  return text
    .replace(/\|\s*$/, '')
    .split('|')
    .map((cell) => cell.trim());
}

function problemWith(part: Part | string, kind: TemplateKind): string | undefined {
  if (typeof part === 'string') return `没有“${part}”这个占位符,请从右侧列表中选用`;
  if ('text' in part) {
    return /\{\{|\}\}/.test(part.text) ? '占位符的花括号没有成对,应写作 {{名称}}' : undefined;
  }
  const { name, when, isPublic } = TEMPLATE_FACTS[kind];
  const { isResult, isPersonal } = fieldFacts(part.field);
  if (isResult && when === 'before') return `“${part.field}”在竞价结束后才有,不能用于${name}`;
  if (isPersonal && isPublic) return `“${part.field}”含个人姓名,不能用于公开的${name}`;
  return undefined;
}

/**
 * Reads a template. A line is a title (`# `), a heading (`## `, numbered 一、二、), a clause (`1. `, numbered anew under each
 * heading), a row of a table (`| a | b |`), a line of the signature block (`> `) or else a paragraph; `?` before any of
 * them leaves it out when a placeholder in it is unknown. Empty lines only separate tables.
 */
export function parseTemplate(kind: TemplateKind, text: string): ParsedTemplate {
  const faults: TemplateFault[] = [];
  const lines = text
    .slice(0, LONGEST_TEMPLATE)
    .split(/\r?\n/)
    .flatMap((written, index): TemplateLine[] => {
      const isOptional = /^\s*\?/.test(written);
      const plain = written.replace(/^\s*\?/, '').trim();
      if (plain === '') return [];
      const [lineKind, mark] =
        BEGINNINGS.find(([, beginning]) => beginning.test(plain)) ?? (['paragraph', /^/] as const);
      const read = cellsOf(lineKind, plain.replace(mark, '')).map(readParts);
      for (const part of read.flat()) {
        const problem = problemWith(part, kind);
        if (problem !== undefined) faults.push({ line: index + 1, problem });
      }
      return [
        { kind: lineKind, isOptional, cells: read.map((cell) => cell.filter((part) => typeof part !== 'string')) },
      ];
    });
  if (text.length > LONGEST_TEMPLATE) faults.push({ line: 1, problem: `模板太长,最多 ${LONGEST_TEMPLATE} 字` });
  if (lines[0]?.kind !== 'title') faults.push({ line: 1, problem: '第一行应是标题,以“# ”开头' });
  return { lines, faults };
}
