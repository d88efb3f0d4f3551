import type { RawDocument } from '#shared/ports/auction-platform.ts';
import { COMMON_MARKS } from '../kit/block-page.ts';
import type { Drifting } from '../kit/drifting.ts';
import { readJsonReply } from '../kit/json-reply.ts';
import { openPage } from '../kit/page.ts';
import { drift } from '../kit/refusal.ts';
import { ErrorReply } from './schema.ts';

/** Stands as `id` in place of an answer; what went wrong it does not say. */
const ERROR = '1888';

/** What a reply says, and its fields nobody reads. */
export interface Reply<T> {
  readonly value: T;
  readonly unread: readonly string[];
}

/**
 * Reads a reply by its schema.
 * @throws AppError `DOCUMENT.BLOCKED` for a page in its place, `DOCUMENT.DRIFT` for an error reply or naming the first field that
 * does not fit
 */
export function readReply<T>(schema: Drifting<T>, { bytes }: RawDocument): Reply<T> {
  const json = readJsonReply(openPage(bytes), COMMON_MARKS);
  const error = ErrorReply.read(json);
  if (error.ok && String(error.value.id ?? '') === ERROR) {
    throw drift('the platform sent an error reply', { code: ERROR });
  }
  const reading = schema.read(json);
  if (!reading.ok) throw drift('the reply is not as known', { at: reading.path, reason: reading.reason });
  return reading;
}
