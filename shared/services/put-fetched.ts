import { type DocumentEnvelope, toDocumentId, toDocumentKey } from '../domain/document.ts';
import { toMetadata } from '../messages/document-envelope.ts';
import type { Clock, Hash } from '../ports/ambient.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { FetchedDocument } from '../ports/platform-publisher.ts';

interface Ports {
  readonly documents: ObjectStore;
  readonly hash: Hash;
  readonly clock: Clock;
}

/** Who fetched, as envelopes say. */
export type FetchedBy = Pick<DocumentEnvelope, 'platform' | 'broughtBy' | 'correlationId'>;

/**
 * Puts fetched documents among the raw ones, from where they reach the lot's record as any page does.
 * @returns the ids of the documents, in order
 */
export async function putFetched(
  { documents, hash, clock }: Ports,
  by: FetchedBy,
  fetched: readonly FetchedDocument[],
): Promise<readonly string[]> {
  const now = clock.now();
  const ids: string[] = [];
  for (const { kind, bytes, contentType, source, subject } of fetched) {
    const envelope: DocumentEnvelope = {
      schema: 'document.v1',
      ...by,
      kind,
      observedAt: now,
      receivedAt: now,
      sha256: hash.sha256(bytes),
      contentType,
      ...(subject === undefined ? {} : { subject }),
      source,
    };
    const id = toDocumentId(envelope);
    await documents.putIfAbsent({ key: toDocumentKey(id), bytes, contentType, metadata: toMetadata(envelope) });
    ids.push(id);
  }
  return ids;
}
