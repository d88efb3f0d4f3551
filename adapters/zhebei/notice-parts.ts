import { drift } from '../kit/refusal.ts';
import { quote } from '../kit/rows.ts';
import { readNumeral } from './numerals.ts';

/** One section (标段, 标的) of a notice as it stands there. */
export interface Section {
  /** The number after the word 标段 or 标的, else its place in the list; undefined when the two differ. */
  readonly number: number | undefined;
  readonly text: string;
}

/** A notice taken apart. */
export interface NoticeParts {
  readonly title: string;
  /** Lines between the title and the first part: date of publication, seller, time and place of the sale. */
  readonly head: readonly string[];
  readonly sections: readonly Section[];
  /** All lines after the head but the sections'. */
  readonly rest: readonly string[];
}

const PART = /^[一二三四五六七八九十]{1,3}[、.] ?(.*)$/;
const LOTS_PART = /^(?:拍卖)?标的(?:物)?(?:及|的|基本|概况|情况|\(|:|$)/;
/** 1)标段一:, (2)标的2:, 标段三、 */
const WORDED =
  /^(?:\(?(\d{1,2})[).、] ?)?(?:标段|标的) ?([一二三四五六七八九十]{1,3}|\d{1,2})(?: ?[:.、,] ?| |(?=\())(?!标[段的])(.*)$/;
/** 1. or (1) or 1、 */
const LISTED = /^\(?(\d{1,2})[).、](?!\d) ?(.*)$/;
const AFTER_SECTIONS = /^(?:以上|上述|特别说明|说明|备注|注[:\d]|附)/;
/** Notices about a notice: what they say of a lot is not its announcement. */
const OTHER_NOTICE = /更正|变更|补充|延期|中止|暂停|暂缓|撤回|取消|终止|结果|成交/;
const AFTER_NOTICE = /^(?:上一篇|下一篇|相关公告)/;

/**
 * Takes a notice apart.
 * @throws AppError `DOCUMENT.DRIFT` without the title or the lots of a notice of sale (拍卖公告)
 */
export function takeApart(lines: readonly string[]): NoticeParts {
  const titleAt = lines.findIndex((line) => /.{4}拍卖(?:会)?公告$/.test(line) && !line.includes('>'));
  const title = lines[titleAt];
  if (title === undefined) throw drift('not a notice of sale', { missing: '拍卖公告' });
  if (OTHER_NOTICE.test(title)) throw drift('not a notice of sale', { title: quote(title) });
  const body = upTo(lines.slice(titleAt + 1), AFTER_NOTICE);

  const lotsAt = body.findIndex((line) => LOTS_PART.test(PART.exec(line)?.[1] ?? ''));
  if (lotsAt === -1) throw drift('a part of the notice is missing', { missing: '拍卖标的' });
  const [heading = '', ...after] = body.slice(lotsAt);
  const lotLines = upTo(after, PART);
  const inHeading = /: ?(.+)$/.exec(heading)?.[1];
  const own = upTo(lotLines, AFTER_SECTIONS);
  const sections = toSections(inHeading === undefined ? own : [inHeading, ...own]);
  if (sections.length === 0) throw drift('the notice names no lot', { at: '拍卖标的' });
  return { title, head: body.slice(0, lotsAt), sections, rest: after.slice(own.length) };
}

/** Sections start at 标段一 and its like; where none do, at list numbers; without either the whole is one section. */
function toSections(lines: readonly string[]): readonly Section[] {
  const start = [WORDED, LISTED].find((pattern) => lines.some((line) => pattern.test(line)));
  if (start === undefined) return lines.length === 0 ? [] : [{ number: 1, text: lines.join('\n') }];
  const sections: { number: number | undefined; text: string }[] = [];
  for (const line of lines) {
    const match = start.exec(line);
    const last = sections.at(-1);
    if (match !== null) sections.push({ number: numberOf(match), text: match.at(-1) ?? '' });
    else if (last !== undefined) last.text += `\n${line}`;
  }
  return sections;
}

function numberOf([, listed, worded, text]: RegExpExecArray): number | undefined {
  if (text === undefined) return Number(listed) || undefined;
  const inWords = readNumeral(worded ?? '');
  return listed === undefined || Number(listed) === inWords ? inWords : undefined;
}

function upTo(lines: readonly string[], end: RegExp): readonly string[] {
  const at = lines.findIndex((line) => end.test(line));
  return at === -1 ? lines : lines.slice(0, at);
}
