import type { Span } from './json-place.ts';

/** What one step of a CSS path asks of a start tag. */
interface Step {
  readonly tag: string | undefined;
  readonly classes: readonly string[];
  /** The how-manieth such tag, from 1. */
  readonly nth: number;
}

/** Bounded: the text is hostile. */
const START_TAG = /<([a-z][a-z0-9]{0,30})((?:[\s/][^<>]{0,2000})?)>/gi;
const CLASS = /\sclass\s{0,4}=\s{0,4}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const STEP = /^([a-z][a-z0-9]*)?((?:\.[\w-]+)*)(?::nth-of-type\((\d{1,6})\))?$/i;

/** How much of an element is shown when nothing tells where it ends. */
const ELEMENT_CHARACTERS = 400;

function readSteps(path: string): readonly Step[] | undefined {
  const steps: Step[] = [];
  for (const written of path.trim().split(/\s*>\s*|\s+/)) {
    const match = STEP.exec(written);
    if (match === null || written === '') return undefined;
    const classes = (match[2] ?? '').split('.').filter((name) => name !== '');
    steps.push({ tag: match[1]?.toLowerCase(), classes, nth: Number(match[3] ?? 1) });
  }
  return steps;
}

function isWanted(step: Step, tag: string, attributes: string): boolean {
  if (step.tag !== undefined && step.tag !== tag.toLowerCase()) return false;
  if (step.classes.length === 0) return true;
  const [, double, single, bare] = CLASS.exec(attributes) ?? [];
  const has = new Set((double ?? single ?? bare ?? '').split(/\s+/));
  return step.classes.every((name) => has.has(name));
}

function findTag(text: string, step: Step, from: number): Span | undefined {
  let left = step.nth;
  START_TAG.lastIndex = from;
  for (let tag = START_TAG.exec(text); tag !== null; tag = START_TAG.exec(text)) {
    if (!isWanted(step, tag[1] ?? '', tag[2] ?? '')) continue;
    left -= 1;
    if (left === 0) return { start: tag.index, end: START_TAG.lastIndex };
  }
  return undefined;
}

/**
 * Finds the element a CSS path of a complaint means, such as `div.product:nth-of-type(2) .prod-price`, in markup as it
 * stands: each step is the n-th matching start tag after the one before. A step that is not there ends the search at the
 * one before it. Undefined for other paths, or when not even the first step is found.
 */
export function findElementByPath(text: string, path: string): Span | undefined {
  const steps = readSteps(path);
  let reached: Span | undefined;
  for (const step of steps ?? []) {
    const tag = findTag(text, step, reached?.end ?? 0);
    if (tag === undefined) break;
    reached = tag;
  }
  return reached && { start: reached.start, end: Math.min(text.length, reached.end + ELEMENT_CHARACTERS) };
}

/** Where the data of a named script element begins, for every element of that name outside comments. */
export function scriptDataStarts(text: string, name: string): readonly number[] {
  const starts: number[] = [];
  for (const quote of ['"', "'"]) {
    const mark = `id=${quote}${name}${quote}`;
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length)) {
      const isComment = text.lastIndexOf('<!--', at) > text.lastIndexOf('-->', at);
      const content = text.indexOf('>', at);
      if (!isComment && content !== -1) starts.push(content + 1);
    }
  }
  return starts;
}
