import * as z from 'zod/mini';
import { canonicalJson } from '../domain/canonical.ts';
import type { DeskStatement } from '../domain/listing/statement.ts';
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

/** Writes a statement as the bytes of its document: equal statements give equal bytes. */
export function toStatementBytes(statement: DeskStatement): Uint8Array {
  return new TextEncoder().encode(canonicalJson(statement));
}

/**
 * Reads a statement back.
 * @throws AppError `DOCUMENT.DRIFT` for anything else: another schema, a field too many or too few
 */
export function parseStatement(bytes: Uint8Array): DeskStatement {
  try {
    return z.parse(Statement, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (cause) {
    throw new AppError('DOCUMENT.DRIFT', 'not a statement of the desk', { cause });
  }
}
