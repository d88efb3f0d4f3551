import { type Fen, fromYuanNumber } from '#shared/domain/money.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import type { MappedDocument, QuarantinedRow, RawDocument } from '#shared/ports/auction-platform.ts';
import { said } from '../kit/said.ts';
import { type Note, readMoment, readYuanAboveZero } from './fields.ts';
import { needSubject } from './lot-number.ts';
import { readReply } from './reply.ts';
import { Confirmation } from './schema.ts';

type Confirmed = Extract<ReturnType<typeof Confirmation.read>, { ok: true }>['value'];

/** Maps a confirmation (竞价成功确认书): price and time. Who bought the lot is never read. One not yet written says nothing. */
export function mapConfirmation(document: RawDocument): MappedDocument {
  const { value, unread } = readReply(Confirmation, document);
  const { externalId } = needSubject(document);
  const quarantined: QuarantinedRow[] = [];
  const note: Note = (path, reason) => quarantined.push({ path, reason });

  const confirmedAt = readMoment(value.bargainTime, '/bargainTime', note);
  const hammerPrice = readHammer(value, note);
  if (confirmedAt === undefined && hammerPrice === undefined) return { lots: [], bids: [], quarantined, unread };
  const facts = said<LotFacts>({ hammerPrice, confirmedAt });
  return { lots: [{ externalId, status: 'sold', facts }], bids: [], quarantined, unread };
}

/**
 * The price on the lot's basis. Of a lot sold by the unit the platform's own script takes `bargainPrice` once for the unit's price
 * and once for the whole, so it is believed only where `singlePrice` settles it.
 */
function readHammer({ bargainPrice, singlePrice, amount }: Confirmed, note: Note): Fen | undefined {
  const price = readYuanAboveZero(bargainPrice, '/bargainPrice', note);
  const single = readYuanAboveZero(singlePrice, '/singlePrice', note);
  const units = String(amount ?? '').trim();
  if (price === undefined || units === '' || Number(units) === 1) return price;
  if (single !== undefined && (single === price || isProduct(single, units, price))) return single;
  note('/bargainPrice', 'neither a unit nor the whole');
  return undefined;
}

/** Whether so many units at the price of one make the whole, to the fen. */
function isProduct(single: Fen, units: string, whole: Fen): boolean {
  const hundredths = /^\d{1,9}(?:\.\d{1,2})?$/.test(units) ? fromYuanNumber(Number(units)) : undefined;
  return hundredths !== undefined && BigInt(single) * BigInt(hundredths) === BigInt(whole) * 100n;
}
