import { COMPLAINT_PHRASES } from './complaint-phrases.ts';
import { differenceLabel } from './difference-text.ts';

const TYPE_TEXT: ReadonlyMap<string, string> = new Map([
  ['string', '文字'],
  ['number', '数'],
  ['int', '整数'],
  ['boolean', '是或否'],
  ['array', '列表'],
  ['tuple', '列表'],
  ['object', '对象'],
  ['record', '对象'],
]);

/** Wordings that name, count or point at something: what stays the same, and how it reads in Chinese. */
const PATTERNS: readonly (readonly [RegExp, (first: string, second: string) => string])[] = [
  [/^not of type (\w+)$/, (type) => `类型不是${TYPE_TEXT.get(type) ?? ` ${type}`}`],
  [/^unknown code (\S+)$/, (code) => `没见过的代码 ${code}`],
  [/^unknown code (\S+), with the reason$/, (code) => `没见过的代码 ${code},所附原因`],
  [/^before (\w+)$/, (milestone) => `早于${milestone === 'endedAt' ? '竞价结束' : differenceLabel(milestone)}`],
  [/^another amount than (\S+)$/, (path) => `与 ${path} 写的金额不同`],
  [/^says something else of the same lot than (.+)$/, (path) => `与 ${path} 说的是同一标的,内容却不同`],
  [/^says something else of the same bidder than (.+)$/, (path) => `与 ${path} 说的是同一竞买号,内容却不同`],
  [/^says something else of the same bid than (.+)$/, (path) => `与 ${path} 说的是同一次出价,内容却不同`],
  [/^(\S+) of (\S+) is not a time$/, (name, element) => `${element} 的 ${name} 不是时间`],
  [/^(\S+) of (\S+) is not after data-start$/, (name, element) => `${element} 的 ${name} 不晚于 data-start`],
  [
    /^days without time of day, left unsaid: (\d+|\*)$/,
    (count) => `有${count === '*' ? '若干' : ` ${count} `}行只写了日期、没有时刻,这一项留空`,
  ],
  [/^no (\S) here$/, (sign) => `此处缺少 ${sign}`],
  // The details a refusal adds, by their names.
  [/^missing (.+)$/s, (what) => `缺少${sentence(what) ?? ` ${what}`}`],
  [/^reason (.+)$/s, (reason) => sentence(reason) ?? reason],
  [/^kind (.+)$/s, (kind) => `类型:${sentence(kind) ?? kind}`],
  [/^found (.+)$/s, (found) => `文件里是 ${found}`],
  [/^supported (.+)$/s, (supported) => `支持的是 ${supported}`],
  [/^title (.+)$/s, (title) => `标题是 ${title}`],
  [/^field (.+)$/s, (field) => `项目:${differenceLabel(field)}`],
  [/^heading (.+)$/s, (heading) => `表头:${heading}`],
  [/^code (.+)$/s, (code) => `平台的错误代码 ${code}`],
  [/^subCode (.+)$/s, (code) => `平台的错误子代码 ${code}`],
  [/^call (.+)$/s, (call) => `接口 ${call}`],
  [/^documentId (.+)$/s, (id) => `文件 ${id}`],
];

/** One sentence in Chinese; undefined where it is worded in no known way. */
function sentence(reason: string): string | undefined {
  return COMPLAINT_PHRASES.get(reason) ?? patternText(reason) ?? headingText(reason) ?? quoteText(reason);
}

function patternText(reason: string): string | undefined {
  for (const [pattern, text] of PATTERNS) {
    const [found, first = '', second = ''] = pattern.exec(reason) ?? [];
    if (found !== undefined) return text(first, second);
  }
  return undefined;
}

/** A complaint about a cell names the heading it stands under. */
function headingText(reason: string): string | undefined {
  const [, rest, heading = ''] = /^(.+) under ([^":]+)$/s.exec(reason) ?? [];
  const text = rest && sentence(rest);
  return text && `“${differenceLabel(heading)}”:${text}`;
}

/** A complaint about a value ends with the value. */
function quoteText(reason: string): string | undefined {
  const [, rest, quoted = ''] = /^([^"]+?):? (".*)$/s.exec(reason) ?? [];
  const text = rest && sentence(rest);
  return text && `${text}:${quoted}`;
}

/**
 * Says in Chinese what a complaint (待核原因) says in its stable English wording. Values it quotes stay as they are; so does
 * a wording nobody knows.
 *
 * @example complaintText('unknown word "交易失败" under 结果') //=> '“结果”:没见过的词:"交易失败"'
 */
export function complaintText(reason: string): string {
  // A refusal strings its details together; a semicolon inside a quoted value parts nothing.
  const parts = reason.match(/(?:"[^"]*"|[^;]|;(?! ))+/g) ?? [];
  const texts = parts.map((part) => ({ part: part.trim(), text: sentence(part.trim()) }));
  if (texts.every(({ text }) => text === undefined)) return reason;
  return texts.map(({ part, text }) => text ?? part).join(';');
}

/**
 * Names in Chinese the place a complaint points at: a cell or column of a table, or a fact of the lot. Undefined for places
 * that only the document's own path names.
 *
 * @example placeText('/Sheet1!F7') //=> '工作表“Sheet1”,F7 单元格'
 */
export function placeText(path: string): string | undefined {
  const [, sheet, column, row = '*'] = /^\/(?:([^/]*)!)?([A-Z]{1,3})(\d{1,7}|\*)?$/.exec(path) ?? [];
  if (column !== undefined) {
    const cell = row === '*' ? `${column} 列` : `${column}${row} 单元格`;
    return sheet === undefined ? cell : `工作表“${sheet}”,${cell}`;
  }
  const fact = path.slice(1);
  const label = differenceLabel(fact);
  return label === fact ? undefined : label;
}
