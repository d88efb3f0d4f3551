import { type DocumentEnvelope, toDocumentId, toDocumentKey } from '../../../domain/document.ts';
import { type PlacedStatement, STATEMENT_KIND } from '../../../domain/listing/statement.ts';
import { decodeKeyPart } from '../../../domain/lot-id.ts';
import { toStatementBytes } from '../../../messages/desk-statement.ts';
import { toMetadata } from '../../../messages/document-envelope.ts';
import type { Hash } from '../../../ports/ambient.ts';
import type { ObjectStore } from '../../../ports/object-store.ts';

const CONTENT_TYPE = 'application/json';

/**
 * Puts what the desk states of a lot among the raw documents, from where it reaches the lot's record as any page does.
 * Everything follows from the event that brought the address: same event, same object, so repeating writes nothing.
 */
export async function putStatement(documents: ObjectStore, hash: Hash, placed: PlacedStatement): Promise<void> {
  const bytes = toStatementBytes(placed.statement);
  const envelope = envelopeOf(placed, hash.sha256(bytes));
  const key = toDocumentKey(toDocumentId(envelope));
  await documents.putIfAbsent({ key, bytes, contentType: CONTENT_TYPE, metadata: toMetadata(envelope) });
}

function envelopeOf({ lotId, placedAt, statement }: PlacedStatement, sha256: string): DocumentEnvelope {
  const [platform = '', number = ''] = lotId.split('.', 2);
  const { listing, round } = statement;
  return {
    schema: 'document.v1',
    platform,
    kind: STATEMENT_KIND,
    observedAt: placedAt,
    receivedAt: placedAt,
    sha256,
    contentType: CONTENT_TYPE,
    subject: decodeKeyPart(number),
    source: `/desk/listings/${listing}`,
    broughtBy: STATEMENT_KIND,
    correlationId: `${STATEMENT_KIND}-${listing}-${round}`,
  };
}
