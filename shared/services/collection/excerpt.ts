import { toPlainText } from '../../domain/plain-text.ts';

const MOST_CHARACTERS = 300;

/**
 * Digits in a row that may be a telephone, an identity number or an account, also written in groups. Prices and short
 * numbers stay readable; dates with hyphens go too, for finding out what came they are not needed.
 */
const LONG_NUMBER = /\d(?:[ -]?\d){6,}[Xx]?/g;

/**
 * The beginning of what came (原文摘录), as one line of at most 300 characters, with every number masked that could be a
 * person's.
 *
 * @example excerptOf('看样 138-0000-0000\n起拍价 120,000 元') //=> '看样 ***-****-**** 起拍价 120,000 元'
 */
export function excerptOf(text: string): string {
  // Enough to fill an excerpt after white space has shrunk; pages can be megabytes.
  const beginning = toPlainText(text.slice(0, 20 * MOST_CHARACTERS));
  const masked = beginning.replace(LONG_NUMBER, (number) => number.replace(/[\dXx]/g, '*'));
  return masked.slice(0, MOST_CHARACTERS).toWellFormed();
}
