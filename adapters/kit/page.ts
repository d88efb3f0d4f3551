import { isUtf8 } from 'node:buffer';
import { AppError } from '#shared/errors/app-error.ts';

type Charset = 'utf-8' | 'gbk';

/** A page (页面) whose charset is settled, without its byte order mark. */
export interface Page {
  readonly bytes: Buffer;
  readonly charset: Charset;
}

const EXACT = { 'utf-8': new TextDecoder('utf-8', { fatal: true }), gbk: new TextDecoder('gbk', { fatal: true }) };
const TOLERANT = { 'utf-8': new TextDecoder('utf-8'), gbk: new TextDecoder('gbk') };

/** Runs of non-ASCII bytes looked at to tell damaged UTF-8 from GBK: a few lines of text, whatever the page's size. */
const TELLING_RUNS = 64;

/**
 * Settles the charset from the bytes alone: valid UTF-8 is UTF-8, the rest is GBK.
 * Meta elements and Content-Type lie both ways (a saved copy is UTF-8 under `charset=gbk`) and are not read.
 * A page cut off within its last UTF-8 character still counts as UTF-8.
 *
 * @throws AppError `DOCUMENT.EMPTY` for nothing but white space, `DOCUMENT.ENCODING` for UTF-16 and for damaged UTF-8,
 * which GBK would turn into wrong words without complaint
 */
export function openPage(raw: Uint8Array): Page {
  const bytes = withoutMark(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength));
  if (isBlank(bytes)) throw new AppError('DOCUMENT.EMPTY', 'the document holds nothing but white space');
  const whole = withoutCutCharacter(bytes);
  if (isUtf8(whole)) return { bytes: whole, charset: 'utf-8' };
  if (isDamagedUtf8(bytes)) throw unreadableText('damaged UTF-8');
  return { bytes, charset: 'gbk' };
}

/** Decodes a part of the page; undefined when a byte of it is not of the page's charset. */
export function decodeExactly(page: Page, from = 0, to = page.bytes.length): string | undefined {
  try {
    return EXACT[page.charset].decode(page.bytes.subarray(from, to));
  } catch {
    return undefined;
  }
}

/** Decodes the whole page; bytes that are not of its charset become U+FFFD. */
export function decodeTolerantly(page: Page): string {
  return TOLERANT[page.charset].decode(page.bytes);
}

/** Says whether tolerant decoding had to give up on a byte of this text; UTF-8 text may hold U+FFFD itself. */
export function isDamaged(page: Page, text: string): boolean {
  return page.charset === 'gbk' && text.includes('\uFFFD');
}

/** The error for text that cannot be read. */
export function unreadableText(reason: string): AppError {
  return new AppError('DOCUMENT.ENCODING', 'the text is neither UTF-8 nor GBK', { details: { reason } });
}

function withoutMark(bytes: Buffer): Buffer {
  const [first, second, third] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) throw unreadableText('UTF-16');
  return first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes;
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

/** Cuts a UTF-8 lead byte off the end when bytes of its character are missing. */
function withoutCutCharacter(bytes: Buffer): Buffer {
  for (let back = 1; back <= 3; back += 1) {
    const byte = bytes.at(-back) ?? 0;
    if (byte < 0x80) return bytes;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return back < length ? bytes.subarray(0, -back) : bytes;
  }
  return bytes;
}

/** GBK read as UTF-8 breaks in nearly every word, damaged UTF-8 in nearly none. */
function isDamagedUtf8(bytes: Buffer): boolean {
  let runs = 0;
  let intact = 0;
  for (let at = 0; at < bytes.length && runs < TELLING_RUNS; at += 1) {
    const start = at;
    while ((bytes[at] ?? 0) >= 0x80) at += 1;
    if (at === start) continue;
    runs += 1;
    if (at - start >= 3 && isUtf8(bytes.subarray(start, at))) intact += 1;
  }
  return intact * 2 > runs;
}
