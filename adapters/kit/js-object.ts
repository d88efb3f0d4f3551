import type { AppError } from '#shared/errors/app-error.ts';
import { drift } from './refusal.ts';

/** A value a JavaScript literal can say. Objects have no prototype: every key is plain data, `__proto__` too. */
export type JsValue = string | number | boolean | null | undefined | readonly JsValue[] | JsObject;

/** An object literal by its keys. */
export interface JsObject {
  readonly [key: string]: JsValue;
}

/** As deep as a reader may recurse without danger; replies nest four or five levels. */
export const MAX_JS_DEPTH = 64;

/** Replies are a few thousand characters long; one of this length still reads in a tenth of a second. */
export const MAX_JS_LENGTH = 1_000_000;

const CONSTANTS: ReadonlyMap<string, JsValue> = new Map<string, JsValue>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', undefined],
]);

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', 0: '\0' };
const LINE_BREAK = /^[\n\r\u2028\u2029]/;

/** Sticky, and bounded or of one character class: reading takes time with the length alone. */
const SPACE = /\s*/y;
const LINE = /[^\n\r\u2028\u2029]*/y;
const NAME = /[\p{ID_Start}$_][\p{ID_Continue}$]{0,200}/uy;
const CALLEE = /[A-Za-z_$][\w$]{0,100}(?:\.[A-Za-z_$][\w$]{0,100}){0,8}/y;
const NUMBER = /[+-]?(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?![\w$.])/y;
const PLAIN = { '"': /[^"\\\n\r]*/y, "'": /[^'\\\n\r]*/y };
const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]{1,6})\}|(\r\n|0(?!\d)|[^xu\d]))/y;

/** Where reading stands. */
interface Cursor {
  readonly text: string;
  at: number;
}

/**
 * Reads a JavaScript object literal as sites send it where JSON is meant: bare keys, single quotes, comments,
 * trailing commas, `undefined`, alone or as the argument of one call (JSONP). Nothing is ever evaluated:
 * functions, calls, templates, getters, spreads, computed keys and any other expression are refused.
 * Of equal keys the last counts. Everything `JSON.stringify` writes is read as `JSON.parse` reads it.
 *
 * @example readJsObject("cb({alias:'A1234',price:\"1,000\",})") //=> { alias: 'A1234', price: '1,000' }
 * @throws AppError `DOCUMENT.DRIFT` naming the place, for anything else and for text too deep or too long
 */
export function readJsObject(text: string): JsValue {
  if (text.length > MAX_JS_LENGTH) throw refused(0, 'too long');
  const cursor: Cursor = { text, at: 0 };
  const isCall = passCallee(cursor);
  const value = readValue(cursor, 1);
  if (isCall) expect(cursor, ')');
  passIf(cursor, ';');
  if (cursor.at < text.length) throw refused(cursor.at, 'more than one value');
  return value;
}

/** Passes the name and parenthesis in front of a JSONP reply, or a parenthesis alone. */
function passCallee(cursor: Cursor): boolean {
  passGap(cursor);
  const start = cursor.at;
  match(cursor, CALLEE);
  if (passIf(cursor, '(')) return true;
  cursor.at = start;
  return false;
}

function readValue(cursor: Cursor, depth: number): JsValue {
  passGap(cursor);
  const first = cursor.text[cursor.at];
  if (first === '{' || first === '[') {
    if (depth > MAX_JS_DEPTH) throw refused(cursor.at, 'too deep');
    return first === '{' ? readObject(cursor, depth) : readArray(cursor, depth);
  }
  if (first === '"' || first === "'") return readString(cursor, first);
  const start = cursor.at;
  const name = match(cursor, NAME);
  if (name !== undefined) return readConstant(name, start);
  return readNumber(cursor);
}

function readObject(cursor: Cursor, depth: number): JsObject {
  const object: Record<string, JsValue> = Object.create(null);
  cursor.at += 1;
  while (!passIf(cursor, '}')) {
    const key = readKey(cursor);
    expect(cursor, ':');
    object[key] = readValue(cursor, depth + 1);
    if (passIf(cursor, '}')) break;
    expect(cursor, ',');
  }
  return object;
}

function readArray(cursor: Cursor, depth: number): readonly JsValue[] {
  const array: JsValue[] = [];
  cursor.at += 1;
  while (!passIf(cursor, ']')) {
    array.push(readValue(cursor, depth + 1));
    if (passIf(cursor, ']')) break;
    expect(cursor, ',');
  }
  return array;
}

function readKey(cursor: Cursor): string {
  const first = cursor.text[cursor.at];
  if (first === '"' || first === "'") return readString(cursor, first);
  return match(cursor, NAME) ?? String(readNumber(cursor));
}

function readConstant(name: string, at: number): JsValue {
  if (!CONSTANTS.has(name)) throw refused(at, 'not a literal');
  return CONSTANTS.get(name);
}

function readNumber(cursor: Cursor): number {
  const start = cursor.at;
  const number = Number(match(cursor, NUMBER) ?? Number.NaN);
  if (!Number.isFinite(number)) throw refused(start, 'not a literal');
  return number;
}

function readString(cursor: Cursor, quote: '"' | "'"): string {
  const start = cursor.at;
  let text = '';
  cursor.at += 1;
  while (cursor.at < cursor.text.length) {
    text += match(cursor, PLAIN[quote]) ?? '';
    if (cursor.text[cursor.at] === quote) {
      cursor.at += 1;
      return text;
    }
    text += readEscape(cursor);
  }
  throw refused(start, 'text without end');
}

function readEscape(cursor: Cursor): string {
  const start = cursor.at;
  ESCAPE.lastIndex = start;
  const found = ESCAPE.exec(cursor.text);
  if (found === null) throw refused(start, 'text without end');
  const [whole, byte, unit, point, sign = ''] = found;
  cursor.at += whole.length;
  const code = byte ?? unit ?? point;
  // An escaped line break only continues the text on the next line.
  if (code === undefined) return LINE_BREAK.test(sign) ? '' : (ESCAPES[sign] ?? sign);
  const number = Number.parseInt(code, 16);
  if (number > 0x10ffff) throw refused(start, 'no such character');
  return String.fromCodePoint(number);
}

/** Passes white space and comments. */
function passGap(cursor: Cursor): void {
  const { text } = cursor;
  for (;;) {
    match(cursor, SPACE);
    if (text.startsWith('//', cursor.at)) {
      match(cursor, LINE);
    } else if (text.startsWith('/*', cursor.at)) {
      const end = text.indexOf('*/', cursor.at + 2);
      if (end === -1) throw refused(cursor.at, 'comment without end');
      cursor.at = end + 2;
    } else {
      return;
    }
  }
}

/** Passes a sign and the gap behind it, if the sign is next. */
function passIf(cursor: Cursor, sign: string): boolean {
  passGap(cursor);
  if (cursor.text[cursor.at] !== sign) return false;
  cursor.at += 1;
  passGap(cursor);
  return true;
}

function expect(cursor: Cursor, sign: string): void {
  if (!passIf(cursor, sign)) throw refused(cursor.at, `no ${sign} here`);
}

function match(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0];
  cursor.at += found?.length ?? 0;
  return found;
}

function refused(at: number, reason: string): AppError {
  return drift('the text is no JavaScript literal', { at, reason });
}
