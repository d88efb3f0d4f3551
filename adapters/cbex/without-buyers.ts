/** A field that names who bought, its quotes escaped or not, up to the end of its value; the same in UTF-8 and GBK. */
const QUOTE = '&(?:amp;)?quot;|"';
const BUYER = new RegExp(
  `((?:buyer|investor|holder)name(?:${QUOTE})\\s{0,4}:\\s{0,4}(?:${QUOTE}))(?:(?!${QUOTE}).)*`,
  'gis',
);

/**
 * Takes who bought (受让方) out of a page of results before it is kept: nothing of it is read, and buyers may be persons.
 * Everything else stays byte for byte.
 */
export function withoutBuyers(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return Buffer.from(text.replace(BUYER, '$1'), 'latin1');
}
