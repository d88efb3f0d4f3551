import type { LotStatus } from '#shared/domain/lot-status.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import type { MappedDocument, QuarantinedRow, RawDocument } from '#shared/ports/auction-platform.ts';
import { COMMON_MARKS } from '../kit/block-page.ts';
import { openMarkup } from '../kit/markup.ts';
import type { Note } from '../kit/notice-amounts.ts';
import { linesOf } from '../kit/notice-lines.ts';
import { decodeTolerantly, isDamaged, openPage, unreadableText } from '../kit/page.ts';
import { maskPersonNames } from '../kit/person-names.ts';
import { drift, refusalOf } from '../kit/refusal.ts';
import { toPointer } from '../kit/rows.ts';
import { said } from '../kit/said.ts';
import { type InfoAddress, isRural, readInfoAddress, readInfoId } from './info-address.ts';
import { readAnnouncement, readPublished, readResult } from './notice-terms.ts';
import { propertyKeyOf, toTitle } from './title.ts';
import { type NoticeKind, readDivision, readNoticeKind } from './words.ts';

const TITLE = 'td#tdTitle';
const CONTENT = 'td#TDContent';
/** How browsers mark a page they save. */
const SAVED_FROM = /<!-- saved from url=\(\d{1,6}\)(\S{1,300}) -->/;
/** The name of what is sold, up to the next label of its line; it tells things apart, the title is the notice's own. */
const NAME = /(?:标的物?|项目|资产)名称: ?([^,。;]{2,200}?)(?= [^ :]{2,10}:|[,。;]|$)/;
/** As written, without the time that may stand behind it, so that it is the title a list shows. */
const FIRST_LINE = /^\s*([^\n]{0,500}?)\s*(?:[【[]?(?:信息|发布)时间|\n|$)/;
const UNSOLD = /流标|流拍|未成交/;

/** A notice taken apart. */
interface NoticeText {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly head: readonly string[];
  readonly lines: readonly string[];
}

/**
 * Maps a notice of rural property (农村综合产权交易公告) or the publicity of a result (公示): one lot, under the number of the
 * notice. What is not said beyond doubt is quarantined and left unsaid; files that hang on it are not read.
 *
 * @throws AppError `DOCUMENT.DRIFT` for anything but such a page, and when neither page nor `subject` says its number
 */
export function mapNotice({ bytes, subject = '' }: RawDocument): MappedDocument {
  const page = openPage(bytes);
  const html = decodeTolerantly(page);
  const $ = openMarkup(html);
  const address = readOwnAddress(html, $('link[rel="canonical"]').attr('href'));
  const cell = $(TITLE).first();
  const head = linesOf($, cell);
  const lines = linesOf($, $(CONTENT).first());
  const title = toTitle(FIRST_LINE.exec(cell.text())?.[1] ?? '');
  if (title === '' || $(CONTENT).length === 0) throw refusalOf(page, COMMON_MARKS, CONTENT);
  if (isDamaged(page, html)) throw unreadableText('undecodable bytes');
  if (!/<\/html\s*>\s*$/i.test(html.slice(-400))) throw drift('the page is cut off', { missing: '</html>' });
  const externalId = address?.id ?? readInfoId(subject);
  if (externalId === undefined) throw drift("the notice's number is needed", { missing: 'InfoID' });

  const quarantined: QuarantinedRow[] = [];
  const note: Note = (place, reason) => quarantined.push({ path: toPointer(place), reason: maskPersonNames(reason) });
  const notice = { kind: readNoticeKind(title), title, head, lines };
  const { status, facts } = readNotice(notice, note);
  const lot = { ...facts, ...readPlace(notice, address) };
  return { lots: [{ externalId, ...(status && { status }), facts: lot }], bids: [], quarantined };
}

function readNotice(notice: NoticeText, note: Note): { status?: LotStatus; facts: Partial<LotFacts> } {
  const { kind, title, head, lines } = notice;
  const names = new Set(lines.flatMap((line) => NAME.exec(line)?.[1]?.trim() ?? []));
  if (kind === 'other') note('标题', 'a notice about a notice');
  if (names.size > 1) note('标的名称', 'several lots in one notice');
  if (kind === 'other' || names.size > 1) return { facts: { title } };
  const [name = title] = names;
  const shown = said<LotFacts>({ title, propertyKey: propertyKeyOf(toTitle(name)) });
  if (kind === 'passed-in') return { status: 'passed-in', facts: shown };
  const text = lines.join('\n');
  if (kind === 'announcement') {
    const liveAt = readPublished([...head.slice(1), ...lines], note);
    return { status: 'announced', facts: { ...shown, ...(liveAt && { liveAt }), ...readAnnouncement(text, note) } };
  }
  if (UNSOLD.test(text)) note('成交价', 'says two outcomes at once');
  const result = UNSOLD.test(text) ? {} : readResult(text, note);
  if (result.hammerPrice === undefined) note('成交价', 'a sale without a price');
  return { ...(result.hammerPrice !== undefined && { status: 'sold' }), facts: { ...shown, ...result } };
}

function readPlace({ title }: NoticeText, address: InfoAddress | undefined): Partial<LotFacts> {
  const isOfRural = title.includes('农村产权') || title.includes('农村综合产权') || isRural(address?.category ?? '');
  return said<LotFacts>({
    url: address?.url,
    tradeCategory: isOfRural ? 'collective' : undefined,
    divisionCode: readDivision(title),
  });
}

function readOwnAddress(html: string, canonical: string | undefined): InfoAddress | undefined {
  const saved = SAVED_FROM.exec(html.slice(0, 2_000))?.[1]?.replaceAll('&amp;', '&');
  return readInfoAddress(canonical ?? '') ?? readInfoAddress(saved ?? '');
}
