import { type DocumentEnvelope, toDocumentId, toDocumentKey } from '../../../domain/document.ts';
import type { Placement } from '../../../domain/placement/placement.ts';
import { toMetadata } from '../../../messages/document-envelope.ts';
import type { Clock, Hash } from '../../../ports/ambient.ts';
import type { ObjectStore } from '../../../ports/object-store.ts';
import type { FetchedDocument } from '../../../ports/platform-publisher.ts';

/** Who brought what was fetched for a placement, as envelopes say. */
const BROUGHT_BY = 'placement';

interface Ports {
  readonly documents: ObjectStore;
  readonly hash: Hash;
  readonly clock: Clock;
}

/** Puts documents fetched for a placement among the raw ones, from where they reach the lot's record as any page does. */
export async function putFetched(
  { documents, hash, clock }: Ports,
  { id, platform }: Pick<Placement, 'id' | 'platform'>,
  fetched: readonly FetchedDocument[],
): Promise<void> {
  const now = clock.now();
  for (const { kind, bytes, contentType, source, subject } of fetched) {
    const envelope: DocumentEnvelope = {
      schema: 'document.v1',
      platform,
      kind,
      observedAt: now,
      receivedAt: now,
      sha256: hash.sha256(bytes),
      contentType,
      ...(subject === undefined ? {} : { subject }),
      source,
      broughtBy: BROUGHT_BY,
      correlationId: `${BROUGHT_BY}-${id}`,
    };
    const key = toDocumentKey(toDocumentId(envelope));
    await documents.putIfAbsent({ key, bytes, contentType, metadata: toMetadata(envelope) });
  }
}
