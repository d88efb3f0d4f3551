import { fromEpochMs } from '#shared/domain/time.ts';
import { isBidding, isOver, type Lot, type News } from './engine/lot.ts';
import type { JsonObject } from './json.ts';
import type { Entry } from './store.ts';

/** A document of the interface. */
export type Document = JsonObject;

const head = (schema: string, now: number) => ({ schema, platformTime: fromEpochMs(now) });

/** What was listed and may be shown, with what the platform adds. */
export function toLotRow({ content, lot }: Entry): JsonObject {
  const { pictures: _, documents: __, extension: ___, ...terms } = content;
  const top = lot.bids.at(-1);
  return {
    ...terms,
    lotId: lot.lotId,
    url: lotUrl(lot),
    hasReserve: lot.terms.reserveFen !== undefined,
    status: lot.status,
    ...(lot.reason !== undefined && { statusReason: lot.reason }),
    depositFen: lot.terms.depositFen,
    incrementFen: lot.terms.incrementFen,
    extensionMinutes: lot.terms.extensionMs / 60_000,
    endsAt: fromEpochMs(lot.endsAt),
    ...(top !== undefined && { currentPriceFen: top.priceFen }),
    bidCount: lot.bids.length,
    registrationCount: lot.bidders.length,
    extensionCount: lot.extensionCount,
    ...(lot.hammerPriceFen !== undefined && { hammerPriceFen: lot.hammerPriceFen }),
  };
}

export function lotUrl({ lotId }: Lot): string {
  return `https://sandbox.invalid/lots/${lotId}`;
}

export function lotDocument(entry: Entry, now: number): Document {
  return { ...head('opi.lot.v1', now), lot: toLotRow(entry) };
}

export function lotsDocument(
  rows: readonly Entry[],
  page: { total: number; nextCursor?: string },
  now: number,
): Document {
  return { ...head('opi.lots.v1', now), ...page, lots: rows.map(toLotRow) };
}

function standing(lot: Lot, index: number): string {
  if (index < lot.bids.length - 1) return 'outbid';
  if (isBidding(lot)) return 'leading';
  return lot.status === 'sold' ? 'winning' : 'outbid';
}

export function bidsDocument({ lot }: Entry, now: number): Document {
  const bids = lot.bids.map(({ bidId, bidder, priceFen, at }, index) => {
    return { bidId, bidder, priceFen, at: fromEpochMs(at), standing: standing(lot, index) };
  });
  return { ...head('opi.bids.v1', now), total: bids.length, lotId: lot.lotId, bids };
}

/** Undefined while the end is open. */
export function resultDocument({ content, lot }: Entry, now: number): Document | undefined {
  if (!isOver(lot)) return undefined;
  const { saleMode = null, priceBasis = null } = content;
  const { endedAt } = lot.milestones;
  const result = {
    lotId: lot.lotId,
    outcome: lot.status,
    ...(lot.reason !== undefined && { reason: lot.reason }),
    saleMode,
    priceBasis,
    startPriceFen: lot.terms.startPriceFen,
    ...(lot.hammerPriceFen !== undefined && { hammerPriceFen: lot.hammerPriceFen }),
    ...(endedAt !== undefined && { endedAt: fromEpochMs(endedAt) }),
    extensionCount: lot.extensionCount,
    bidCount: lot.bids.length,
    registrationCount: lot.bidders.length,
    ...(lot.status === 'sold' && lot.winner !== undefined && { winnerBidder: lot.winner }),
  };
  return { ...head('opi.result.v1', now), result };
}

export function settlementDocument({ lot }: Entry, now: number): Document {
  const inState = (...states: readonly string[]) => lot.deposits.filter(({ state }) => states.includes(state)).length;
  const milestones = Object.fromEntries(
    Object.entries(lot.milestones).map(([name, at]) => [name, fromEpochMs(at)] as const),
  );
  const deposits = {
    received: lot.deposits.length,
    refunded: inState('refunded'),
    convertedToPrice: inState('price', 'bond'),
    forfeited: inState('forfeited'),
    held: inState('held'),
  };
  return { ...head('opi.settlement.v1', now), settlement: { lotId: lot.lotId, milestones, deposits } };
}

/** The ledger: what each bidder paid is in exactly one column. */
export function depositsDocument({ lot }: Entry, now: number): Document {
  const deposits = lot.deposits.map(({ bidder, amountFen, state }) => ({
    bidder,
    paidFen: amountFen,
    convertedFen: state === 'price' || state === 'bond' ? amountFen : 0,
    ...((state === 'price' || state === 'bond') && { convertedTo: state }),
    refundedFen: state === 'refunded' ? amountFen : 0,
    forfeitedFen: state === 'forfeited' ? amountFen : 0,
    heldFen: state === 'held' ? amountFen : 0,
  }));
  return { ...head('opi.deposits.v1', now), lotId: lot.lotId, deposits };
}

/** What an event of this kind carries. */
export function newsDocument(news: News, entry: Entry, now: number): Document | undefined {
  if (news === 'lot.changed') return lotDocument(entry, now);
  if (news === 'bids.placed') return bidsDocument(entry, now);
  return news === 'result.known' ? resultDocument(entry, now) : settlementDocument(entry, now);
}

/** An event; its number follows from what it tells, so that telling it again is the same event. */
export function eventDocument(news: News, entry: Entry, now: number): Document | undefined {
  const data = newsDocument(news, entry, now);
  if (data === undefined) return undefined;
  const eventId = `${entry.lot.lotId}:${entry.revision}:${entry.lot.version}:${news}`;
  // The adapters know an event by `id`; the interface names it `eventId` as well.
  return {
    schema: 'opi.event.v1',
    id: eventId,
    eventId,
    type: news,
    occurredAt: fromEpochMs(entry.changedAt),
    lotId: entry.lot.lotId,
    data,
  };
}
