/** A content line of a calendar: name with its parameters, and the value as it is written. */
export type IcalLine = readonly [name: string, value: string];

const FOLD_OCTETS = 75;

/** Text as a calendar value: escaped, line breaks kept, other control characters taken out. */
export function icalText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      .replace(/[\\;,]/g, (character) => `\\${character}`)
      .replaceAll('\n', '\\n')
  );
}

/** Cuts a line into pieces of 75 octets at most, continuation blank included, never inside a character. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let octets = 0;
  let written = '';
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > FOLD_OCTETS) {
      written += '\r\n ';
      octets = 1;
    }
    written += character;
    octets += size;
  }
  return written;
}

/** Writes content lines as iCalendar (RFC 5545). */
export function toIcal(lines: readonly IcalLine[]): string {
  return lines.map(([name, value]) => `${folded(`${name}:${value}`)}\r\n`).join('');
}
