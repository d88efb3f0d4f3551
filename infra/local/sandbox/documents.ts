import { createHash } from 'node:crypto';
import type { JsonObject } from '#infra/opi/wire.ts';
import { fromEpochMs } from '#shared/domain/time.ts';
import { isBidding, isOver, type Lot, type News } from './engine/lot.ts';
import type { Entry } from './store.ts';

/** A document of the interface. */
export type Document = JsonObject;

/** When a document is made, milliseconds since 1970 by the platform's clock, and where the platform is. */
export interface Moment {
  readonly now: number;
  readonly origin: string;
}

/** Stands on every lot, so that nobody takes one for a real auction. */
const AGENCY = '演示平台(沙箱),非真实交易';

const head = (schema: string, { now }: Moment) => ({ schema, platformTime: fromEpochMs(now) });

/** Address of the lot's public page. */
export function lotUrl({ lotId }: Lot, origin: string): string {
  return `${origin}/sandbox/lots/${lotId}`;
}

/** What was listed and may be shown, with what the platform adds. */
function toLotRow({ content, lot }: Entry, origin: string): JsonObject {
  const { pictures: _, documents: __, extension: ___, ...terms } = content;
  const top = lot.bids.at(-1);
  return {
    ...terms,
    lotId: lot.lotId,
    url: lotUrl(lot, origin),
    serviceAgency: AGENCY,
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

export function lotDocument(entry: Entry, moment: Moment): Document {
  return { ...head('opi.lot.v1', moment), lot: toLotRow(entry, moment.origin) };
}

export function lotsDocument(
  rows: readonly Entry[],
  page: { total: number; nextCursor?: string },
  moment: Moment,
): Document {
  return { ...head('opi.lots.v1', moment), ...page, lots: rows.map((entry) => toLotRow(entry, moment.origin)) };
}

function standing(lot: Lot, index: number): string {
  if (index < lot.bids.length - 1) return 'outbid';
  if (isBidding(lot)) return 'leading';
  return lot.status === 'sold' ? 'winning' : 'outbid';
}

export function bidsDocument({ lot }: Entry, moment: Moment): Document {
  const bids = lot.bids.map(({ bidId, bidder, priceFen, at }, index) => {
    return { bidId, bidder, priceFen, at: fromEpochMs(at), standing: standing(lot, index) };
  });
  return { ...head('opi.bids.v1', moment), total: bids.length, lotId: lot.lotId, bids };
}

/** Undefined while the end is open. */
export function resultDocument({ content, lot }: Entry, moment: Moment): Document | undefined {
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
  return { ...head('opi.result.v1', moment), result };
}

export function settlementDocument({ lot }: Entry, moment: Moment): Document {
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
  return { ...head('opi.settlement.v1', moment), settlement: { lotId: lot.lotId, milestones, deposits } };
}

/** The ledger: what each bidder paid is in exactly one column. */
export function depositsDocument({ lot }: Entry, moment: Moment): Document {
  const deposits = lot.deposits.map(({ bidder, amountFen, state }) => ({
    bidder,
    paidFen: amountFen,
    convertedFen: state === 'price' || state === 'bond' ? amountFen : 0,
    ...((state === 'price' || state === 'bond') && { convertedTo: state }),
    refundedFen: state === 'refunded' ? amountFen : 0,
    forfeitedFen: state === 'forfeited' ? amountFen : 0,
    heldFen: state === 'held' ? amountFen : 0,
  }));
  return { ...head('opi.deposits.v1', moment), lotId: lot.lotId, deposits };
}

/** What an event of this kind carries. */
function newsDocument(news: News, entry: Entry, moment: Moment): Document | undefined {
  if (news === 'lot.changed') return lotDocument(entry, moment);
  if (news === 'bids.placed') return bidsDocument(entry, moment);
  return news === 'result.known' ? resultDocument(entry, moment) : settlementDocument(entry, moment);
}

/** An event and its number, which follows from what it tells: the same told again is the same event, and nothing else is. */
export function eventDocument(
  news: News,
  entry: Entry,
  origin: string,
): { readonly id: string; readonly event: Document } | undefined {
  const data = newsDocument(news, entry, { now: entry.changedAt, origin });
  if (data === undefined) return undefined;
  const { lotId } = entry.lot;
  const told = { type: news, occurredAt: fromEpochMs(entry.changedAt), lotId, data };
  const digest = createHash('sha256').update(JSON.stringify(told)).digest('hex');
  const id = `${lotId}:${digest.slice(0, 40)}`;
  return { id, event: { schema: 'opi.event.v1', id, ...told } };
}

/** All there is to tell of a lot, for who has heard nothing of it yet. */
export function standingNews({ lot }: Entry): readonly News[] {
  const bids: readonly News[] = lot.bids.length > 0 ? ['bids.placed'] : [];
  const result: readonly News[] = isOver(lot) ? ['result.known'] : [];
  return ['lot.changed', ...bids, ...result, 'settlement.changed'];
}
