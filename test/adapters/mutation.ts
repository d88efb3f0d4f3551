import fc from 'fast-check';

/** What pages break on: halves of markup, anchors, numbers at the edge. */
const TOKENS = [
  '<!--',
  '-->',
  '<!-->',
  '--!>',
  '<script>',
  '</script>',
  '<script',
  '</script/',
  '</SCRIPT\n>',
  '<script/>',
  '<script id=sf-item-list-data>{"data":[]}</script>',
  '<script id="sf&#45;item-list-data">',
  'sf-item-list-data',
  '<title>',
  '</title>',
  '<textarea>',
  '</textarea>',
  '<style>',
  '</style>',
  '<xmp>',
  '<![CDATA[',
  ']]>',
  '<svg>',
  '<plaintext>',
  '<template>',
  '<table>',
  '</table>',
  '</h1>',
  '"',
  "'",
  '=',
  '<',
  '>',
  '/>',
  '&',
  '&lt;',
  '<?',
  '<!x>',
  '</ x>',
  '<a b="',
  '\0',
  '\uFEFF',
  '99999999999999999999',
  '-1',
  '1e999',
  '0',
  'null',
  '{}',
  '[]',
  '\\ud800',
  '__proto__',
  '流拍',
  '成交',
  '成交价：1元',
  '租',
  '万元',
  '2026年02月30日 10:00:00',
  '。',
  '13800000000',
] as const;

const place = fc.double({ min: 0, max: 1, noNaN: true });

/** One change to a page. Places are fractions of its length, so that they shrink and fit pages of any size. */
export const mutation = fc.oneof(
  fc.record({ do: fc.constant('flip'), at: place, byte: fc.nat(255) }),
  fc.record({ do: fc.constant('cut'), at: place, length: fc.nat(80) }),
  fc.record({ do: fc.constant('insert'), at: place, token: fc.constantFrom(...TOKENS) }),
  fc.record({ do: fc.constant('replace'), at: place, token: fc.constantFrom(...TOKENS) }),
  fc.record({ do: fc.constant('repeat'), at: place, from: place, length: fc.nat(600) }),
  fc.record({ do: fc.constant('end'), at: place }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

/** The page after all changes, in order. */
export function mutated(bytes: Buffer, mutations: readonly Mutation[]): Buffer {
  return mutations.reduce(apply, bytes);
}

function apply(bytes: Buffer, change: Mutation): Buffer {
  const at = Math.floor(change.at * bytes.length);
  switch (change.do) {
    case 'flip':
      return splice(bytes, at, 1, Buffer.from([change.byte]));
    case 'cut':
      return splice(bytes, at, change.length);
    case 'insert':
      return splice(bytes, at, 0, Buffer.from(change.token));
    case 'replace':
      return replaceValue(bytes, at, change.token);
    case 'repeat': {
      const from = Math.floor(change.from * bytes.length);
      return splice(bytes, at, 0, bytes.subarray(from, from + change.length));
    }
    default:
      return bytes.subarray(0, at);
  }
}

/** Replaces the next number, quoted text or sign: pages break where values are. */
function replaceValue(bytes: Buffer, at: number, token: string): Buffer {
  const rest = bytes.toString('latin1', at, at + 400);
  const found = /-?\d[\d,.]*|"[^"]*"|[<>=/]/.exec(rest);
  return found === null ? bytes : splice(bytes, at + found.index, found[0].length, Buffer.from(token));
}

function splice(bytes: Buffer, at: number, length: number, put: Uint8Array = Buffer.alloc(0)): Buffer {
  return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + length)]);
}
