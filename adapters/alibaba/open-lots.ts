import type { LotStatus } from '#shared/domain/lot-status.ts';
import { type Fen, fen } from '#shared/domain/money.ts';
import type { LotFacts, LotObservation } from '#shared/domain/observation.ts';
import { type Instant, parseBeijing } from '#shared/domain/time.ts';
import type { MappedDocument, QuarantinedRow, RawDocument } from '#shared/ports/auction-platform.ts';
import { collectUnread } from '../kit/drifting.ts';
import { toFactText } from '../kit/fact-text.ts';
import { drift } from '../kit/refusal.ts';
import { need, quote } from '../kit/rows.ts';
import { said } from '../kit/said.ts';
import { uniqueLots } from '../kit/unique-lots.ts';
import { isLotNumber } from './address.ts';
import type { Note } from './item-terms.ts';
import { needValue, type OpenReply, readBody, readList } from './open-reply.ts';
import { ItemDetail, ItemList, ItemListRow, ProjectDetail, type ProjectValue, type Remainder } from './open-schema.ts';
import { needSubject } from './subject.ts';
import { readTitleAndRound } from './title.ts';
import { ITEM_STATUS, PROJECT_STATUS, REMAINDER_PAID, SETTLED_IN_KIND } from './words.ts';

const VALUE = '/result/value';

/** Maps `zc.project.detail`: one lot, with its outcome. */
export function mapProjectDetail(reply: OpenReply): MappedDocument {
  const unread = collectUnread();
  const value = needValue(readBody(ProjectDetail, reply, unread).result);
  const externalId = String(value.item_id);
  if (!isLotNumber(externalId)) throw drift('not a lot number', { at: `${VALUE}/item_id` });
  const quarantined: QuarantinedRow[] = [];
  const note = noteUnder(VALUE, quarantined);

  const { hammerPrice, ...settled } = readOutcome(value, note);
  const { title, round } = readTitleAndRound(value.title, '', note);
  const facts = said<LotFacts>({
    title: title || undefined,
    round,
    venue: 'online',
    reference: toReference(value.out_id),
    startPrice: toFen(value.start_price),
    increment: toFen(value.increase_range) || undefined,
    ...readPeriod(value, note),
    liveAt: readTime(value.publish_time, 'publish_time', note),
    registrationCount: value.apply_count ?? undefined,
    bidCount: value.bid_count ?? undefined,
    hammerPrice,
  });
  return { lots: [{ externalId, ...settled, facts }], bids: [], quarantined, unread: unread.list() };
}

/** 已结束 is said of every lot that is over; only a time and price of sale beside it make it a sale. */
function readOutcome(value: ProjectValue, note: Note): { status?: LotStatus; hammerPrice?: Fen } {
  const status = PROJECT_STATUS.get(value.status.trim());
  if (status === undefined) {
    note('status', `unknown status word ${quote(value.status)}`);
    return {};
  }
  const hammerPrice = toFen(value.final_price) || undefined;
  const soldAt = readTime(value.winner_time, 'winner_time', note);
  if (status !== 'ended' || hammerPrice === undefined || soldAt === undefined) return { status };
  return { status: 'sold', hammerPrice };
}

/** Maps `zc.itemdetail.query`: what became of the payment. It does not name the lot. */
export function mapItemDetail(reply: OpenReply, document: RawDocument): MappedDocument {
  const unread = collectUnread();
  const value = needValue(readBody(ItemDetail, reply, unread).result);
  const externalId = needSubject(document);
  const quarantined: QuarantinedRow[] = [];
  const note = noteUnder(VALUE, quarantined);

  const { title, round } = readTitleAndRound(value.title ?? '', value.auction_period ?? '', note);
  const facts = said<LotFacts>({
    title: title || undefined,
    round,
    startsAt: readTime(value.start_time, 'start_time', note),
    registrationCount: value.apply_count ?? undefined,
    paidAt: readPayment(value.remain_info, note),
  });
  return { lots: [{ externalId, facts }], bids: [], quarantined, unread: unread.list() };
}

function readPayment(remainder: Remainder | null | undefined, note: Note): Instant | undefined {
  const word = remainder?.remain_pay_status ?? '';
  const isPaid = REMAINDER_PAID.get(word);
  if (isPaid === undefined && word !== '') note('remain_info/remain_pay_status', `unknown word ${quote(word)}`);
  return isPaid === true ? readTime(remainder?.remain_pay_time, 'remain_info/remain_pay_time', note) : undefined;
}

/** Maps `zc.itemlist.query`: the lots of one case with their outcomes, without prices. */
export function mapItemList(reply: OpenReply): MappedDocument {
  const unread = collectUnread();
  const list = needValue(readBody(ItemList, reply, unread).result).auction_item_list;
  const { good, bad } = readList(list, `${VALUE}/auction_item_list`, ItemListRow, unread, readItem);
  const { lots, conflicts } = uniqueLots(good.flatMap(({ path, row: { lot } }) => (lot ? [{ path, row: lot }] : [])));
  const noted = good.flatMap(({ path, row }) => row.noted.map((note) => ({ ...note, path: path + note.path })));
  return { lots, bids: [], quarantined: [...bad, ...noted, ...conflicts], unread: unread.list() };
}

/** No lot for one that was handed over: that is known, so that it does not speak of another format. */
function readItem(row: ItemListRow): { readonly lot?: LotObservation; readonly noted: readonly QuarantinedRow[] } {
  const externalId = need(toLotNumber(row.item_id), '/item_id', 'not a lot number');
  const word = String(row.auction_status).trim();
  if (SETTLED_IN_KIND.includes(word)) {
    return { noted: [{ path: '/auction_status', reason: 'handed over to settle a debt: no outcome of a sale' }] };
  }
  const status = need(ITEM_STATUS.get(word), '/auction_status', `unknown status word ${quote(word)}`);
  const noted: QuarantinedRow[] = [];
  const { title, round } = readTitleAndRound(row.title ?? '', row.auction_period ?? '', noteUnder('', noted));
  return {
    lot: { externalId, status, facts: said<LotFacts>({ title: title || undefined, round, venue: 'online' }) },
    noted,
  };
}

/** The number of a lot as text; undefined for anything else. */
export function toLotNumber(id: number | string): string | undefined {
  const text = String(id);
  return isLotNumber(text) ? text : undefined;
}

/** An amount that is already whole fen. */
export function toFen(amount: number | null | undefined): Fen | undefined {
  return typeof amount === 'number' ? fen(amount) : undefined;
}

/** Our own reference; unsaid when masking would change it into another. */
export function toReference(text: string | null | undefined): string | undefined {
  const written = (text ?? '').trim();
  return written !== '' && toFactText(written) === written ? written : undefined;
}

function readPeriod(value: ProjectValue, note: Note) {
  const startsAt = readTime(value.start_time, 'start_time', note);
  const endsAt = readTime(value.end_time, 'end_time', note);
  if (startsAt === undefined || endsAt === undefined || startsAt < endsAt) return { startsAt, endsAt };
  note('end_time', 'not after the start');
  return { startsAt: undefined, endsAt: undefined };
}

function readTime(text: string | null | undefined, field: string, note: Note): Instant | undefined {
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  const at = parseBeijing(text);
  if (at === undefined) note(field, `not a time: ${quote(text)}`);
  return at;
}

function noteUnder(place: string, quarantined: QuarantinedRow[]): Note {
  return (field, reason) => quarantined.push({ path: `${place}/${field}`, reason });
}
