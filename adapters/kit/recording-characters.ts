import { decodeExactly, type Page } from './page.ts';

/** One character of a page as it reads, and the bytes that write it: `王` may be two bytes of GBK or `\u738b`. */
export interface WrittenCharacter {
  readonly character: string;
  readonly from: number;
  readonly to: number;
}

const ESCAPE = /\\u([0-9a-fA-F]{4})|&#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));/y;

/** Reads a page character by character; undefined when a byte of it is not of its charset. */
export function readCharacters(page: Page): readonly WrittenCharacter[] | undefined {
  const text = decodeExactly(page);
  if (text === undefined) return undefined;
  const found: WrittenCharacter[] = [];
  let at = 0;
  for (let index = 0; index < text.length; ) {
    const escaped = readEscape(text, index);
    const written = escaped?.written ?? String.fromCodePoint(text.codePointAt(index) ?? 0);
    const to = at + (escaped === undefined ? lengthOf(page, at, written) : written.length);
    found.push({ character: escaped?.character ?? written, from: at, to });
    index += written.length;
    at = to;
  }
  return found;
}

function readEscape(text: string, index: number): { readonly written: string; readonly character: string } | undefined {
  const sign = text[index];
  if (sign !== '\\' && sign !== '&') return undefined;
  ESCAPE.lastIndex = index;
  const match = ESCAPE.exec(text);
  if (match === null) return undefined;
  const [written, unit, hex, decimal] = match;
  const code = Number.parseInt(unit ?? hex ?? decimal ?? '', unit === undefined && hex === undefined ? 10 : 16);
  // Half a pair or a sign nobody can write is left as it stands.
  const isWhole = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isWhole ? { written, character: String.fromCodePoint(code) } : undefined;
}

/** Bytes of a character that is not escaped. */
function lengthOf({ charset, bytes }: Page, at: number, character: string): number {
  if (charset === 'utf-8') return Buffer.byteLength(character);
  if ((bytes[at] ?? 0) < 0x81) return 1;
  const second = bytes[at + 1] ?? 0;
  return second >= 0x30 && second <= 0x39 ? 4 : 2;
}
