import type { CheerioAPI } from 'cheerio/slim';
import { toPlainText } from '#shared/domain/plain-text.ts';
import type { Page } from '../kit/page.ts';
import { type Labelled, readLabelled } from './labelled.ts';
import { isLotNumber } from './lot-number.ts';
import { openWhole } from './open-whole.ts';

const INFOS = '.d-m-infos';

/** The places of a lot's page, as text; empty where it has none. */
export interface ItemPage {
  readonly number: string;
  readonly title: string;
  readonly statusWords: readonly string[];
  /** The line above the terms: one price and what it is. */
  readonly price: Labelled;
  readonly terms: Labelled;
  /** Of registrations, reminders and visits. */
  readonly people: string;
  readonly bidCount: string;
  /** Time of the confirmation (竞价成功确认书). The rest of it names the winner and is not looked at. */
  readonly confirmedAt: string;
}

/** Reads the places of a lot's page. */
export function readItemPage(page: Page): ItemPage {
  const $ = openWhole(page, INFOS, (opened) => opened(INFOS).length > 0);
  const textOf = (selector: string) => toPlainText($(selector).first().text());
  const textsOf = (selector: string) =>
    $(selector)
      .toArray()
      .map((element) => toPlainText($(element).text()));
  return {
    number: numberOf($),
    title: textOf(`${INFOS} .d-m-title`),
    statusWords: textsOf('.d-m-time .time-txt, .d-m-time label').filter(
      (text) => text !== '' && !text.startsWith('距'),
    ),
    price: readLabelled(textsOf('.d-m-price p')),
    terms: readLabelled(textsOf('.d-m-tb td')),
    people: textOf('.peoples-infos'),
    bidCount: textOf('#html_Bid_Shu'),
    confirmedAt: readConfirmedAt(textsOf('.d-article p')),
  };
}

/** A hidden field says it, or the link that asks about this lot; other links lead to other lots. */
function numberOf($: CheerioAPI): string {
  const field = $('input#Web_Item_ID').attr('value')?.trim() ?? '';
  if (isLotNumber(field)) return field;
  const link = $('a[href*="message.do?Web_Item_ID="]').attr('href') ?? '';
  return /[?&]Web_Item_ID=(\d{1,9})(?!\d)/.exec(link)?.[1] ?? '';
}

function readConfirmedAt(texts: readonly string[]): string {
  const line = texts.find((text) => text.startsWith('拍卖竞价确认时间'));
  return line?.replace(/^[^:]{1,20}:\s*/, '') ?? '';
}
