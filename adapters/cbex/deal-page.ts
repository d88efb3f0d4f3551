import type { CheerioAPI } from 'cheerio/slim';
import { toPlainText } from '#shared/domain/plain-text.ts';

/** The text of a page of results says how many pages there are, in a script; it lags behind by a page now and then. */
const COUNT_PAGE = /\bcountPage\s{0,4}=\s{0,4}["']?(\d{1,5})\b/;
const GONE = /<title[^<>]{0,60}>[^<]{0,40}404页面/;

/** Says whether this is the page for addresses that are not there, which the site sends as if all were well. */
export function isGone(html: string): boolean {
  return GONE.test(html);
}

/** How many pages the list says it has. */
export function countPages(html: string): number | undefined {
  const written = COUNT_PAGE.exec(html)?.[1];
  return written === undefined ? undefined : Number(written);
}

/** Hidden fields that each hold one result. */
export const RESULTS = 'textarea.source,textarea#jsonobj';

/** One result as the page carries it. */
export interface DealText {
  readonly json: string;
  /** Address of its own page, where the list names it. */
  readonly address: string;
}

export function readDealTexts($: CheerioAPI): readonly DealText[] {
  return $(RESULTS)
    .toArray()
    .map((element) => ({ json: $(element).text().trim(), address: toPlainText($(element).attr('url') ?? '') }))
    .filter(({ json }) => json !== '');
}
