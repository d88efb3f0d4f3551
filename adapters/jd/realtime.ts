import type { LotStatus } from '#shared/domain/lot-status.ts';
import { type Fen, fromYuanNumber, parseMoney } from '#shared/domain/money.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import type { Instant } from '#shared/domain/time.ts';
import type { MappedDocument, QuarantinedRow, RawDocument } from '#shared/ports/auction-platform.ts';
import { toFactText } from '../kit/fact-text.ts';
import { readLink } from '../kit/link.ts';
import { readEpochMs } from '../kit/page-time.ts';
import { maskPersonNames } from '../kit/person-names.ts';
import { maskPersonalData } from '../kit/personal-data.ts';
import { quote } from '../kit/rows.ts';
import { said } from '../kit/said.ts';
import { manifest } from './manifest.ts';
import { openReply, readData, readSubject } from './reply.ts';
import { Realtime } from './schema.ts';
import { AUCTION_STATUS, readDisplayStatus } from './words.ts';

type Live = Extract<ReturnType<typeof Realtime.read>, { ok: true }>['value'];
type Note = (field: string, reason: string) => void;

/** Maps the real-time data of a lot (竞价实时数据). The reply names no lot: the document's subject does. */
export function mapRealtime(document: RawDocument): MappedDocument {
  const reply = openReply(document);
  const live = readData(Realtime, reply);
  const quarantined: QuarantinedRow[] = [];
  const note: Note = (field, reason) => quarantined.push({ path: `/data${field}`, reason });

  const clock = readMoment(live.serverNowTime, '/serverNowTime', note);
  const unread = reply.unread.list();
  const externalId = readSubject(document);
  if (externalId === undefined) note('', 'the document does not say which lot it is of');
  const { status, facts } = readLive(live, note);
  const lots = externalId === undefined ? [] : [{ externalId, ...(status && { status }), facts }];
  return { ...(clock && { clock }), lots, bids: [], quarantined, unread };
}

function readLive(live: Live, note: Note): { status: LotStatus | undefined; facts: Readonly<Partial<LotFacts>> } {
  const price = live.bidCount > 0 ? readPrice(live, note) : undefined;
  const reason = toFactText(live.remarks ?? '');
  const stopped = readDisplayStatus(live.displayStatus, reason);
  const status = stopped === 'as usual' ? readPhase(live, price, note) : toStatus(stopped, live, note);
  const startsAt = readMoment(live.startTime, '/startTime', note);
  const endsAt = readMoment(live.endTime, '/endTime', note);
  const isOrdered = startsAt === undefined || endsAt === undefined || startsAt < endsAt;
  if (!isOrdered) note('/endTime', 'not after the start');
  const facts = said<LotFacts>({
    ...(isOrdered && { startsAt, endsAt }),
    currentPrice: price,
    bidCount: live.bidCount,
    registrationCount: live.accessEnsureNum ?? undefined,
    extensionCount: live.delayedCount ?? undefined,
    hammerPrice: status === 'sold' ? price : undefined,
    statusReason: stopped === 'as usual' ? undefined : maskPersonNames(reason) || undefined,
  });
  return { status, facts };
}

function toStatus(stopped: LotStatus | 'unknown', live: Live, note: Note): LotStatus | undefined {
  if (stopped !== 'unknown') return stopped;
  note(
    '/displayStatus',
    `unknown code ${maskPersonalData(String(live.displayStatus))}, with the reason ${quote(maskPersonNames(live.remarks ?? ''))}`,
  );
  return undefined;
}

/** Over and confirmed with bids is a sale; over alone is not, for unsold lots end alike. */
function readPhase(live: Live, price: Fen | undefined, note: Note): LotStatus | undefined {
  const phase = AUCTION_STATUS.get(live.auctionStatus);
  if (phase === undefined) note('/auctionStatus', `unknown code ${maskPersonalData(String(live.auctionStatus))}`);
  const address = live.confirmationUrl?.trim() ?? '';
  if (address === '') return phase;
  if (readLink(address, manifest.hosts).kind !== 'own') note('/confirmationUrl', 'not an address of the platform');
  else if (phase !== 'ended') note('/confirmationUrl', 'a confirmation before the end');
  else if (live.bidCount === 0) note('/confirmationUrl', 'a confirmation without bids');
  else if (price !== undefined) return 'sold';
  else note('/currentPrice', 'a sale without a price');
  return phase;
}

/** Reads the current price, written twice: as a number and as text. */
function readPrice({ currentPrice, currentPriceStr }: Live, note: Note): Fen | undefined {
  const number = typeof currentPrice === 'number' ? fromYuanNumber(currentPrice) : undefined;
  if (typeof currentPrice === 'number' && number === undefined) note('/currentPrice', 'not an amount in yuan');
  const text = parseMoney(currentPriceStr ?? '');
  if (text.kind === 'unreadable') note('/currentPriceStr', `not an amount: ${quote(currentPriceStr ?? '')}`);
  if (text.kind !== 'amount') return number;
  if (number === undefined || number === text.fen) return text.fen;
  note('/currentPriceStr', 'another amount than /currentPrice');
  return undefined;
}

function readMoment(value: number | string | null | undefined, field: string, note: Note): Instant | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const at = typeof value === 'number' ? readEpochMs(value) : undefined;
  if (at === undefined) note(field, 'not a time');
  return at;
}
