import type { LotFacts, LotObservation } from '#shared/domain/observation.ts';
import type { MappedDocument, RawDocument } from '#shared/ports/auction-platform.ts';
import { decodeReferences } from '../kit/character-references.ts';
import { readOrganisation, toFactText } from '../kit/fact-text.ts';
import { openPage } from '../kit/page.ts';
import { maskPersonNames } from '../kit/person-names.ts';
import { BadRow, need, quote, readRows, refuseIfDrifted, toPointer } from '../kit/rows.ts';
import { said } from '../kit/said.ts';
import { uniqueLots } from '../kit/unique-lots.ts';
import { readAmount, readMoment } from './list-values.ts';
import { isLotNumber, openSearch } from './reply.ts';
import { SearchRow } from './schema.ts';
import { AUCTION_STATUS, ROUNDS, readDisplayStatus, readShop, SOURCES } from './words.ts';

type Row = Extract<ReturnType<typeof SearchRow.read>, { ok: true }>['value'];

/** Maps a page of the search call (列表). Its form is known from scrapers' code only: README.md. */
export function mapList(document: RawDocument): MappedDocument {
  const { rows, total, unread } = openSearch(openPage(document.bytes));
  const { good, bad } = readRows(
    rows,
    (index) => toPointer('datas', index),
    (value) => {
      const reading = SearchRow.read(value);
      if (!reading.ok) throw new BadRow(reading.path, reading.reason);
      unread.add('/datas/*', reading.unread);
      return readLot(reading.value);
    },
  );
  refuseIfDrifted(rows.length, bad);
  const { lots, conflicts } = uniqueLots(good);
  return { lots, bids: [], quarantined: [...bad, ...conflicts], unread: unread.list(), listed: total };
}

/** How many lots a page says there are in all; 0 for one that cannot be understood: who maps it says what is wrong. */
export function readTotal(bytes: Uint8Array): number {
  try {
    return openSearch(openPage(bytes)).total;
  } catch {
    return 0;
  }
}

function readLot(row: Row): LotObservation {
  const externalId = String(row.id);
  if (!isLotNumber(externalId)) throw new BadRow('/id', 'not a lot number');
  const title = maskPersonNames(toFactText(decodeReferences(row.title)));
  if (title === '') throw new BadRow('/title', 'empty');
  const status = readStatus(row);
  const facts = said<LotFacts>({
    title,
    url: `https://paimai.jd.com/${externalId}`,
    venue: 'online',
    ...readCategory(row),
    ...readTimes(row),
    // Without a bid it is the start price, which the lot's own terms say.
    currentPrice: row.bidCount > 0 ? readAmount(row.currentPrice, '/currentPrice') : undefined,
    appraisal: readAmount(row.assessmentPrice, '/assessmentPrice') || undefined,
    bidCount: row.bidCount,
    ...readShop(readOrganisation(row.shopName ?? '') ?? ''),
    location: maskPersonNames(toFactText(row.productAddress ?? '')) || undefined,
  });
  return { externalId, ...(status !== undefined && { status }), facts };
}

/** A lot that was stopped does not say here whether for good (7): its own call does. */
function readStatus({ auctionStatus, displayStatus }: Row) {
  const phase = need(AUCTION_STATUS.get(Number(auctionStatus)), '/auctionStatus', unknownCode(auctionStatus));
  const code = displayStatus === undefined || displayStatus === null ? undefined : Number(displayStatus);
  const shown = readDisplayStatus(code, '');
  if (shown === 'as usual') return phase;
  if (shown === 'unknown' && code !== 7) throw new BadRow('/displayStatus', unknownCode(displayStatus ?? ''));
  return shown === 'unknown' ? undefined : shown;
}

function readCategory({ publishSource, paimaiTimes }: Row): Readonly<Partial<LotFacts>> {
  const source = typeof publishSource === 'number' ? SOURCES.get(publishSource) : {};
  // 0 stands where no round was entered (a scraper's code of 2022).
  const round = paimaiTimes ? ROUNDS.get(paimaiTimes) : {};
  return {
    ...need(source, '/publishSource', unknownCode(publishSource ?? '')),
    ...need(round, '/paimaiTimes', unknownCode(paimaiTimes ?? '')),
  };
}

function readTimes({ startTime, endTime }: Row): Pick<LotFacts, 'startsAt' | 'endsAt'> {
  const startsAt = readMoment(startTime, '/startTime');
  const endsAt = readMoment(endTime, '/endTime');
  if (endsAt <= startsAt) throw new BadRow('/endTime', 'not after the start');
  return { startsAt, endsAt };
}

function unknownCode(code: number | string): string {
  return `unknown code ${quote(String(code))}`;
}
