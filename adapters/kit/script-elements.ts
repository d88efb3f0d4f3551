/** A script element found in raw bytes: its attributes and where its content starts and ends. */
interface ScriptElement {
  readonly attributes: ReadonlyMap<string, string>;
  readonly from: number;
  readonly to: number;
}

/** Bytes are searched for by number: a search by text costs ten times as much a call. */
const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const BANG = 0x21;
const QUESTION = 0x3f;
const DOUBLE = 0x22;
const SINGLE = 0x27;

/** Elements whose content is text up to their own end tag. */
const TEXT_ELEMENTS: ReadonlySet<string> = new Set(['script', 'style', 'title', 'textarea', 'xmp']);
const LONGEST_TEXT_ELEMENT = 8;

/**
 * Walks the markup byte by byte, the way the tolerant parser would, and finds the script elements: one inside a comment,
 * an attribute or another script is none. Undefined on any doubt; then the tolerant parser decides.
 *
 * Bytes suffice in both charsets: no second byte of a GBK or UTF-8 character is `<`, `>`, `/`, `=`, a quote or white space.
 */
export function findScriptElements(bytes: Buffer): readonly ScriptElement[] | undefined {
  const found: ScriptElement[] = [];
  let at: number | undefined = 0;
  while (at !== undefined) {
    const open: number = bytes.indexOf(LT, at);
    if (open === -1) return found;
    at = isLetter(bytes[open + 1]) ? passElement(bytes, open + 1, found) : passOther(bytes, open);
  }
  return undefined;
}

/** Passes an end tag, comment, declaration or lone `<`. */
function passOther(bytes: Buffer, open: number): number | undefined {
  const next = bytes[open + 1];
  if (next === SLASH || next === QUESTION) return afterTag(bytes, open + 2);
  if (next !== BANG) return open + 1;
  if (bytes.toString('latin1', open + 2, open + 4) === '--') return afterComment(bytes, open + 2);
  if (isLetter(bytes[open + 2])) return afterTag(bytes, open + 3);
  const conditional = bytes.toString('latin1', open + 2, open + 8);
  return /^\[(?!CDATA)/.test(conditional) ? afterTag(bytes, open + 3) : undefined;
}

/** Passes a start tag, and for text elements their content and end tag. */
function passElement(bytes: Buffer, nameStart: number, found: ScriptElement[]): number | undefined {
  let nameEnd = nameStart;
  while (nameEnd < bytes.length && !endsName(bytes[nameEnd])) nameEnd += 1;
  const name = textElementName(bytes, nameStart, nameEnd);
  if (name === undefined) return passAttributes(bytes, nameEnd);

  const attributes = new Map<string, string>();
  const from = passAttributes(bytes, nameEnd, attributes);
  if (from === undefined || bytes.toString('latin1', nameEnd, from).match(/\/\s*>$/) !== null) return undefined;
  const to = findEndTag(bytes, name, from);
  if (to === undefined) return undefined;
  if (name === 'script') found.push({ attributes, from, to });
  return afterTag(bytes, to);
}

function textElementName(bytes: Buffer, from: number, to: number): string | undefined {
  if (to - from > LONGEST_TEXT_ELEMENT) return undefined;
  const first = (bytes[from] ?? 0) | 0x20;
  if (first !== 0x73 && first !== 0x74 && first !== 0x78) return undefined;
  const name = bytes.toString('latin1', from, to).toLowerCase();
  return TEXT_ELEMENTS.has(name) ? name : undefined;
}

/** Passes attributes up to and with the tag's `>`, keeping the first of each name. */
function passAttributes(bytes: Buffer, start: number, keep?: Map<string, string>): number | undefined {
  let at = start;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === GT) return at + 1;
    if (byte === SLASH || isSpace(byte)) {
      at += 1;
      continue;
    }
    const nameStart = at;
    at += 1;
    while (at < bytes.length && bytes[at] !== EQUALS && !endsName(bytes[at])) at += 1;
    const nameEnd = at;
    at = skipSpace(bytes, at);
    if (bytes[at] !== EQUALS) continue;
    at = skipSpace(bytes, at + 1);
    const end = passValue(bytes, at);
    if (end === undefined) return undefined;
    if (keep !== undefined)
      keepFirst(keep, bytes.toString('latin1', nameStart, nameEnd), bytes.toString('latin1', at, end));
    at = end;
  }
  return undefined;
}

/** Passes a value, quotes included. */
function passValue(bytes: Buffer, start: number): number | undefined {
  const quote = bytes[start];
  if (quote === DOUBLE || quote === SINGLE) {
    const closing = bytes.indexOf(quote, start + 1);
    return closing === -1 ? undefined : closing + 1;
  }
  let at = start;
  while (at < bytes.length && bytes[at] !== GT && !isSpace(bytes[at])) at += 1;
  return at;
}

function keepFirst(attributes: Map<string, string>, name: string, written: string): void {
  const key = name.toLowerCase();
  if (!attributes.has(key)) attributes.set(key, written.replace(/^(["'])([\s\S]*)\1$/, '$2'));
}

/** Where the end tag of a text element starts. */
function findEndTag(bytes: Buffer, name: string, from: number): number | undefined {
  for (let at = bytes.indexOf('</', from); at !== -1; at = bytes.indexOf('</', at + 2)) {
    const nameEnd = at + 2 + name.length;
    if (bytes.toString('latin1', at + 2, nameEnd).toLowerCase() !== name) continue;
    if (bytes[nameEnd] === GT || isSpace(bytes[nameEnd])) return at;
    if (bytes[nameEnd] === SLASH) return undefined;
  }
  return undefined;
}

function afterTag(bytes: Buffer, from: number): number | undefined {
  const at = bytes.indexOf(GT, from);
  return at === -1 ? undefined : at + 1;
}

function afterComment(bytes: Buffer, from: number): number | undefined {
  const at = bytes.indexOf('-->', from, 'latin1');
  return at === -1 ? undefined : at + 3;
}

function skipSpace(bytes: Buffer, start: number): number {
  let at = start;
  while (isSpace(bytes[at])) at += 1;
  return at;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x09 || byte === 0x0c || byte === 0x0d;
}

function endsName(byte: number | undefined): boolean {
  return byte === SLASH || byte === GT || isSpace(byte);
}

function isLetter(byte: number | undefined): boolean {
  const lower = (byte ?? 0) | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
