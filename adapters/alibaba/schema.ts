import * as z from 'zod/mini';

/** Every data block carries its rows here; rows are read one by one so that a bad one harms no other. */
export const ListBlock = z.object({ data: z.array(z.unknown()) });

const yuan = z.optional(z.nullable(z.number()));
const count = z.optional(z.nullable(z.int().check(z.nonnegative())));

/**
 * One lot of a data block: only the fields we read. Required is what all 34 captured rows carry and what no lot can be
 * understood without; the rest may come and go with the page's generation.
 */
export const ListRow = z.object({
  id: z.union([z.int(), z.string()]),
  title: z.string(),
  /** todo, doing; from code: done, break, revocation. Others are not known. */
  status: z.string(),
  /** Protocol-relative. */
  itemUrl: z.optional(z.nullable(z.string())),
  /** Yuan. Equals `currentPrice` as soon as there are bids. */
  initialPrice: z.number(),
  /** Yuan. */
  currentPrice: z.number(),
  /** Appraisal in yuan, 0 when there is none. */
  consultPrice: yuan,
  /** Market price in yuan, used by sellers instead of an appraisal. */
  marketPrice: yuan,
  /** 变卖. */
  sellOff: z.optional(z.nullable(z.boolean())),
  /** Milliseconds since 1970. */
  start: z.int(),
  end: z.int(),
  /** Milliseconds from the page's clock to `end`, negative when past. */
  timeToEnd: z.optional(z.nullable(z.int())),
  bidCount: z.int().check(z.nonnegative()),
  applyCount: count,
  delayCount: count,
});
export type ListRow = z.infer<typeof ListRow>;
