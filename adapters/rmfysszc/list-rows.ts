import type { CheerioAPI } from 'cheerio/slim';
import { toPlainText } from '#shared/domain/plain-text.ts';
import { openMarkup } from '../kit/markup.ts';

/** What the site answers past the last page, and where nothing was found. */
const NOTHING_FOUND = '暂无您查询的标的物';

/** What one row of the list shows, as text; empty where it has no such place. */
export interface ListRow {
  readonly id: string;
  readonly address: string;
  readonly title: string;
  /** Price above the terms of a lot that is over: hammer or start price by its status. */
  readonly overPrice: string;
  /** Terms by label. */
  readonly terms: ReadonlyMap<string, string>;
  readonly statusWords: readonly string[];
}

/** Reads the places of every row. Undefined when there are none and the page does not say so either. */
export function readListRows(html: string): readonly ListRow[] | undefined {
  const $ = openMarkup(html);
  const rows = $('div.product').toArray();
  if (rows.length === 0) return $('div.tip').text().includes(NOTHING_FOUND) ? [] : undefined;
  return rows.map((element) => readRow($, $(element)));
}

function readRow($: CheerioAPI, row: ReturnType<CheerioAPI>): ListRow {
  const link = row.find('.p_img > a').first();
  const textsOf = (selector: string) =>
    row
      .find(selector)
      .toArray()
      .map((element) => toPlainText($(element).text()))
      .filter((text) => text !== '');
  return {
    id: row.attr('id') ?? '',
    address: link.attr('href') ?? '',
    // The text of the link is cut short, its title is not.
    title: link.attr('title') ?? '',
    overPrice: toPlainText(row.find('.prod-price').text()),
    terms: readTerms($, row),
    // A lot that is over ends in a link to nowhere whose text is the outcome.
    statusWords: [...textsOf('.prod-guj s'), ...textsOf('.prod-guj i'), ...textsOf('.prod-alink a[href=""]')],
  };
}

function readTerms($: CheerioAPI, row: ReturnType<CheerioAPI>): ReadonlyMap<string, string> {
  const terms = new Map<string, string>();
  for (const element of row.find('.prod-guj p').toArray()) {
    const value = $(element).find('span').first().text();
    const label = toPlainText($(element).clone().children().remove().end().text());
    if (!terms.has(label)) terms.set(label, value);
  }
  return terms;
}
