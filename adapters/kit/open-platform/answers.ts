import * as z from 'zod/mini';

/** Ids stand in addresses as they are. */
export const ID = /^[A-Za-z0-9._:-]{1,64}$/;

const id = z.string().check(z.regex(ID));
const revision = z.int().check(z.positive());

/** Answer to a listing taken; platforms that count versions say the version here as well. */
export const Receipt = z.object({
  lotId: id,
  status: z.string(),
  url: z.string().check(z.maxLength(2_000), z.regex(/^https?:\/\/[^\s/]/)),
  revision: z.optional(z.nullable(revision)),
});
export type Receipt = z.infer<typeof Receipt>;

/** What the platform holds of a listing. */
export const HeldListing = z.extend(Receipt, { revision, listing: z.record(z.string(), z.json()) });
export type HeldListing = z.infer<typeof HeldListing>;

/** What a platform says it can do. */
export const Conformance = z.object({
  name: z.string(),
  levels: z.array(z.string()),
  limits: z.record(z.string(), z.number()),
  demo: z.boolean(),
  clock: z.string(),
});
export type Conformance = z.infer<typeof Conformance>;

/** Cursor of a document that comes in pages. */
export const Paged = z.object({ nextCursor: z.optional(z.nullable(z.string())) });

/** A refusal in the interface's form (RFC 9457). Its parts are taken as far as they are there. */
export const Problem = z.object({
  code: z.string().check(z.minLength(1), z.maxLength(100)),
  title: z.catch(z.string(), ''),
  retryable: z.catch(z.boolean(), false),
  errors: z.catch(
    z.array(
      z.object({
        pointer: z.catch(z.string(), ''),
        code: z.catch(z.string(), ''),
        detail: z.catch(z.string(), ''),
      }),
    ),
    [],
  ),
});
export type Problem = z.infer<typeof Problem>;
