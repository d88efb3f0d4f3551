import { type Fen, fromYuanNumber } from '#shared/domain/money.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import { toPlainText } from '#shared/domain/plain-text.ts';
import type { MappedDocument, QuarantinedRow, RawDocument } from '#shared/ports/auction-platform.ts';
import { decodeReferences } from '../kit/character-references.ts';
import { toFactText } from '../kit/fact-text.ts';
import { parseJson } from '../kit/json-reply.ts';
import { readEpochMs } from '../kit/page-time.ts';
import { maskPersonNames } from '../kit/person-names.ts';
import { maskPersonalData } from '../kit/personal-data.ts';
import { drift } from '../kit/refusal.ts';
import { quote } from '../kit/rows.ts';
import { said } from '../kit/said.ts';
import { isLotNumber, openReply, type Reply, readData } from './reply.ts';
import { BasicInfo, ExtendInfo } from './schema.ts';
import { ROUNDS, readDisplayStatus, SOURCES } from './words.ts';

type Info = Extract<ReturnType<typeof BasicInfo.read>, { ok: true }>['value'];

/** Quarantines one field of the reply. */
type Note = (field: string, reason: string) => void;

/** "No cap" on a bid's step is written as a hundred thousand million yuan. */
const NO_CAP = fromYuanNumber(1e11) ?? 0;

/** Maps a lot's basic information (标的基本信息). A field that cannot be read is quarantined and left unsaid. */
export function mapBasicInfo(document: RawDocument): MappedDocument {
  const reply = openReply(document);
  const info = readData(BasicInfo, reply);
  readExtendInfo(info.extendInfoMap ?? '{}', reply);
  const quarantined: QuarantinedRow[] = [];
  const note: Note = (field, reason) => quarantined.push({ path: `/data/${field}`, reason });

  const externalId = String(info.paimaiId);
  if (!isLotNumber(externalId)) throw drift('not a lot number', { at: '/data/paimaiId' });
  const facts = readFacts(info, externalId, note);
  const lot = { externalId, ...readStopped(info, note) };
  return {
    lots: [{ ...lot, facts: said<LotFacts>({ ...facts, ...lot.facts }) }],
    bids: [],
    quarantined,
    unread: reply.unread.list(),
  };
}

/** Looks into the JSON inside the string: it holds nothing we read yet, and its first field is to be noticed. */
function readExtendInfo(text: string, { unread }: Reply): void {
  const reading = ExtendInfo.read(parseJson(text));
  if (!reading.ok) throw drift('a string carries no JSON object', { at: '/data/extendInfoMap' });
  unread.add('/data/extendInfoMap', reading.unread);
}

function readFacts(info: Info, externalId: string, note: Note) {
  const title = maskPersonNames(toFactText(decodeReferences(info.title)));
  if (title === '') throw drift('a part of the reply is empty', { at: '/data/title' });
  const category = readCategory(info, note);
  return said<LotFacts>({
    title,
    url: `https://paimai.jd.com/${externalId}`,
    venue: 'online',
    ...category,
    // Asset sales quote leases per year or month in the same field; only a court's sale is certain to quote a total.
    priceBasis: category.tradeCategory === 'judicial' && !title.includes('租') ? 'total' : undefined,
    ...readTerms(info, note),
    ...readTimes(info, note),
    location: readLocation(info),
  });
}

function readCategory({ publishSource, paimaiTimes }: Info, note: Note): Readonly<Partial<LotFacts>> {
  const source = typeof publishSource === 'number' ? SOURCES.get(publishSource) : {};
  if (source === undefined) note('publishSource', `unknown code ${maskPersonalData(String(publishSource))}`);
  const round = typeof paimaiTimes === 'number' ? ROUNDS.get(paimaiTimes) : {};
  if (round === undefined) note('paimaiTimes', `unknown code ${maskPersonalData(String(paimaiTimes))}`);
  return { ...source, ...round };
}

function readTerms(info: Info, note: Note) {
  const amount = (
    field: 'startPrice' | 'ensurePrice' | 'priceLowerOffset' | 'priceHigherOffset' | 'assessmentPrice',
  ) => {
    const yuan = info[field];
    if (typeof yuan !== 'number') return undefined;
    const fen = fromYuanNumber(yuan);
    if (fen === undefined) note(field, 'not an amount in yuan');
    return fen;
  };
  const cap = positive(amount('priceHigherOffset'));
  return {
    startPrice: amount('startPrice'),
    deposit: positive(amount('ensurePrice')),
    increment: positive(amount('priceLowerOffset')),
    maxIncrement: cap !== undefined && cap < NO_CAP ? cap : undefined,
    appraisal: positive(amount('assessmentPrice')),
    reserve: readReserve(info.minPrice ?? '', note),
    extensionMinutes: readMinutes(info.delayedTime, note),
  };
}

/** 0.0 stands where nothing was entered. */
function positive(amount: Fen | undefined): Fen | undefined {
  return amount === 0 ? undefined : amount;
}

function readReserve(text: string, note: Note): LotFacts['reserve'] | undefined {
  const word = toPlainText(text);
  if (word === '无') return 'none';
  if (word !== '') note('minPrice', `unknown reserve word ${quote(word)}`);
  return undefined;
}

function readMinutes(minutes: number | null | undefined, note: Note): number | undefined {
  if (typeof minutes !== 'number' || minutes === 0) return undefined;
  if (minutes > 0 && minutes < 1_440) return minutes;
  note('delayedTime', 'not a number of minutes');
  return undefined;
}

function readTimes({ startTime, endTime }: Info, note: Note) {
  const startsAt = readEpochMs(startTime);
  const endsAt = readEpochMs(endTime);
  if (startsAt === undefined) note('startTime', 'not a time');
  if (endsAt === undefined) note('endTime', 'not a time');
  if (startsAt === undefined || endsAt === undefined || startsAt < endsAt) return { startsAt, endsAt };
  note('endTime', 'not after the start');
  return {};
}

/** 其他 (other) stands where no street was entered. */
function readLocation({ productAddressResult: place }: Info): string | undefined {
  const parts = [place?.province, place?.city, place?.county, place?.town, place?.address];
  const named = parts.flatMap((part) => (part && part !== '其他' ? maskPersonNames(toFactText(part)) : []));
  return toFactText(named.join(' ')) || undefined;
}

/** A lot that goes its ordinary way says no status here: whether bidding is on is known to the real-time data only. */
function readStopped({ displayStatus, downReason }: Info, note: Note) {
  const reason = toFactText(downReason ?? '');
  const status = readDisplayStatus(displayStatus, reason);
  if (status === 'as usual') return { facts: {} };
  const facts = { statusReason: maskPersonNames(reason) || undefined };
  if (status !== 'unknown') return { status, facts };
  note('displayStatus', `unknown code ${maskPersonalData(String(displayStatus))}`);
  return { facts };
}
