import * as z from 'zod/mini';
import { drifting } from '../kit/drifting.ts';

const text = z.optional(z.nullable(z.string()));
const figure = z.optional(z.nullable(z.union([z.string(), z.number()])));

const reply = { success: z.optional(z.nullable(z.boolean())) };

/** `bidInfo`. Figures are text; amounts are whole yuan. */
export const BidInfo = drifting(
  z.object({
    ...reply,
    object: z.object({
      /** The platform's clock, milliseconds since 1970. */
      dateTime: z.string(),
      /** Highest and latest price. */
      ZGJ: z.string(),
      ZXJ: text,
      /** Bids. */
      COUNT: z.string(),
      /** Extensions. */
      FID_CKCS: text,
    }),
  }),
);
export type BidInfoObject = Extract<ReturnType<typeof BidInfo.read>, { ok: true }>['value']['object'];

/** `detailInfo`. */
export const DetailInfo = drifting(
  z.object({
    ...reply,
    object: z.object({
      /** People registered. */
      bmrs: z.int().check(z.nonnegative()),
    }),
  }),
);

/** A result. Amounts are text in 万元, now and then with the unit behind them. */
const project = z.optional(
  z.nullable(
    z.object({
      projectcode: z.string(),
      object: text,
      projectname: text,
      tradevalue: figure,
      objectprice: figure,
      evaluatevalue: figure,
    }),
  ),
);
export type DealProject = NonNullable<Extract<ReturnType<typeof Deal.read>, { ok: true }>['value']['utrmcemsproject']>;

/** One result: a stake (utrg…), a thing (utrm…), or a capital increase (utrz…), which is no sale. */
export const Deal = drifting(
  z.object({
    utrgcemsproject: project,
    utrgcemsobject: z.optional(z.nullable(z.object({ objectevaluatevalue: figure }))),
    utrmcemsproject: project,
    utrzcemsproject: z.optional(z.unknown()),
  }),
);
