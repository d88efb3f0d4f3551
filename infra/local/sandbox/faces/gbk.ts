const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfe;
const FIRST_TRAIL = 0x40;
const LAST_TRAIL = 0xfe;
const NO_CHARACTER = '\uFFFD';

/** Every character of two bytes, by what it is decoded to: there is a decoder at hand, and no encoder. */
function reverseTable(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, number>();
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead += 1) {
    for (let trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      const isOne = [...character].length === 1 && character !== NO_CHARACTER;
      if (isOne && !table.has(character)) table.set(character, lead * 256 + trail);
    }
  }
  return table;
}

let table: ReadonlyMap<string, number> | undefined;

/** Writes text of a page in GBK; a character GBK does not have becomes a character reference (`&#128512;`). */
export function encodeGbk(text: string): Uint8Array {
  table ??= reverseTable();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const pair = table.get(character);
    if (code < 0x80) bytes.push(code);
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff);
    else bytes.push(...Buffer.from(`&#${code};`, 'ascii'));
  }
  return Uint8Array.from(bytes);
}
