import type { CheerioAPI } from 'cheerio/slim';
import { openMarkup } from '../kit/markup.ts';
import { decodeTolerantly, isDamaged, type Page, unreadableText } from '../kit/page.ts';
import { drift, refusalOf } from '../kit/refusal.ts';
import { BLOCK_MARKS } from './marks.ts';

/**
 * Opens a page that carries its data. One cut off is refused: a figure cut short would read as a smaller one.
 * @param hasData looks for the anchor
 * @throws AppError `DOCUMENT.BLOCKED`, `DOCUMENT.DRIFT` or `DOCUMENT.ENCODING`
 */
export function openWhole(page: Page, anchor: string, hasData: ($: CheerioAPI) => boolean): CheerioAPI {
  const html = decodeTolerantly(page);
  const $ = openMarkup(html);
  if (!hasData($)) throw refusalOf(page, BLOCK_MARKS, anchor);
  if (isDamaged(page, html)) throw unreadableText('undecodable bytes');
  if (!/<\/html\s*>\s*$/i.test(html.slice(-400))) throw drift('the page is cut off', { missing: '</html>' });
  return $;
}
