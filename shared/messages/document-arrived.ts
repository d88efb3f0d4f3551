import * as z from 'zod/mini';
import { documentIdOf } from '../domain/document.ts';
import { AppError } from '../errors/app-error.ts';
import { createdKeys } from './object-created.ts';

/** Our own wording of the same fact, sent when a stored document was never mapped. */
const DocumentWaiting = z.object({ schema: z.literal('document-waiting.v1'), documentId: z.string() });

export type DocumentWaiting = z.infer<typeof DocumentWaiting>;

/**
 * Ids of the documents a message on the `documents` queue speaks of. S3's test event speaks of none.
 * @throws AppError `MESSAGE.INVALID`
 */
export function parseDocumentArrived(body: unknown): readonly string[] {
  const waiting = z.safeParse(DocumentWaiting, body);
  if (waiting.success) return [waiting.data.documentId];
  const keys = createdKeys(body);
  if (keys === undefined) throw new AppError('MESSAGE.INVALID', 'not a document notification');
  return keys.map((key) => {
    const id = documentIdOf(key);
    if (id === undefined) throw new AppError('MESSAGE.INVALID', 'the object is not a document', { details: { key } });
    return id;
  });
}
