import * as z from 'zod/mini';
import { drifting } from '../kit/drifting.ts';

const id = z.union([z.int(), z.string()]);
const text = z.optional(z.nullable(z.string()));
const whole = z.optional(z.nullable(z.int().check(z.nonnegative())));
/** A list, bare or, as the gateway sends it by default, inside an object with one field named after its type. */
export const list = z.optional(z.nullable(z.union([z.array(z.unknown()), z.record(z.string(), z.array(z.unknown()))])));
export type GatewayList = z.infer<typeof list>;

/** Whether a call succeeded; not every call says so. */
const outcome = { success: z.optional(z.nullable(z.boolean())), error_code: text };
export interface CallOutcome {
  readonly success?: boolean | null | undefined;
  readonly error_code?: string | null | undefined;
}

/** What comes in place of any reply; `msg` and `sub_msg` are not read. */
export const ErrorReply = z.object({ code: z.optional(z.union([z.number(), z.string()])), sub_code: text });

const projectValue = z.object({
  item_id: id,
  title: z.string(),
  /** 正在进行, 即将开始, 中止, 撤回, 流拍, 已结束. */
  status: z.string(),
  /** Our own reference, said when the lot was published. */
  out_id: text,
  publish_time: text,
  start_time: text,
  end_time: text,
  start_price: whole,
  increase_range: whole,
  final_price: whole,
  /** When it was sold; empty otherwise. */
  winner_time: text,
  /** Registered with a deposit paid. */
  apply_count: whole,
  bid_count: whole,
});
export type ProjectValue = z.infer<typeof projectValue>;

/** `zc.project.detail` and its older sister `zc.project.detail.result`. Amounts are fen, times Beijing text. */
export const ProjectDetail = drifting(z.object({ result: z.object({ ...outcome, value: z.optional(projectValue) }) }));

const remainder = z.object({ remain_pay_status: text, remain_pay_time: text });
export type Remainder = z.infer<typeof remainder>;

/** `zc.itemdetail.query`, which does not repeat the lot's number. The unit of its amounts is not said: not read. */
export const ItemDetail = drifting(
  z.object({
    result: z.object({
      ...outcome,
      value: z.optional(
        z.object({
          title: text,
          auction_period: text,
          start_time: text,
          apply_count: whole,
          remain_info: z.optional(z.nullable(remainder)),
        }),
      ),
    }),
  }),
);

/** `zc.itemlist.query`: the lots of one case. */
export const ItemList = drifting(
  z.object({ result: z.object({ ...outcome, value: z.optional(z.object({ auction_item_list: list })) }) }),
);

const itemListRow = z.object({
  item_id: id,
  title: text,
  auction_period: text,
  auction_status: z.union([z.int(), z.string()]),
});
export type ItemListRow = z.infer<typeof itemListRow>;
export const ItemListRow = drifting(itemListRow);

/** `zc.bidderinfo.pagequery`: 20 bids a page. */
export const BidPage = drifting(
  z.object({
    result: z.object({
      ...outcome,
      /** Bids of the lot on all pages. */
      total_item: whole,
      value: z.optional(z.object({ bidder_info_list: list })),
    }),
  }),
);

const bidPageRow = z.object({
  item_id: id,
  /** Our own reference. */
  out_item_id: text,
  alias_name: z.string(),
  /** Fen: the unit is not said here, but wherever the open platform's auction reads say one, it is fen. */
  bid_price: z.int().check(z.nonnegative()),
  bid_time: z.string(),
});
export type BidPageRow = z.infer<typeof bidPageRow>;
export const BidPageRow = drifting(bidPageRow);

/** `gov.get.latestbid`: the newest bids on a court's lots. */
export const LatestBids = drifting(z.object({ result: z.object({ ...outcome, results: list }) }));

const latestBidRow = z.object({
  item_id: id,
  item_title: text,
  court_name: text,
  /** Fen. */
  init_price: whole,
  /** Appraisal or market price, fen. */
  consult_price: whole,
  alias_name: z.string(),
  /** Fen. */
  bid_price: z.int().check(z.nonnegative()),
  /** Milliseconds since 1970. */
  bid_time: z.int(),
});
export type LatestBidRow = z.infer<typeof latestBidRow>;
export const LatestBidRow = drifting(latestBidRow);
