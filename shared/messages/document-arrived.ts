import * as z from 'zod/mini';
import { documentIdOf } from '../domain/document.ts';
import { AppError } from '../errors/app-error.ts';

/** The object store's own notification (Amazon S3 event message, version 2.x): the put is the commit, this is its echo. */
const ObjectCreated = z.object({
  Records: z.optional(z.array(z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) }))),
  Event: z.optional(z.string()),
});

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
  const created = z.safeParse(ObjectCreated, body);
  if (!created.success) throw new AppError('MESSAGE.INVALID', 'not a document notification');
  return (created.data.Records ?? []).map((record) => {
    const key = decodeURIComponent(record.s3.object.key.replaceAll('+', ' '));
    const id = documentIdOf(key);
    if (id === undefined) throw new AppError('MESSAGE.INVALID', 'the object is not a document', { details: { key } });
    return id;
  });
}
