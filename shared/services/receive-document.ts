import type { Caller } from '../domain/caller.ts';
import { type DocumentEnvelope, MAX_DOCUMENT_BYTES, toDocumentId, toDocumentKey } from '../domain/document.ts';
import { MAX_EXTERNAL_ID } from '../domain/lot-id.ts';
import type { Instant } from '../domain/time.ts';
import { AppError } from '../errors/app-error.ts';
import { toMetadata } from '../messages/document-envelope.ts';
import type { Clock, Ids } from '../ports/ambient.ts';
import type { PlatformManifest } from '../ports/auction-platform.ts';
import type { ObjectStore, PresignedPut } from '../ports/object-store.ts';
import { requireRole } from './authorise.ts';

interface Ports {
  readonly documents: ObjectStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly manifests: readonly PlatformManifest[];
}

/** What a bringer says of a document before handing over its bytes. */
export interface DocumentOffer {
  readonly platform: string;
  readonly kind: string;
  readonly observedAt: Instant;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly source: string;
  /** The lot it is about, for kinds of document that do not say so themselves. */
  readonly subject?: string;
}

export interface DocumentInvitation {
  readonly documentId: string;
  /** Where to put the bytes; the put is the arrival. A refused put (412) means the document is already known. */
  readonly upload: PresignedPut;
}

/** Object metadata holds 2 KB and a Chinese character takes four of it. */
const SOURCE_CHARACTERS = 100;
const UPLOAD_SECONDS = 300;

function checkOffer(offer: DocumentOffer, manifests: readonly PlatformManifest[], now: Instant): PlatformManifest {
  const manifest = manifests.find((candidate) => candidate.id === offer.platform);
  if (manifest === undefined) {
    throw new AppError('PLATFORM.UNKNOWN', 'no such platform', { details: { platform: offer.platform } });
  }
  if (!Object.hasOwn(manifest.documentKinds, offer.kind)) {
    throw new AppError('DOCUMENT.KIND_UNKNOWN', 'the platform has no such document kind', {
      details: { kind: offer.kind, known: Object.keys(manifest.documentKinds) },
    });
  }
  const subject = offer.subject ?? '';
  if (subject.length > MAX_EXTERNAL_ID) {
    throw new AppError('REQUEST.INVALID', 'the number of the lot is too long', { details: { pointer: '/subject' } });
  }
  if (subject === '' && manifest.documentKinds[offer.kind]?.needsSubject) {
    throw new AppError('DOCUMENT.SUBJECT_MISSING', 'a document of this kind needs the number of its lot', {
      details: { pointer: '/subject', kind: offer.kind },
    });
  }
  if (offer.size === 0) throw new AppError('DOCUMENT.EMPTY', 'the document has no bytes');
  if (offer.size > MAX_DOCUMENT_BYTES) {
    throw new AppError('DOCUMENT.TOO_LARGE', 'the document is too large', { details: { size: offer.size } });
  }
  if (offer.observedAt > now) {
    throw new AppError('REQUEST.INVALID', 'a document cannot come from the future', {
      details: { pointer: '/observedAt', observedAt: offer.observedAt, now },
    });
  }
  return manifest;
}

/**
 * Invites the bytes of a document: the door (收件口) for pages, files and pushed events alike.
 * @throws AppError `ACCESS.DENIED`, `PLATFORM.UNKNOWN`, `DOCUMENT.KIND_UNKNOWN`, `DOCUMENT.SUBJECT_MISSING`, `DOCUMENT.EMPTY`, `DOCUMENT.TOO_LARGE`, `REQUEST.INVALID`
 */
export async function inviteDocument(caller: Caller, ports: Ports, offer: DocumentOffer): Promise<DocumentInvitation> {
  requireRole(caller, 'operator', 'system');
  const receivedAt = ports.clock.now();
  const manifest = checkOffer(offer, ports.manifests, receivedAt);
  const documentId = toDocumentId(offer);
  const envelope: DocumentEnvelope = {
    schema: 'document.v1',
    platform: offer.platform,
    kind: offer.kind,
    observedAt: offer.observedAt,
    receivedAt,
    sha256: offer.sha256,
    contentType: manifest.documentKinds[offer.kind]?.contentType ?? 'application/octet-stream',
    source: [...offer.source].slice(0, SOURCE_CHARACTERS).join(''),
    broughtBy: caller.id,
    correlationId: ports.ids.next(),
    ...(offer.subject === undefined ? {} : { subject: offer.subject }),
  };
  const upload = await ports.documents.presignPut({
    key: toDocumentKey(documentId),
    contentType: envelope.contentType,
    metadata: toMetadata(envelope),
    sha256: offer.sha256,
    expiresSeconds: UPLOAD_SECONDS,
  });
  return { documentId, upload };
}
