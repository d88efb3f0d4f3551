import * as z from 'zod/mini';
import { canonicalJson } from '../domain/canonical.ts';
import type { DeskStatement } from '../domain/listing/statement.ts';
import { type Fen, fen } from '../domain/money.ts';
import type { SettlementStatement } from '../domain/settlement/statement.ts';
import { parseInstant } from '../domain/time.ts';
import { AppError } from '../errors/app-error.ts';

const instant = z.pipe(
  z.string(),
  z.transform((text, context) => {
    const parsed = parseInstant(text);
    if (parsed === undefined) context.issues.push({ code: 'custom', message: 'not a time', input: text });
    return parsed ?? z.NEVER;
  }),
);

const amount = z.pipe(
  z.int().check(z.nonnegative()),
  z.transform((number): Fen => fen(number)),
);

/** Strict: both sides are ours, so a field that is not named here is a mistake of ours. */
const Statement = z.strictObject({
  schema: z.literal('desk-statement.v1'),
  listing: z.string().check(z.minLength(1)),
  round: z.int().check(z.positive()),
  url: z.string(),
  submittedAt: instant,
  approvedAt: instant,
  corrections: z.array(z.strictObject({ returnedAt: instant, resubmittedAt: instant })),
  handedOverAt: instant,
  liveAt: z.nullable(instant),
});

const settled = { schema: z.literal('desk-settlement.v1'), clock: instant } as const;

const Settled = z.discriminatedUnion('says', [
  z.strictObject({
    ...settled,
    says: z.literal('milestones'),
    milestones: z.strictObject({
      confirmedAt: z.exactOptional(instant),
      publicityStartsAt: z.exactOptional(instant),
      publicityEndsAt: z.exactOptional(instant),
      contractSignedAt: z.exactOptional(instant),
      paidAt: z.exactOptional(instant),
      handedOverAt: z.exactOptional(instant),
      depositsRefundedAt: z.exactOptional(instant),
    }),
  }),
  z.strictObject({
    ...settled,
    says: z.literal('sale'),
    outcome: z.enum(['sold', 'passed-in']),
    hammerFen: z.nullable(amount),
    endedAt: instant,
    bidders: z.nullable(z.int().check(z.nonnegative())),
  }),
  z.strictObject({ ...settled, says: z.literal('default') }),
]);

/** What may travel as a statement of the desk. */
export type Stated = DeskStatement | SettlementStatement;

/** Writes a statement as the bytes of its document: equal statements give equal bytes. */
export function toStatementBytes(statement: Stated): Uint8Array {
  return new TextEncoder().encode(canonicalJson(statement));
}

/**
 * Reads a statement back; its `schema` says which it is.
 * @throws AppError `DOCUMENT.DRIFT` for anything else: another schema, a field too many or too few
 */
export function parseStatement(bytes: Uint8Array): Stated {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return z.parse(z.union([Statement, Settled]), JSON.parse(text));
  } catch (cause) {
    throw new AppError('DOCUMENT.DRIFT', 'not a statement of the desk', { cause });
  }
}
