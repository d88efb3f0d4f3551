import * as z from 'zod/mini';
import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import { collectUnread, type Drifting, drifting, type UnreadFields } from '../kit/drifting.ts';
import type { Page } from '../kit/page.ts';
import { drift } from '../kit/refusal.ts';
import { type OpenReply, openReply, readBody, readList } from './open-reply.ts';
import { list } from './open-schema.ts';
import { type PeriodOf, toTotals } from './statistics-totals.ts';

/** What the platform counts may be left out of a reply, but is never negative or broken. */
const count = z.optional(z.nullable(z.int().check(z.nonnegative())));
/** Money in a unit that the documents do not say. */
const amount = z.optional(z.nullable(z.number().check(z.nonnegative())));

/** A court's figures of one period; `_dist` counts a property offered again once (去重). */
const sum = z.object({
  publish_count: count,
  publish_count_dist: count,
  end_count: count,
  end_count_dist: count,
  hammer_count: count,
  hammer_price: amount,
  /** Mean premium rate in ten-thousandths (万分位); below zero when lots went below their start price. */
  avg_addv_percent: z.optional(z.nullable(z.number())),
});

export const AnnualRow = drifting(z.object({ period: z.string(), courts_bid_stat_sum: sum }));

export const MonthlyRow = drifting(
  z.object({
    period: z.string(),
    courts_bid_stat_sum: z.extend(sum, {
      start_count: count,
      start_count_dist: count,
      start_price: amount,
      bid_count: count,
      apply_count: count,
      interest_count: count,
    }),
  }),
);

export const RankRow = drifting(
  z.object({
    rank: z.int().check(z.positive()),
    court_name: z.string(),
    hammer_price: amount,
    publish_count_dist: count,
  }),
);

/** Today's figures; counters of interest and views run on from day to day. */
export const Realtime = drifting(
  z.object({
    real_time_data: z.object({
      auction_online_number: count,
      auction_publish_count: count,
      auction_start_number: count,
      auction_end_number: count,
      user_bid_number: count,
      user_apply_number: count,
      user_intention_number: count,
      user_view_number: count,
      today_predict_gmv: amount,
    }),
  }),
);

const Results = drifting(z.object({ results: list }));
const Ranks = drifting(z.object({ ranks: list }));

type Reading = Pick<MappedDocument, 'quarantined' | 'totals'>;
type Read = (reply: OpenReply, unread: UnreadFields) => Reading;

const CALLS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['auction_gov_data_annually_get', (reply, unread) => readPeriods(reply, unread, AnnualRow, 'year')],
  ['auction_gov_data_monthly_get', (reply, unread) => readPeriods(reply, unread, MonthlyRow, 'month')],
  ['auction_gov_data_topn_get', readRanks],
  ['auction_gov_data_realtime_get', readRealtime],
]);

/**
 * Maps the platform's own statistics of a court (司法拍卖统计): its months and years, which our own figures are held against. They
 * speak of no single lot. Ranks and today's figures do not say of which period they are: they are checked and map to nothing.
 */
export function mapStatistics(page: Page): MappedDocument {
  const reply = openReply(page);
  const read = CALLS.get(reply.call);
  if (read === undefined) throw drift('a reply to a call that is not read', { call: reply.call });
  const unread = collectUnread();
  const reading = read(reply, unread);
  return { lots: [], bids: [], ...reading, unread: unread.list() };
}

function readPeriods<T extends PeriodOf>(
  reply: OpenReply,
  unread: UnreadFields,
  row: Drifting<T>,
  span: 'year' | 'month',
): Reading {
  const { results } = readBody(Results, reply, unread);
  const { good, bad } = readList(results, '/results', row, unread, (value) => toTotals(value, span));
  return { quarantined: bad, totals: good.map((reading) => reading.row) };
}

function readRanks(reply: OpenReply, unread: UnreadFields): Reading {
  const { ranks } = readBody(Ranks, reply, unread);
  return { quarantined: readList(ranks, '/ranks', RankRow, unread, () => undefined).bad };
}

function readRealtime(reply: OpenReply, unread: UnreadFields): Reading {
  readBody(Realtime, reply, unread);
  return { quarantined: [] };
}
