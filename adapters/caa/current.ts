import type { LotStatus } from '#shared/domain/lot-status.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import type { MappedDocument, QuarantinedRow, RawDocument } from '#shared/ports/auction-platform.ts';
import { toFactText } from '../kit/fact-text.ts';
import { maskPersonNames } from '../kit/person-names.ts';
import { said } from '../kit/said.ts';
import { type Note, readExtension, readMoment, readYuanAboveZero } from './fields.ts';
import { readStatus } from './lot-facts.ts';
import { needSubject } from './lot-number.ts';
import { readReply } from './reply.ts';
import { Current } from './schema.ts';

type Live = Extract<ReturnType<typeof Current.read>, { ok: true }>['value'];

/** Maps how a lot stands now (竞价实时信息). The reply names no lot: the document's subject does. */
export function mapCurrent(document: RawDocument): MappedDocument {
  const { value, unread } = readReply(Current, document);
  const { externalId } = needSubject(document);
  const quarantined: QuarantinedRow[] = [];
  const note: Note = (path, reason) => quarantined.push({ path, reason });

  const status = readStatus(value.state, '/state', note);
  const facts = said<LotFacts>({
    ...readPrices(value, status, note),
    increment: readYuanAboveZero(value.rateLadder, '/rateLadder', note),
    extensionMinutes: readExtension(value.limitTime, note),
    extensionCount: value.delayTimes ?? undefined,
    endsAt: readMoment(value.endTime, '/endTime', note),
    reserve: readReserve(value.hasMinPrice),
    statusReason: status === 'withdrawn' || status === 'suspended' ? readReason(value) : undefined,
  });
  const clock = readMoment(value.nowTime, '/nowTime', note);
  const lot = { externalId, ...(status && { status }), facts };
  return { ...(clock && { clock }), lots: [lot], bids: [], quarantined, unread };
}

/** Without a bidder the price is the start price; of a sold lot it is the hammer price. */
function readPrices({ nowPrice, nowBidNum }: Live, status: LotStatus | undefined, note: Note) {
  const price = readYuanAboveZero(nowPrice, '/nowPrice', note);
  if (status === 'sold' && price === undefined) note('/nowPrice', 'a sale without a price');
  const isBidden = String(nowBidNum ?? '').trim() !== '';
  return { currentPrice: isBidden ? price : undefined, hammerPrice: status === 'sold' ? price : undefined };
}

function readReserve(flag: Live['hasMinPrice']): LotFacts['reserve'] | undefined {
  if (flag === undefined || flag === null) return undefined;
  return flag ? 'hidden' : 'none';
}

function readReason({ changeReason }: Live): string | undefined {
  return maskPersonNames(toFactText(changeReason ?? '')) || undefined;
}
