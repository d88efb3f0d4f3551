import * as z from 'zod/mini';
import type { LotStatus } from '#shared/domain/lot-status.ts';
import { type Fen, parseMoney } from '#shared/domain/money.ts';
import type { LotFacts, LotObservation } from '#shared/domain/observation.ts';
import { type Instant, parseBeijing } from '#shared/domain/time.ts';
import type { MappedDocument, RawDocument } from '#shared/ports/auction-platform.ts';
import { collectUnread, drifting } from '../kit/drifting.ts';
import { toFactText } from '../kit/fact-text.ts';
import { readJsonReply } from '../kit/json-reply.ts';
import { openPage } from '../kit/page.ts';
import { maskPersonNames } from '../kit/person-names.ts';
import { type BlockMarks, drift } from '../kit/refusal.ts';
import { BadRow, need, quote, readRows, refuseIfDrifted, toPointer } from '../kit/rows.ts';
import { said } from '../kit/said.ts';
import { uniqueLots } from '../kit/unique-lots.ts';
import { type ListRow, readListRows } from './list-rows.ts';
import { withPropertyKeys } from './property-key.ts';
import { LABELS, readStatusWord } from './words.ts';
import { type DatedRow, readComingStart } from './year.ts';

/** The list is HTML inside a JSON reply. */
const ListReply = drifting(z.object({ html: z.string() }));

/** The script a shield in front of the site sends first (cookie name from a recorded visit of 2024), and plain pages. */
const BLOCK_MARKS: BlockMarks = [
  ['captcha', /__jsl_clearance|document\.cookie\s{0,4}=/],
  ['login', /<title>[^<]{0,60}登录/],
  ['punish', /<title>[^<]{0,60}(?:403|访问被|拦截)/],
];

const LONGEST_LABEL = 40;

const KNOWN_LABELS: ReadonlySet<string> = new Set([
  LABELS.startPrice,
  LABELS.appraisal,
  LABELS.startsAt,
  ...LABELS.endsAt.keys(),
]);

/** Maps the reply of the list call (项目列表). */
export function mapList(document: RawDocument): MappedDocument {
  const reply = ListReply.read(readJsonReply(openPage(document.bytes), BLOCK_MARKS));
  if (!reply.ok) throw drift('the reply is not as known', { at: reply.path, reason: reply.reason });
  const rows = readListRows(reply.value.html);
  if (rows === undefined) throw drift('a data anchor is missing', { missing: 'div.product' });

  const dated = rows.flatMap(toDatedRow);
  const pathOf = (index: number) => `div.product:nth-of-type(${index + 1})`;
  const { good, bad } = readRows(rows, pathOf, (row) => readLot(row, dated, document.observedAt));
  refuseIfDrifted(rows.length, bad);

  const { lots, conflicts } = uniqueLots(withPropertyKeys(good));
  const unread = collectUnread();
  unread.add('', reply.unread);
  unread.add('/html/*', rows.flatMap(unknownLabels));
  return { lots, bids: [], quarantined: [...bad, ...conflicts], unread: unread.list() };
}

function unknownLabels({ terms }: ListRow): readonly string[] {
  return [...terms.keys()]
    .filter((label) => !KNOWN_LABELS.has(label))
    .map((label) => toPointer(toFactText(label).slice(0, LONGEST_LABEL).toWellFormed()));
}

function toDatedRow({ id, terms }: ListRow): readonly DatedRow[] {
  const at = parseBeijing(readEnd(terms)?.text ?? '');
  return at === undefined ? [] : [{ id: Number(id), at }];
}

function readEnd(terms: ListRow['terms']): { readonly text: string; readonly status: LotStatus } | undefined {
  for (const [label, status] of LABELS.endsAt) {
    const text = terms.get(label);
    if (text !== undefined) return { text, status };
  }
  return undefined;
}

function readLot(row: ListRow, dated: readonly DatedRow[], observedAt: Instant): LotObservation {
  if (!/^[0-9]{4,12}$/.test(row.id)) throw new BadRow('', 'not a lot number');
  if (row.address !== `Handle/${row.id}.shtml`) throw new BadRow(' .p_img > a', 'not the address of the same lot');
  const title = maskPersonNames(toFactText(row.title));
  if (title === '') throw new BadRow(' .p_img > a', 'no title');
  const status = readStatus(row);
  const end = readEnd(row.terms)?.text;
  const startsAt = readStart(row, dated, observedAt);
  const endsAt = end === undefined ? undefined : need(parseBeijing(end), ' .time-fd', `not a time: ${quote(end)}`);
  if (startsAt !== undefined && endsAt !== undefined && endsAt <= startsAt)
    throw new BadRow(' .time-fd', 'ends before it starts');
  const facts = said<LotFacts>({
    title,
    url: `https://www1.rmfysszc.gov.cn/Handle/${row.id}.shtml`,
    tradeCategory: 'judicial',
    // Courts sell for a total; the right to a rent is the one thing that may be quoted otherwise.
    priceBasis: title.includes('租') ? undefined : 'total',
    ...readPrices(row, status),
    appraisal: readAmount(row.terms.get(LABELS.appraisal) ?? '', ` .prod-guj ${LABELS.appraisal}`),
    startsAt,
    endsAt,
  });
  return { externalId: row.id, status, facts };
}

function readStart({ id, terms }: ListRow, dated: readonly DatedRow[], observedAt: Instant): Instant | undefined {
  const text = terms.get(LABELS.startsAt);
  if (text === undefined) return undefined;
  if (!/\d ?月 ?\d{1,2} ?日/.test(text)) throw new BadRow(' .time-fd', `not a time: ${quote(text)}`);
  return readComingStart(text, Number(id), dated, observedAt);
}

/** The words of a row and the label of its time say the same, or the row is not understood. */
function readStatus({ statusWords, terms }: ListRow): LotStatus {
  const words = statusWords.map((word) => {
    return need(readStatusWord(word), ' .prod-alink', `unknown status word ${quote(word)}`);
  });
  const [status, ...others] = new Set(words);
  if (status === undefined) throw new BadRow(' .prod-alink', 'no status word');
  const labelled = readEnd(terms)?.status ?? status;
  if (others.length > 0 || labelled !== status) throw new BadRow(' .prod-alink', 'says two outcomes at once');
  return status;
}

/** A lot that is over shows one price: what it was sold for, or what nobody gave. */
function readPrices(row: ListRow, status: LotStatus): Pick<Partial<LotFacts>, 'startPrice' | 'hammerPrice'> {
  const over = readAmount(row.overPrice, ' .prod-price');
  if (status === 'sold') return { hammerPrice: need(over, ' .prod-price', 'a sale without a price') };
  const start = readAmount(row.terms.get(LABELS.startPrice) ?? '', ` .prod-guj ${LABELS.startPrice}`);
  return said<LotFacts>({ startPrice: status === 'passed-in' ? over : start });
}

/** Reads an amount that names its unit; a bare figure is not taken for yuan nor for 万. */
function readAmount(text: string, field: string): Fen | undefined {
  const amount = parseMoney(text);
  if (amount.kind === 'none') return undefined;
  if (amount.kind === 'amount' && /[万亿元]\s*$/.test(text)) return amount.fen;
  throw new BadRow(field, `not an amount with its unit: ${quote(text)}`);
}
