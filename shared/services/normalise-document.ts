import type { Caller } from '../domain/caller.ts';
import { type DocumentEnvelope, toDocumentKey } from '../domain/document.ts';
import { type LotId, toLotId } from '../domain/lot-id.ts';
import type { Stamp } from '../domain/stamp.ts';
import { AppError } from '../errors/app-error.ts';
import { parseEnvelope } from '../messages/document-envelope.ts';
import { LOTS_PER_MESSAGE } from '../messages/lots-changed.ts';
import type { Hash } from '../ports/ambient.ts';
import type { AuctionPlatform, MappedDocument } from '../ports/auction-platform.ts';
import type { ItemStore } from '../ports/item-store.ts';
import type { MessageQueue } from '../ports/message-bus.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { applySighting, type Sighting } from './apply-observation.ts';
import { requireRole } from './authorise.ts';
import { type DocumentOutcome, keptComplaints, parseOutcomeItem, toOutcomeItem } from './records/document-outcome.ts';
import { keys } from './records/keys.ts';

export interface NormalisePorts {
  readonly records: ItemStore;
  readonly documents: ObjectStore;
  readonly changes: MessageQueue;
  readonly hash: Hash;
  readonly platforms: readonly AuctionPlatform[];
}

/** A stored document, mapped: its envelope, its place in the order of sources, and what it says of each lot. */
interface ReadDocument {
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

async function fetchDocument(ports: NormalisePorts, documentId: string) {
  const object = await ports.documents.get(toDocumentKey(documentId));
  if (object === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no such document', { details: { documentId } });
  const envelope = parseEnvelope(object.metadata);
  if (ports.hash.sha256(object.bytes) !== envelope.sha256) {
    throw new AppError('DOCUMENT.DAMAGED', 'the bytes do not match their sha256', { details: { documentId } });
  }
  return { envelope, bytes: object.bytes };
}

async function readDocument(ports: NormalisePorts, documentId: string): Promise<ReadDocument> {
  const { envelope, bytes } = await fetchDocument(ports, documentId);
  const platform = ports.platforms.find((candidate) => candidate.manifest.id === envelope.platform);
  if (platform === undefined) throw new AppError('PLATFORM.UNKNOWN', 'no adapter reads this platform');
  const { kind, observedAt, contentType } = envelope;
  const mapped = platform.map({ kind, bytes, observedAt, contentType });
  const stamp: Stamp = {
    at: mapped.clock ?? observedAt,
    rank: platform.manifest.documentKinds[kind]?.rank ?? 0,
    document: documentId,
  };
  return { envelope, platform, mapped, stamp, sightings: toSightings(envelope.platform, mapped) };
}

/**
 * Documents with a later source time were merged without knowing of this late one; those that show a lot which
 * now rests on it are merged again, so that the newest word stands whatever the order of arrival.
 */
async function mergeLaterAgain(
  ports: NormalisePorts,
  late: ReadDocument,
  resting: ReadonlySet<LotId>,
  toAnnounce: Map<LotId, number>,
): Promise<void> {
  const later = await ports.records.query(keys.sightingsAfter(late.envelope.platform, late.stamp));
  for (const item of later) {
    const affected = (item['lots'] as readonly string[]).some((lot) => resting.has(lot as LotId));
    if (!affected) continue;
    const document = await readDocument(ports, item['document'] as string);
    for (const sighting of document.sightings.filter(({ lotId }) => resting.has(lotId))) {
      const cause = { platform: late.envelope.platform, stamp: document.stamp, message: late.stamp.document };
      const applied = await applySighting(ports, cause, sighting);
      if (applied.announce) toAnnounce.set(sighting.lotId, applied.version);
    }
  }
}

async function announce(
  ports: NormalisePorts,
  document: ReadDocument,
  lots: ReadonlyMap<LotId, number>,
): Promise<void> {
  const all = [...lots].map(([lotId, version]) => ({ lotId, version }));
  for (let from = 0; from < all.length; from += LOTS_PER_MESSAGE) {
    const part = all.slice(from, from + LOTS_PER_MESSAGE);
    const body = {
      schema: 'lots-changed.v1',
      causedBy: document.stamp.document,
      correlationId: document.envelope.correlationId,
      lots: part,
    } as const;
    await ports.changes.send(body, { group: 'changes', deduplicationId: ports.hash.sha256(JSON.stringify(body)) });
  }
}

async function apply(ports: NormalisePorts, document: ReadDocument): Promise<readonly LotId[]> {
  const { envelope, stamp, sightings } = document;
  await ports.records.put(
    {
      ...keys.sighting(envelope.platform, stamp),
      schema: 1,
      document: stamp.document,
      lots: sightings.map(({ lotId }) => lotId),
    },
    'any',
  );
  const toAnnounce = new Map<LotId, number>();
  const resting = new Set<LotId>();
  const cause = { platform: envelope.platform, stamp, message: stamp.document };
  for (const sighting of sightings) {
    const applied = await applySighting(ports, cause, sighting);
    if (applied.announce) toAnnounce.set(sighting.lotId, applied.version);
    if (applied.restsOnIt) resting.add(sighting.lotId);
  }
  if (resting.size > 0) await mergeLaterAgain(ports, document, resting, toAnnounce);
  await announce(ports, document, toAnnounce);
  return [...toAnnounce.keys()];
}

function refusal(documentId: string, mappingVersion: number, correlationId: string, error: AppError): DocumentOutcome {
  const { code, message: reason, details } = error;
  return { outcome: 'refused', documentId, mappingVersion, correlationId, code, reason, details };
}

/**
 * Maps a stored document and merges what it says into the record: the only way a fact enters.
 * A document refused as a whole leaves an outcome and changes nothing; its bytes are kept.
 *
 * @throws AppError retryable ones, to be delivered again
 */
export async function normaliseDocument(
  caller: Caller,
  ports: NormalisePorts,
  documentId: string,
): Promise<DocumentOutcome> {
  requireRole(caller, 'system');
  const done = await ports.records.get(keys.document(documentId));
  if (done !== undefined) return parseOutcomeItem(done);
  let document: ReadDocument;
  try {
    document = await readDocument(ports, documentId);
  } catch (error) {
    if (!(error instanceof AppError) || error.retryable) throw error;
    const refused = refusal(documentId, 0, '', error);
    await ports.records.put(toOutcomeItem(refused), 'any');
    return refused;
  }
  const { mapped, envelope, platform, stamp } = document;
  const changed = await apply(ports, document);
  const outcome: DocumentOutcome = {
    outcome: 'applied',
    documentId,
    mappingVersion: platform.manifest.mappingVersion,
    correlationId: envelope.correlationId,
    sourceTime: stamp.at,
    lots: mapped.lots.length,
    changed,
    bids: mapped.bids.reduce((sum, { bids }) => sum + bids.length, 0),
    quarantined: mapped.quarantined.length,
    complaints: keptComplaints(mapped.quarantined),
  };
  await ports.records.put(toOutcomeItem(outcome), 'any');
  return outcome;
}
