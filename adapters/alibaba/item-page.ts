import type { CheerioAPI } from 'cheerio/slim';
import { toPlainText } from '#shared/domain/plain-text.ts';
import { openMarkup } from '../kit/markup.ts';

/** What the detail page shows, as text; absent where the page has no such place. */
export interface ItemPage {
  readonly externalId: string | undefined;
  readonly heading: string;
  /** Round badge of newer pages (一拍). */
  readonly badge: string;
  /** Attributes of the countdown by lower-case name; absent without countdown. */
  readonly countdown: Readonly<Record<string, string>> | undefined;
  /** Headline and whole text of the block that replaces the bid form once the lot is over. */
  readonly over: { readonly headline: string; readonly text: string } | undefined;
  /** Terms by label, spaces removed from the labels (起 拍 价). */
  readonly terms: ReadonlyMap<string, string>;
  readonly shownPrice: string;
  readonly counts: { readonly bids: string; readonly registrations: string; readonly extensions: string };
  readonly seller: string;
  readonly location: string;
  readonly address: string | undefined;
  /** Cells of the bid table's rows (竞买记录), header rows left out. */
  readonly bidRows: readonly (readonly string[])[];
  readonly isComplete: boolean;
}

/**
 * Reads the places of a detail page. Contacts (联系咨询方式) are never read, nor is the 你可能喜欢 block,
 * which shows other lots' prices, nor `#J_Status`, whose numbers contradict each other between pages.
 */
export function readItemPage(html: string): ItemPage {
  const $ = openMarkup(html);
  const textOf = (selector: string) => $(selector).first().text().trim();
  const heading = $('h1').not('.bid-fail').not('.bid-over h1').first();
  return {
    externalId: $('#J_ItemId').attr('value')?.trim(),
    heading: heading.clone().find('.item-status').remove().end().text(),
    badge: textOf('span.item-status'),
    countdown: $('#sf-countdown').attr(),
    over: readOver($),
    terms: readTerms($),
    shownPrice: textOf('.pm-current-price em'),
    counts: {
      bids: textOf('.J_Record'),
      registrations: textOf('.J_Applyer'),
      extensions: textOf('#J_Delay .delayCnt'),
    },
    seller: readLabelled($, '.pai-info p', '处置单位'),
    location: readLabelled($, '.detail-common-text', '标的物所在地'),
    address: $('link[rel="canonical"]').attr('href'),
    bidRows: readBidRows($),
    isComplete: /<\/html\s*>\s*(?:<!--[^>]{0,200}-->\s*)?$/i.test(html.slice(-400)),
  };
}

function readOver($: CheerioAPI): ItemPage['over'] {
  const block = $('.bid-over').first();
  const headline = block.find('h1').add('h1.bid-fail').first();
  return block.length + headline.length === 0 ? undefined : { headline: headline.text(), text: block.text() };
}

function readTerms($: CheerioAPI): ReadonlyMap<string, string> {
  const terms = new Map<string, string>();
  for (const mark of $('#J_HoverShow .pay-mark').toArray()) {
    const label = toPlainText($(mark).text()).replaceAll(' ', '');
    const value = toPlainText($(mark).parent().clone().find('.pay-mark').remove().end().text());
    if (!terms.has(label)) terms.set(label, value.replace(/^: ?/, ''));
  }
  return terms;
}

function readLabelled($: CheerioAPI, selector: string, label: string): string {
  const texts = $(selector)
    .toArray()
    .map((element) => $(element).text().trim());
  const found = texts.find((text) => text.startsWith(label)) ?? '';
  return found.slice(label.length).replace(/^\s*[:：]\s*/, '');
}

function readBidRows($: CheerioAPI): readonly (readonly string[])[] {
  return $('#J_RecordList, table.record-table')
    .first()
    .find('tbody tr')
    .toArray()
    .map((row) =>
      $(row)
        .children('td')
        .toArray()
        .map((cell) => toPlainText($(cell).text())),
    )
    .filter((cells) => cells.length > 0);
}
