import type { CheerioAPI } from 'cheerio/slim';
import type { LotFacts, LotObservation } from '#shared/domain/observation.ts';
import { toPlainText } from '#shared/domain/plain-text.ts';
import type { MappedDocument, RawDocument } from '#shared/ports/auction-platform.ts';
import { COMMON_MARKS } from '../kit/block-page.ts';
import { openMarkup } from '../kit/markup.ts';
import { decodeTolerantly, isDamaged, openPage, unreadableText } from '../kit/page.ts';
import { drift, refusalOf } from '../kit/refusal.ts';
import { BadRow, need, quote, readRows, refuseIfDrifted } from '../kit/rows.ts';
import { said } from '../kit/said.ts';
import { uniqueLots } from '../kit/unique-lots.ts';
import { isRural, readInfoAddress } from './info-address.ts';
import { toTitle } from './title.ts';
import { CITY, readDivision } from './words.ts';

/** Rows, the heading's among them, and the counter of pages (1/35). */
const ROW = 'tr[height="24"]';
const COUNTER = 'td.huifont';

interface RowText {
  readonly address: string;
  readonly title: string;
  /** What stands in brackets before the title, as the part of the city. */
  readonly shown: string;
}

/**
 * Maps a page of a list of notices (公告列表): each row is a notice, and a notice counts as one lot. A row says no state and no
 * price; what is announced or over, the notice itself says.
 */
export function mapList({ bytes }: RawDocument): MappedDocument {
  const page = openPage(bytes);
  const html = decodeTolerantly(page);
  const $ = openMarkup(html);
  const isCounted = /^\d+ ?\/ ?\d+/.test(toPlainText($(COUNTER).first().text()));
  const rows = readRowTexts($);
  if (!isCounted && rows.length === 0) throw refusalOf(page, COMMON_MARKS, COUNTER);
  if (isDamaged(page, html)) throw unreadableText('undecodable bytes');
  if (!/<\/html\s*>\s*$/i.test(html.slice(-400))) throw drift('the page is cut off', { missing: '</html>' });

  const { good, bad } = readRows(rows, (index) => `${ROW}:has(a):nth-of-type(${index + 1})`, readRow);
  refuseIfDrifted(rows.length, bad);
  const { lots, conflicts } = uniqueLots(good);
  return { lots, bids: [], quarantined: [...bad, ...conflicts] };
}

/** The heading's row has no link. */
function readRowTexts($: CheerioAPI): readonly RowText[] {
  return $(ROW)
    .toArray()
    .map((element) => $(element).find('a[href]').first())
    .filter((link) => link.length > 0)
    .map((link) => ({
      address: link.attr('href') ?? '',
      title: link.attr('title') ?? '',
      shown: toPlainText(link.text()),
    }));
}

function readRow(row: RowText): LotObservation {
  const address = need(readInfoAddress(row.address), ' a', `not the address of a lot: ${quote(row.address)}`);
  const title = toTitle(row.title || row.shown);
  if (title === '') throw new BadRow(' a', 'no title');
  const facts = said<LotFacts>({
    title,
    url: address.url,
    tradeCategory: isRural(address.category) ? 'collective' : undefined,
    divisionCode: readDivision(`${row.shown} ${row.title}`) ?? CITY,
  });
  return { externalId: address.id, facts };
}
