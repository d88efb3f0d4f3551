/** Numbers from 0 up to 1 that follow from the seed alone (mulberry32). */
export type Random = () => number;

export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What documents break on: signs of markup, JSON and tables, figures at the edge, words that change an outcome. */
const TOKENS = [
  '<',
  '>',
  '"',
  "'",
  '\\',
  '&',
  '=',
  '/',
  ',',
  '\t',
  '\r\n',
  '\0',
  '\uFEFF',
  '\u3000',
  '{}',
  '[]',
  'null',
  'true',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  '</table>',
  '<td>',
  '<![CDATA[',
  '&lt;',
  '&#x110000;',
  '\\ud800',
  '\\u0000',
  '0',
  '-1',
  '0.005',
  '1e999',
  '9007199254740993',
  '99999999999999999999',
  '123,45',
  '１２３',
  '万元',
  '亿',
  '元/亩·年',
  '成交',
  '流拍',
  '撤回',
  '中止',
  '成交价：1元',
  '2026年02月30日 25:61:00',
  '1969-12-31 23:59:59',
  '13800000000',
  '330501199001011234',
  '王测试先生',
  'https://evil.example/',
  'javascript:1',
  '__proto__',
  '"__proto__":{"polluted":1},',
  'constructor',
  'toString',
] as const;

const LONGEST_CUT = 400;
const LONG_TEXT = 20_000;
const DEEP = 3_000;
const NESTS = ['[', '{"a":', '<div>', '<table><tr><td>', '(', '【'] as const;

/** A document as it might arrive damaged: up to six changes to one, some of them taken from another. */
export function mutate(document: Buffer, other: Buffer, random: Random): Buffer {
  let bytes = document;
  for (let changes = 1 + below(random, 6); changes > 0; changes -= 1) bytes = change(bytes, other, random);
  return bytes;
}

function change(bytes: Buffer, other: Buffer, random: Random): Buffer {
  const at = below(random, bytes.length + 1);
  switch (below(random, 20)) {
    case 0:
    case 1:
      return flipBit(bytes, at, random);
    case 2:
    case 3:
      return splice(bytes, at, below(random, LONGEST_CUT));
    case 4:
      return splice(bytes, at, 0, piece(bytes, random));
    case 5:
    case 6:
      return splice(bytes, at, below(random, LONGEST_CUT), piece(other, random));
    case 7:
      return Buffer.concat([bytes.subarray(0, at), other.subarray(below(random, other.length + 1))]);
    case 8:
      return bytes.subarray(0, at);
    case 9:
      return changeQuote(bytes, at, random);
    case 10:
      return random() < 0.1 ? splice(bytes, at, 0, longText(random)) : bytes;
    default:
      return at % 2 === 0 ? changeValue(bytes, at, random) : splice(bytes, at, 0, Buffer.from(pick(TOKENS, random)));
  }
}

function flipBit(bytes: Buffer, at: number, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << below(random, 8));
  return copy;
}

/** Changes the next figure: a digit of it, its length, or the whole. */
function changeValue(bytes: Buffer, at: number, random: Random): Buffer {
  const found = /\d+/.exec(bytes.toString('latin1', at, at + 300));
  if (found === null) return bytes;
  const from = at + found.index;
  const digit = from + below(random, found[0].length);
  switch (below(random, 3)) {
    case 0:
      return splice(bytes, digit, 1, Buffer.from(String(below(random, 10))));
    case 1:
      return splice(bytes, digit, 0, Buffer.from(String(below(random, 10)).repeat(1 + below(random, 12))));
    default:
      return splice(bytes, from, found[0].length, Buffer.from(pick(TOKENS, random)));
  }
}

/** Changes what holds values together: a quote, bracket or separator becomes another or goes. */
function changeQuote(bytes: Buffer, at: number, random: Random): Buffer {
  const found = /["'<>=,:[\]{}\n]/.exec(bytes.toString('latin1', at, at + 300));
  if (found === null) return bytes;
  const put = random() < 0.3 ? '' : pick(['"', "'", '<', '>', ',', ':', '}', ']', '\n'], random);
  return splice(bytes, at + found.index, 1, Buffer.from(put));
}

function longText(random: Random): Buffer {
  return Buffer.from(
    random() < 0.5 ? pick(NESTS, random).repeat(DEEP) : pick(TOKENS, random).repeat(LONG_TEXT).slice(0, LONG_TEXT),
  );
}

function piece(bytes: Buffer, random: Random): Buffer {
  const from = below(random, bytes.length + 1);
  return bytes.subarray(from, from + below(random, LONGEST_CUT * 2));
}

function splice(bytes: Buffer, at: number, length: number, put: Uint8Array = Buffer.alloc(0)): Buffer {
  return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + length)]);
}

function pick<T>(from: readonly [T, ...T[]], random: Random): T {
  return from[below(random, from.length)] ?? from[0];
}

/** A whole number from 0 up to, but not, the limit. */
export function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}
