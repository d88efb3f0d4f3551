/** A slice of a text, the end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How far a pointer led into JSON text: the slice of the value it reached, and how many of its names were found. */
export interface JsonPlace extends Span {
  readonly found: number;
}

const MOST_STARTS = 5;

const BLANK = new Set([' ', '\t', '\n', '\r']);

function skipBlank(text: string, from: number): number {
  let at = from;
  while (BLANK.has(text[at] ?? '')) at += 1;
  return at;
}

/** The position after the string that begins here. */
function skipString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

/** The position after the value that begins here; brackets are counted, not matched, for the text may be cut off. */
function skipValue(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; ) {
    const sign = text[at];
    if (sign === '"') at = skipString(text, at);
    else if (sign === '{' || sign === '[') {
      depth += 1;
      at += 1;
    } else if (sign === '}' || sign === ']') {
      depth -= 1;
      if (depth < 0) return at;
      at += 1;
    } else if (sign === ',' && depth === 0) return at;
    else at += 1;
    if (depth === 0 && (sign === '"' || sign === '}' || sign === ']')) return at;
  }
  return text.length;
}

/** Reads the name of a member, quoted or bare as in a script; undefined where none begins. */
function readName(text: string, at: number): { readonly name: string; readonly end: number } | undefined {
  if (text[at] !== '"') {
    const [bare] = /^[A-Za-z_$][\w$]{0,200}/.exec(text.slice(at, at + 201)) ?? [];
    return bare === undefined ? undefined : { name: bare, end: at + bare.length };
  }
  const end = skipString(text, at);
  const written = text.slice(at, end);
  try {
    return { name: String(JSON.parse(written)), end };
  } catch {
    return { name: written, end };
  }
}

/** Where the member's value begins; undefined when the object has no such member. */
function findMember(text: string, open: number, wanted: string): number | undefined {
  let at = skipBlank(text, open + 1);
  for (let key = readName(text, at); key !== undefined; key = readName(text, at)) {
    const value = skipBlank(text, skipBlank(text, key.end) + 1);
    if (key.name === wanted) return value;
    at = skipBlank(text, skipValue(text, value));
    if (text[at] === ',') at = skipBlank(text, at + 1);
  }
  return undefined;
}

function findElement(text: string, open: number, index: number): number | undefined {
  let at = skipBlank(text, open + 1);
  for (let passed = 0; at < text.length && text[at] !== ']'; passed += 1) {
    if (passed === index) return at;
    at = skipBlank(text, skipValue(text, at));
    if (text[at] !== ',') return undefined;
    at = skipBlank(text, at + 1);
  }
  return undefined;
}

function findChild(text: string, at: number, name: string): number | undefined {
  if (text[at] === '{') return findMember(text, at, name);
  if (text[at] === '[' && /^\d{1,9}$/.test(name)) return findElement(text, at, Number(name));
  return undefined;
}

/**
 * Follows the names of a JSON pointer through text as it stands, so that the place in the raw document is known. Where a
 * name is missing, or the text is no longer JSON, the last value that was reached is the answer.
 *
 * @param from where the JSON begins
 */
export function followPointer(text: string, from: number, names: readonly string[]): JsonPlace {
  let start = skipBlank(text, from);
  let found = 0;
  for (const name of names) {
    const child = findChild(text, start, name);
    if (child === undefined) break;
    start = child;
    found += 1;
  }
  return { start, end: skipValue(text, start), found };
}

/** Where the value of a member begins, for the first few members so named anywhere in the text: replies come wrapped. */
export function memberStarts(text: string, name: string): readonly number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(name); at !== -1 && starts.length < MOST_STARTS; at = text.indexOf(name, at + 1)) {
    const end = skipBlank(text, at + name.length + (text[at + name.length] === '"' ? 1 : 0));
    if (text[end] === ':') starts.push(end + 1);
  }
  return starts;
}

/** The names a JSON pointer (RFC 6901) is made of; undefined for a path of another sort. */
export function pointerNames(path: string): readonly string[] | undefined {
  if (!path.startsWith('/')) return undefined;
  return path
    .slice(1)
    .split('/')
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}
