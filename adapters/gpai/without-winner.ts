const CONFIRMATION = '竞价成功确认书';
const CONFIRMED = '拍卖竞价确认时间';

/**
 * A lot's page without the text of its confirmation, for keeping: that names the winner (买受人), who belongs in the restricted
 * record only. When it was confirmed, and every element, stay; a page without one stays as it is.
 */
export function withoutWinner(bytes: Uint8Array): Uint8Array {
  // Not by what the bytes are valid as: a damaged page names the winner no less.
  const html = ['utf-8', 'gbk']
    .map((charset) => new TextDecoder(charset).decode(bytes))
    .find((text) => text.includes(CONFIRMED));
  const end = html?.lastIndexOf(CONFIRMED) ?? -1;
  const start = html?.lastIndexOf(CONFIRMATION, end) ?? -1;
  if (html === undefined || start < 0) return bytes;
  const from = start + CONFIRMATION.length;
  const kept = html.slice(from, end).replace(/(^|>)[^<]+/g, '$1');
  return new TextEncoder().encode(html.slice(0, from) + kept + html.slice(end));
}
