const DIGITS = '一二三四五六七八九';
const CHINESE = new RegExp(`^([${DIGITS}])?(十)?([${DIGITS}])?$`);

/**
 * Reads 1 to 99 in digits or Chinese numerals.
 * @example readNumeral('二十三') //=> 23
 */
export function readNumeral(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text) || undefined;
  const [, tens, ten, ones] = CHINESE.exec(text) ?? [];
  if (ten !== undefined) return (digit(tens) ?? 1) * 10 + (digit(ones) ?? 0);
  return ones === undefined ? digit(tens) : undefined;
}

function digit(numeral: string | undefined): number | undefined {
  return numeral === undefined ? undefined : DIGITS.indexOf(numeral) + 1;
}
