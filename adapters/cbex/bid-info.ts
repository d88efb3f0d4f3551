import { type Fen, parseMoney } from '#shared/domain/money.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import type { Instant } from '#shared/domain/time.ts';
import type { MappedDocument, QuarantinedRow, RawDocument } from '#shared/ports/auction-platform.ts';
import type { Drifting } from '../kit/drifting.ts';
import { readJsonReply } from '../kit/json-reply.ts';
import { openPage } from '../kit/page.ts';
import { readEpochMs } from '../kit/page-time.ts';
import { drift } from '../kit/refusal.ts';
import { quote } from '../kit/rows.ts';
import { said } from '../kit/said.ts';
import { BLOCK_MARKS } from './marks.ts';
import { BidInfo, type BidInfoObject, DetailInfo } from './schema.ts';
import { readSubject } from './subject.ts';

type Note = (field: string, reason: string) => void;

/**
 * Maps the reply of `bidInfo`: price, bids and extensions so far. Its words of the state (JYZT, JYZTSM) lie now and then and are
 * not read.
 */
export function mapBidInfo(document: RawDocument): MappedDocument {
  const { value, unread } = readReply(document, BidInfo);
  const quarantined: QuarantinedRow[] = [];
  const note: Note = (field, reason) => quarantined.push({ path: `/object/${field}`, reason });
  const clock = readClock(value.object, note);
  return { ...(clock && { clock }), ...ofLot(document, readBidInfo(value.object, note), quarantined), unread };
}

/** Maps the reply of `detailInfo`: how many have registered. */
export function mapDetailInfo(document: RawDocument): MappedDocument {
  const { value, unread } = readReply(document, DetailInfo);
  return { ...ofLot(document, { registrationCount: value.object.bmrs }, []), unread };
}

function readReply<T extends { readonly success?: boolean | null | undefined }>(
  { bytes }: RawDocument,
  schema: Drifting<T>,
) {
  const reading = schema.read(readJsonReply(openPage(bytes), BLOCK_MARKS));
  if (!reading.ok) throw drift('the reply is not as known', { at: reading.path, reason: reading.reason });
  if (reading.value.success !== true) throw drift('the platform sent an error reply', { at: '/success' });
  return { value: reading.value, unread: reading.unread.toSorted() };
}

function ofLot(document: RawDocument, facts: Readonly<Partial<LotFacts>>, noted: readonly QuarantinedRow[]) {
  const externalId = readSubject(document);
  const nameless: readonly QuarantinedRow[] =
    externalId === undefined ? [{ path: '/object', reason: 'the document does not say which lot it is of' }] : [];
  return {
    lots: externalId === undefined ? [] : [{ externalId, facts }],
    bids: [],
    quarantined: [...noted, ...nameless],
  };
}

function readBidInfo(info: BidInfoObject, note: Note): Readonly<Partial<LotFacts>> {
  const bidCount = readCount(info.COUNT, 'COUNT', note);
  return said<LotFacts>({
    // Before the first bid the fields of prices hold nought.
    currentPrice: bidCount === undefined || bidCount === 0 ? undefined : readPrice(info, note),
    bidCount,
    extensionCount: readCount(info.FID_CKCS ?? '', 'FID_CKCS', note),
  });
}

/** Bids only rise, so that the highest is the latest; where they differ, one of them is something else. */
function readPrice({ ZGJ, ZXJ }: BidInfoObject, note: Note): Fen | undefined {
  if ((ZXJ ?? '') !== '' && ZXJ !== ZGJ) {
    note('ZGJ', 'another amount than /object/ZXJ');
    return undefined;
  }
  const amount = /^[1-9]\d{0,12}$/.test(ZGJ) ? parseMoney(ZGJ, 'yuan') : undefined;
  if (amount?.kind === 'amount') return amount.fen;
  note('ZGJ', `not an amount in yuan: ${quote(ZGJ)}`);
  return undefined;
}

function readCount(text: string, field: string, note: Note): number | undefined {
  if (text === '') return undefined;
  if (/^(?:0|[1-9]\d{0,8})$/.test(text)) return Number(text);
  note(field, `not a count: ${quote(text)}`);
  return undefined;
}

function readClock({ dateTime }: BidInfoObject, note: Note): Instant | undefined {
  const clock = /^\d{13}$/.test(dateTime) ? readEpochMs(Number(dateTime)) : undefined;
  if (clock === undefined) note('dateTime', `not a time: ${quote(dateTime)}`);
  return clock;
}
