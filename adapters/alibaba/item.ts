import type { BidObservation } from '#shared/domain/bid.ts';
import type { LotStatus } from '#shared/domain/lot-status.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import type { Round } from '#shared/domain/trade.ts';
import type { MappedDocument, QuarantinedRow } from '#shared/ports/auction-platform.ts';
import { readOrganisation, toFactText } from '../kit/fact-text.ts';
import { decodeTolerantly, isDamaged, type Page, unreadableText } from '../kit/page.ts';
import { drift, refusalOf } from '../kit/refusal.ts';
import { toPointer } from '../kit/rows.ts';
import { said } from '../kit/said.ts';
import { isLotNumber, readLotAddress } from './address.ts';
import { readBidTable } from './item-bids.ts';
import { type ItemPage, readItemPage } from './item-page.ts';
import { type ItemTimes, readHammer, readStatus, readTimes } from './item-status.ts';
import { type Note, readAmount, readCount, readTerms } from './item-terms.ts';
import { BLOCK_MARKS } from './marks.ts';
import { toPriceBasis } from './price-basis.ts';
import { readTitleAndRound, toPropertyKey } from './title.ts';

/** Maps a lot's detail page (标的详情页). A fact that cannot be read is quarantined and left unsaid. */
export function mapItem(page: Page): MappedDocument {
  const { shown, externalId, countdown } = openItem(page);
  const noted: QuarantinedRow[] = [];
  const note: Note = (fact, reason) => noted.push({ path: toPointer(fact), reason });

  const times = readTimes(countdown, note);
  const { bids, quarantined } = readBidTable(shown.bidRows);
  const lot = { externalId, ...readLot(shown, externalId, times, bids, note) };
  return {
    ...(times.clock && { clock: times.clock }),
    lots: [lot],
    bids: bids.length === 0 ? [] : [{ externalId, bids }],
    quarantined: [...noted, ...quarantined],
  };
}

/** Refuses what is not a whole detail page: a figure cut short would read as a smaller one. */
function openItem(page: Page) {
  const html = decodeTolerantly(page);
  const shown = readItemPage(html);
  const { externalId, countdown } = shown;
  if (externalId === undefined) throw refusalOf(page, BLOCK_MARKS, '#J_ItemId');
  if (isDamaged(page, html)) throw unreadableText('undecodable bytes');
  if (!isLotNumber(externalId)) throw drift('not a lot number', { at: '#J_ItemId' });
  if (countdown === undefined) throw drift('a part of the page is missing', { missing: '#sf-countdown' });
  if (!shown.isComplete) throw drift('the page is cut off', { missing: '</html>' });
  return { shown, externalId, countdown };
}

function readLot(
  shown: ItemPage,
  externalId: string,
  times: ItemTimes,
  bids: readonly BidObservation[],
  note: Note,
): { readonly status?: LotStatus; readonly facts: Readonly<Partial<LotFacts>> } {
  const { title, round } = readHeading(shown, note);
  const address = readLotAddress(shown.address ?? '', externalId) ?? {};
  const { start, ...terms } = readTerms(shown, note);
  const saleMode = readSaleMode(shown, round);
  const seller = readOrganisation(shown.seller);
  const lowest = saleMode === 'ascending' ? start : undefined;

  const status = readStatus(shown, times, note);
  const hammerPrice = status === 'sold' ? readHammer(shown, bids, lowest, note) : undefined;
  const facts = said<LotFacts>({
    title,
    ...address,
    venue: 'online',
    round: round ?? (saleMode === 'sell-off' ? 'sell-off' : undefined),
    saleMode,
    seller,
    propertyKey: toPropertyKey(shown.heading, seller),
    location: toFactText(shown.location) || undefined,
    priceBasis: toPriceBasis(title, address.tradeCategory),
    startPrice: start,
    ...terms,
    startsAt: times.startsAt,
    endsAt: times.endsAt,
    ...readProgress(shown, note),
    hammerPrice,
  });
  // A sale whose price is nowhere to be had is only known to be over.
  const certain = status === 'sold' && hammerPrice === undefined ? 'ended' : status;
  return certain === undefined ? { facts } : { status: certain, facts };
}

function readHeading({ heading, badge }: ItemPage, note: Note): { readonly title: string; readonly round?: Round } {
  const read = readTitleAndRound(heading, badge, note);
  if (read.title === '') throw drift('a part of the page is missing', { missing: 'h1' });
  return read;
}

function readSaleMode({ terms }: ItemPage, round: Round | undefined): LotFacts['saleMode'] | undefined {
  if (round === 'sell-off' || terms.has('变卖价')) return 'sell-off';
  return terms.has('起拍价') ? 'ascending' : undefined;
}

/** Bids and registrations so far. Without bids the shown price is the start price again, so none is current. */
function readProgress(shown: ItemPage, note: Note) {
  const bidCount = readCount(shown.counts.bids, 'bidCount', note);
  const hasBids = bidCount !== undefined && bidCount > 0;
  return {
    currentPrice: hasBids ? readAmount(shown.shownPrice, 'currentPrice', '.pm-current-price', note) : undefined,
    bidCount,
    registrationCount: readCount(shown.counts.registrations, 'registrationCount', note),
    extensionCount: readCount(shown.counts.extensions, 'extensionCount', note),
  };
}
