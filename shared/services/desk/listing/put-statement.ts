import { type DocumentEnvelope, toDocumentId, toDocumentKey } from '../../../domain/document.ts';
import { type PlacedStatement, STATEMENT_KIND } from '../../../domain/listing/statement.ts';
import { decodeKeyPart } from '../../../domain/lot-id.ts';
import type { Instant } from '../../../domain/time.ts';
import { type Stated, toStatementBytes } from '../../../messages/desk-statement.ts';
import { toMetadata } from '../../../messages/document-envelope.ts';
import type { Hash } from '../../../ports/ambient.ts';
import type { ObjectStore } from '../../../ports/object-store.ts';

const CONTENT_TYPE = 'application/json';

/** A statement on its way into the record. */
export interface StatementToPut {
  readonly lotId: string;
  /** When what it rests on happened: same event, same object. */
  readonly observedAt: Instant;
  readonly statement: Stated;
  /** Address of the desk's page it comes from. */
  readonly source: string;
  /** What it belongs to, in logs. */
  readonly about: string;
}

/**
 * Puts what the desk states of a lot among the raw documents, from where it reaches the lot's record as any page does.
 * Everything follows from the event that brought the address: same event, same object, so repeating writes nothing.
 */
export function putStatement(documents: ObjectStore, hash: Hash, placed: PlacedStatement): Promise<void> {
  const { lotId, placedAt, statement } = placed;
  const { listing, round } = statement;
  const source = `/desk/listings/${listing}`;
  const toPut = { lotId, observedAt: placedAt, statement, source, about: `${listing}-${round}` };
  return putAmongDocuments(documents, hash, toPut);
}

/** Puts any statement of the desk among the raw documents; repeating writes nothing. */
export async function putAmongDocuments(documents: ObjectStore, hash: Hash, toPut: StatementToPut): Promise<void> {
  const bytes = toStatementBytes(toPut.statement);
  const envelope = envelopeOf(toPut, hash.sha256(bytes));
  const key = toDocumentKey(toDocumentId(envelope));
  await documents.putIfAbsent({ key, bytes, contentType: CONTENT_TYPE, metadata: toMetadata(envelope) });
}

function envelopeOf({ lotId, observedAt, source, about }: StatementToPut, sha256: string): DocumentEnvelope {
  const [platform = '', number = ''] = lotId.split('.', 2);
  return {
    schema: 'document.v1',
    platform,
    kind: STATEMENT_KIND,
    observedAt,
    receivedAt: observedAt,
    sha256,
    contentType: CONTENT_TYPE,
    subject: decodeKeyPart(number),
    source,
    broughtBy: STATEMENT_KIND,
    correlationId: `${STATEMENT_KIND}-${about}`,
  };
}
