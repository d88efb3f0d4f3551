import { type DocumentEnvelope, toDocumentKey } from '../domain/document.ts';
import { type LotId, toLotId } from '../domain/lot-id.ts';
import type { Stamp } from '../domain/stamp.ts';
import { AppError } from '../errors/app-error.ts';
import { parseEnvelope } from '../messages/document-envelope.ts';
import type { Hash } from '../ports/ambient.ts';
import type { AuctionPlatform, MappedDocument } from '../ports/auction-platform.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { Sighting } from './apply-observation.ts';

interface Ports {
  readonly documents: ObjectStore;
  readonly hash: Hash;
  readonly platforms: readonly AuctionPlatform[];
}

/** A stored document, mapped: its envelope, its place in the order of sources, and what it says of each lot. */
export interface MappedSource {
  readonly envelope: DocumentEnvelope;
  readonly platform: AuctionPlatform;
  readonly mapped: MappedDocument;
  readonly stamp: Stamp;
  readonly sightings: readonly Sighting[];
}

function toSightings(platform: string, mapped: MappedDocument): readonly Sighting[] {
  const byLot = new Map<LotId, Sighting>();
  for (const lot of mapped.lots) {
    const lotId = toLotId(platform, lot.externalId);
    byLot.set(lotId, { lotId, externalId: lot.externalId, lot });
  }
  for (const bids of mapped.bids) {
    const lotId = toLotId(platform, bids.externalId);
    byLot.set(lotId, { ...byLot.get(lotId), lotId, externalId: bids.externalId, bids });
  }
  return [...byLot.values()];
}

async function fetchDocument(ports: Ports, documentId: string) {
  const object = await ports.documents.get(toDocumentKey(documentId));
  if (object === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no such document', { details: { documentId } });
  const envelope = parseEnvelope(object.metadata);
  if (ports.hash.sha256(object.bytes) !== envelope.sha256) {
    throw new AppError('DOCUMENT.DAMAGED', 'the bytes do not match their sha256', { details: { documentId } });
  }
  return { envelope, bytes: object.bytes };
}

/**
 * Fetches a stored document and lets its platform's adapter map it.
 * @throws AppError `RESOURCE.NOT_FOUND`, `DOCUMENT.DAMAGED`, `PLATFORM.UNKNOWN`, and what the adapter refuses with
 */
export async function mapStoredDocument(ports: Ports, documentId: string): Promise<MappedSource> {
  const { envelope, bytes } = await fetchDocument(ports, documentId);
  const platform = ports.platforms.find((candidate) => candidate.manifest.id === envelope.platform);
  if (platform === undefined) throw new AppError('PLATFORM.UNKNOWN', 'no adapter reads this platform');
  const { kind, observedAt, contentType, subject } = envelope;
  const said = subject === undefined ? {} : { subject };
  const mapped = platform.map({ kind, bytes, observedAt, contentType, ...said });
  const stamp: Stamp = {
    at: mapped.clock ?? observedAt,
    rank: platform.manifest.documentKinds[kind]?.rank ?? 0,
    document: documentId,
  };
  return { envelope, platform, mapped, stamp, sightings: toSightings(envelope.platform, mapped) };
}
