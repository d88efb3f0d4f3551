import type { CheerioAPI } from 'cheerio/slim';
import { toPlainText } from '#shared/domain/plain-text.ts';
import { drift } from './refusal.ts';

/** The longest notice captured has 900 characters; patterns run over all of them. */
const LONGEST_NOTICE = 100_000;

const BLOCKS = 'p,div,li,tr,table,section,article,h1,h2,h3,h4,h5,h6,dd,dt';

/**
 * Takes the text of a page, or of a part of it, line by line as it is seen: scripts and styles left out. Changes the page.
 * @throws AppError `DOCUMENT.DRIFT` when it is longer than any notice
 */
export function linesOf($: CheerioAPI, part: ReturnType<CheerioAPI> = $.root()): readonly string[] {
  $('script,style,noscript,template,title').remove();
  $('br').replaceWith('\n');
  $(BLOCKS).prepend('\n').append('\n');
  $('td,th').append(' ');
  return toLines(part.text());
}

/**
 * Splits text into lines of plain characters, blank ones left out.
 * @throws AppError `DOCUMENT.DRIFT` when it is longer than any notice
 */
export function toLines(text: string): readonly string[] {
  if (text.length > LONGEST_NOTICE) throw drift('longer than any notice', { maxCharacters: LONGEST_NOTICE });
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(toPlainText)
    .filter((line) => line !== '');
}
