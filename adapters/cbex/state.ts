import type { LotStatus } from '#shared/domain/lot-status.ts';
import { type Fen, parseMoney } from '#shared/domain/money.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import { toPlainText } from '#shared/domain/plain-text.ts';
import { type Instant, parseBeijing } from '#shared/domain/time.ts';
import type { MappedDocument, QuarantinedRow, RawDocument } from '#shared/ports/auction-platform.ts';
import { toFactText } from '../kit/fact-text.ts';
import { openMarkup } from '../kit/markup.ts';
import type { Note } from '../kit/notice-amounts.ts';
import { linesOf } from '../kit/notice-lines.ts';
import { decodeTolerantly, isDamaged, openPage, unreadableText } from '../kit/page.ts';
import { maskPersonNames } from '../kit/person-names.ts';
import { refusalOf } from '../kit/refusal.ts';
import { quote } from '../kit/rows.ts';
import { said } from '../kit/said.ts';
import { BLOCK_MARKS } from './marks.ts';
import { readSubject } from './subject.ts';
import { STATE_MARKS, STATE_SENTENCES } from './words.ts';

/** What holds the state's word, in both of its shapes. */
const MARK = '.xmztz_cls';
/** A sign that follows a whole time; a page cut off within one has none. */
const TIME = '(\\d{4}) ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?日 ?(\\d{1,2}:\\d{2}(?::\\d{2})?)(?=[^\\d:])';
/** Amounts are yuan with two decimals always: one cut short would read as a smaller one. */
const AMOUNT = '[¥￥] ?([\\d,]{1,20}\\.\\d{2})(?!\\d)';
/** What follows a word of contact speaks of persons. */
const REASON = /(?:撤回|中止|暂停)原因: ?(.+?)(?:[,。;]?(?:详询|咨询|联系|电话).*)?$/;
const EXTENSIONS = /(?<!\d)(\d{1,6}) ?次延时/;

/**
 * Maps the page of a lot's state (`prjBidInfo`), a piece of a page. It says one of seven states by a mark, by a sentence or by
 * both; where they differ, or the word is not known, the lot's status is unsaid.
 */
export function mapState(document: RawDocument): MappedDocument {
  const page = openPage(document.bytes);
  const html = decodeTolerantly(page);
  const $ = openMarkup(html);
  const marks = $(MARK)
    .toArray()
    .map((element) => toPlainText($(element).text()));
  const lines = linesOf($);
  const sentences = [...STATE_SENTENCES].filter(([sentence]) => lines.some((line) => line.includes(sentence)));
  if (marks.length === 0 && sentences.length === 0) throw refusalOf(page, BLOCK_MARKS, MARK);
  if (isDamaged(page, html)) throw unreadableText('undecodable bytes');

  const quarantined: QuarantinedRow[] = [];
  const note: Note = (place, reason) => quarantined.push({ path: place, reason });
  const status = readStatus(
    marks,
    sentences.map(([, ours]) => ours),
    note,
  );
  // After a whole element nothing is cut off, so that the sign a time needs behind it may be the end.
  const text = lines.join(' ') + (html.trimEnd().endsWith('>') ? ' ' : '');
  const facts = readFacts(lines, text, status, note);
  const externalId = readSubject(document);
  if (externalId === undefined) note(MARK, 'the document does not say which lot it is of');
  const lots = externalId === undefined ? [] : [{ externalId, ...(status && { status }), facts }];
  return { lots, bids: [], quarantined };
}

function readStatus(marks: readonly string[], said: readonly LotStatus[], note: Note): LotStatus | undefined {
  const unknown = marks.find((mark) => !STATE_MARKS.has(mark));
  if (unknown !== undefined) note(MARK, `unknown status word ${quote(unknown)}`);
  const found = new Set([...marks.flatMap((mark) => STATE_MARKS.get(mark) ?? []), ...said]);
  if (found.size > 1) note(MARK, 'says two outcomes at once');
  return unknown === undefined && found.size === 1 ? [...found][0] : undefined;
}

function readFacts(
  lines: readonly string[],
  text: string,
  status: LotStatus | undefined,
  note: Note,
): Readonly<Partial<LotFacts>> {
  const startsAt = readTime('开始时间', text, note);
  const endsAt = readTime('结束时间', text, note);
  const isOrdered = startsAt === undefined || endsAt === undefined || startsAt < endsAt;
  if (!isOrdered) note('结束时间', 'not after the start');
  const extensions = EXTENSIONS.exec(text)?.[1];
  const isStopped = status === 'withdrawn' || status === 'suspended';
  const reason = isStopped
    ? lines.map((line) => REASON.exec(line)?.[1]).find((found) => found !== undefined)
    : undefined;
  return said<LotFacts>({
    ...(isOrdered && { startsAt, endsAt }),
    startPrice: readAmount(['起拍价'], text, note),
    currentPrice: readAmount(['当前价', '最高报价金额'], text, note),
    extensionCount: extensions === undefined ? undefined : Number(extensions),
    statusReason: maskPersonNames(toFactText(reason ?? '')) || undefined,
  });
}

function readTime(label: string, text: string, note: Note): Instant | undefined {
  if (!text.includes(label)) return undefined;
  const [, year, month, day, clock] = new RegExp(`${label} ?:? ?${TIME}`).exec(text) ?? [];
  const time = clock === undefined ? undefined : parseBeijing(`${year}年${month}月${day}日 ${clock}`);
  if (time === undefined) note(label, 'not a Beijing time');
  return time;
}

function readAmount(labels: readonly string[], text: string, note: Note): Fen | undefined {
  const label = labels.find((word) => text.includes(word));
  if (label === undefined) return undefined;
  const [, written = '', whole] = new RegExp(`${label} ?:? ?((?:${AMOUNT})?.{0,20})`).exec(text) ?? [];
  const amount = whole === undefined ? undefined : parseMoney(whole, 'yuan');
  if (amount?.kind === 'amount' && amount.fen > 0) return amount.fen;
  note(label, `not an amount: ${quote(written)}`);
  return undefined;
}
