import * as z from 'zod/mini';
import { drifting } from '../kit/drifting.ts';

const text = z.optional(z.nullable(z.string()));
const code = z.optional(z.nullable(z.union([z.int(), z.string()])));
const count = z.optional(z.nullable(z.int().check(z.nonnegative())));
const figure = z.union([z.number(), z.string()]);
/** Yuan, as a number or its text; empty where nothing was entered. */
const yuan = z.optional(z.nullable(figure));
/** Milliseconds since 1970. */
const moment = z.optional(z.nullable(figure));
/** 0 and 1, or a boolean. */
const flag = z.optional(z.nullable(z.union([z.boolean(), z.int()])));

/** What any reply may be instead of an answer: `id` 1888 stands for an error. */
export const ErrorReply = drifting(z.object({ id: code }));

/** lots/combination around its rows, which are read one by one. */
export const ListReply = drifting(z.object({ items: z.array(z.unknown()), totalCount: count, totalPages: count }));

/** What the list and the reply of one lot both say. */
const LOT = {
  name: z.string(),
  lotStatus: z.union([z.int(), z.string()]),
  meetId: code,
  startPrice: yuan,
  nowPrice: yuan,
  assessPrice: yuan,
  startTime: moment,
  endTime: moment,
  lotMode: code,
  unit: text,
};

/** A row of the list. `id` begins with `zz-` where the lot belongs to no meeting (拍卖会). */
export const ListRow = drifting(z.object({ ...LOT, id: code, lotId: z.union([z.int(), z.string()]) }));

/** The reply of one lot. Contacts (linkMan, linkTel) are left unread. */
export const Lot = drifting(
  z.object({
    ...LOT,
    cashDeposit: yuan,
    rateLadder: yuan,
    /** Seconds a bid may still be answered in (限时竞价). */
    limitTime: z.optional(z.nullable(figure)),
    /** Auction firm (拍卖企业). */
    companyName: text,
    position: text,
    enrollment: count,
    nowTime: moment,
  }),
);

/** lot/currentinfo: how a lot stands now. */
export const Current = drifting(
  z.object({
    state: z.union([z.int(), z.string()]),
    nowPrice: yuan,
    /** Number of whoever leads; empty while nobody bids. */
    nowBidNum: code,
    endTime: moment,
    nowTime: moment,
    delayTimes: count,
    rateLadder: yuan,
    limitTime: z.optional(z.nullable(figure)),
    hasMinPrice: flag,
    changeReason: text,
  }),
);

/** bid/pricelog, one page. */
export const PriceLog = drifting(z.object({ items: z.array(z.unknown()), totalCount: z.int().check(z.nonnegative()) }));

/** A bid. `isBack`: it was taken back (回退). */
export const PriceRow = drifting(
  z.object({ bidNum: z.union([z.int(), z.string()]), price: figure, bidTime: figure, isBack: flag }),
);

/** lot/confirmation (成交确认书). Who bought it (barginUserName, barginPriceNum) is left unread. */
export const Confirmation = drifting(
  z.object({
    bargainPrice: z.nullable(figure),
    bargainTime: z.nullable(figure),
    singlePrice: yuan,
    amount: z.optional(z.nullable(figure)),
  }),
);

/** How far a list or a log goes on. */
export const Paging = drifting(z.object({ items: z.array(z.unknown()), totalPages: count }));
