import { MAX_EXTERNAL_ID } from '#shared/domain/lot-id.ts';
import type { RawDocument } from '#shared/ports/auction-platform.ts';
import { drift } from '../kit/refusal.ts';

/**
 * The lot a document is about that does not say so itself, as its bringer said. Taken verbatim: who looks at a table by
 * hand may not know the number.
 * @throws AppError `DOCUMENT.DRIFT` when nobody said
 */
export function needSubject({ subject = '' }: RawDocument): string {
  const id = subject.trim();
  if (id !== '' && id.length <= MAX_EXTERNAL_ID && id.isWellFormed() && !/\p{Cc}/u.test(id)) return id;
  throw drift("the document needs the lot's number", { missing: 'subject' });
}
