import type { BidObservation } from '#shared/domain/bid.ts';
import { fen } from '#shared/domain/money.ts';
import type { BidsObservation, LotFacts, LotObservation } from '#shared/domain/observation.ts';
import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import { collectUnread } from '../kit/drifting.ts';
import { readOrganisation } from '../kit/fact-text.ts';
import { readEpochMs } from '../kit/page-time.ts';
import { BadRow, need } from '../kit/rows.ts';
import { said } from '../kit/said.ts';
import { uniqueLots } from '../kit/unique-lots.ts';
import { readBidder, readBidTime } from './bid-row.ts';
import { toFen, toLotNumber, toReference } from './open-lots.ts';
import { needValue, type OpenReply, readBody, readList } from './open-reply.ts';
import { BidPage, BidPageRow, LatestBidRow, LatestBids } from './open-schema.ts';
import { readLotTitle } from './title.ts';

/** A row that is a bid and tells of its lot besides. */
interface BidOnLot {
  readonly lot: LotObservation;
  readonly bid: BidObservation;
}

/**
 * Maps `zc.bidderinfo.pagequery`: a page of one lot's bids. `bid_version_sequence` numbers a lot's bids, yet the other
 * documents that show bids lack it, so that a bid stays the same by second, price and bidder in all of them.
 */
export function mapBidPage(reply: OpenReply): MappedDocument {
  const unread = collectUnread();
  const { result } = readBody(BidPage, reply, unread);
  const list = needValue(result, {}).bidder_info_list;
  const { good, bad } = readList(list, '/result/value/bidder_info_list', BidPageRow, unread, readPageBid);
  const { lots, conflicts } = uniqueLots(good.map(({ path, row }) => ({ path, row: row.lot })));
  const bidCount = result.total_item ?? undefined;
  return {
    // The count is of one lot; a page that shows bids of two says nothing of either.
    lots: lots.length === 1 ? lots.map((lot) => ({ ...lot, facts: said<LotFacts>({ ...lot.facts, bidCount }) })) : lots,
    bids: byLot(good.map(({ row }) => row)),
    quarantined: [...bad, ...conflicts],
    unread: unread.list(),
  };
}

/** Maps `gov.get.latestbid`: the newest bids on a court's lots. */
export function mapLatestBids(reply: OpenReply): MappedDocument {
  const unread = collectUnread();
  const { result } = readBody(LatestBids, reply, unread);
  const list = needValue({ ...result, value: result.results }, []);
  const { good, bad } = readList(list, '/result/results', LatestBidRow, unread, readLatestBid);
  const { lots, conflicts } = uniqueLots(good.map(({ path, row }) => ({ path, row: row.lot })));
  const bids = byLot(good.map(({ row }) => row));
  return { lots, bids, quarantined: [...bad, ...conflicts], unread: unread.list() };
}

function readPageBid(row: BidPageRow): BidOnLot {
  const externalId = need(toLotNumber(row.item_id), '/item_id', 'not a lot number');
  const reference = toReference(row.out_item_id);
  const bid: BidObservation = {
    bidder: readBidder(row.alias_name, '/alias_name'),
    price: fen(row.bid_price),
    at: readBidTime(row.bid_time, '/bid_time'),
    standing: 'unknown',
  };
  return { lot: { externalId, facts: said<LotFacts>({ reference }) }, bid };
}

function readLatestBid(row: LatestBidRow): BidOnLot {
  const externalId = need(toLotNumber(row.item_id), '/item_id', 'not a lot number');
  const { title, round, unknownWord } = readLotTitle(row.item_title ?? '');
  if (unknownWord !== undefined) throw new BadRow('/item_title', 'unknown round word');
  const facts = said<LotFacts>({
    title: title || undefined,
    round,
    // The call answers for courts alone (司法拍卖).
    tradeCategory: 'judicial',
    venue: 'online',
    seller: readOrganisation(row.court_name ?? ''),
    startPrice: toFen(row.init_price),
    appraisal: toFen(row.consult_price) || undefined,
  });
  const bid: BidObservation = {
    bidder: readBidder(row.alias_name, '/alias_name'),
    price: fen(row.bid_price),
    at: need(readEpochMs(row.bid_time), '/bid_time', 'not a time'),
    standing: 'unknown',
  };
  return { lot: { externalId, facts }, bid };
}

function byLot(rows: readonly BidOnLot[]): readonly BidsObservation[] {
  const lots = Map.groupBy(rows, ({ lot }) => lot.externalId);
  return [...lots].map(([externalId, ofLot]) => ({ externalId, bids: ofLot.map(({ bid }) => bid) }));
}
