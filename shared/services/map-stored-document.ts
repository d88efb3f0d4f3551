import { type BidEntry, indexBids, newEntries, toBidLog } from '../domain/bid-log.ts';
import { type DocumentEnvelope, toDocumentKey } from '../domain/document.ts';
import { STATEMENT_KIND } from '../domain/listing/statement.ts';
import { type LotId, toLotId } from '../domain/lot-id.ts';
import type { LotObservation } from '../domain/observation.ts';
import type { Stamp } from '../domain/stamp.ts';
import { AppError } from '../errors/app-error.ts';
import { parseEnvelope } from '../messages/document-envelope.ts';
import type { Hash } from '../ports/ambient.ts';
import type { AuctionPlatform, MappedDocument } from '../ports/auction-platform.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { Sighting } from './apply-observation.ts';
import { mapStatement, STATEMENT_MAPPING_VERSION, STATEMENT_RANK } from './map-statement.ts';
import type { SideStatement } from './records/side-statement.ts';
import { toSideStatements } from './side-statements.ts';

export interface MappingPorts {
  readonly documents: ObjectStore;
  readonly hash: Hash;
  readonly platforms: readonly AuctionPlatform[];
}

/** A stored document, mapped: its envelope, its place in the order of sources, and what it says of each lot. */
export interface MappedSource {
  readonly envelope: DocumentEnvelope;
  readonly mappingVersion: number;
  readonly mapped: MappedDocument;
  readonly stamp: Stamp;
  readonly sightings: readonly Sighting[];
  /** What it states beside its lots. */
  readonly statements: readonly SideStatement<unknown>[];
}

/** A stored document that today's mapping refuses as a whole: it says nothing of any lot. */
export interface RefusedSource {
  readonly refused: AppError;
  /** Absent when there are no bytes or their envelope cannot be read. */
  readonly envelope?: DocumentEnvelope;
  /** 0 when no adapter looked at it. */
  readonly mappingVersion: number;
}

/** Two rows of one document about one lot: the later row counts, fact by fact, and says nothing by leaving one out. */
function foldRows(earlier: LotObservation | undefined, later: LotObservation): LotObservation {
  if (earlier === undefined) return later;
  const said = Object.entries(later.facts).filter(([, value]) => value !== undefined);
  return { ...earlier, ...later, facts: { ...earlier.facts, ...Object.fromEntries(said) } };
}

/** Two tables of one document with bids of one lot may overlap: the larger count of a bid counts, as between documents. */
function foldBids(earlier: readonly BidEntry[], later: readonly BidEntry[]): readonly BidEntry[] {
  const log = indexBids(earlier);
  return [...new Map([...log, ...indexBids(newEntries(log, later))]).values()];
}

function toSightings(platform: string, mapped: MappedDocument): readonly Sighting[] {
  const byLot = new Map<LotId, Sighting>();
  for (const row of mapped.lots) {
    const lotId = toLotId(platform, row.externalId);
    const known = byLot.get(lotId);
    byLot.set(lotId, { lotId, externalId: row.externalId, lot: foldRows(known?.lot, row) });
  }
  for (const { externalId, bids } of mapped.bids) {
    const lotId = toLotId(platform, externalId);
    const known = byLot.get(lotId);
    byLot.set(lotId, { ...known, lotId, externalId, bids: foldBids(known?.bids ?? [], toBidLog(bids)) });
  }
  return [...byLot.values()];
}

/** What reads a kind of document, and how its facts are ordered against others of the same time. */
interface Reader {
  readonly map: AuctionPlatform['map'];
  readonly rank: number;
  readonly mappingVersion: number;
}

const STATEMENTS: Reader = { map: mapStatement, rank: STATEMENT_RANK, mappingVersion: STATEMENT_MAPPING_VERSION };

/** Statements of the desk are read by us, whatever the platform; everything else by its adapter. */
function readerOf(platform: AuctionPlatform | undefined, kind: string): Reader | undefined {
  if (platform === undefined) return undefined;
  if (kind === STATEMENT_KIND) return STATEMENTS;
  const { documentKinds, mappingVersion } = platform.manifest;
  return { map: (document) => platform.map(document), rank: documentKinds[kind]?.rank ?? 0, mappingVersion };
}

function mapObject(
  ports: MappingPorts,
  documentId: string,
  envelope: DocumentEnvelope,
  reader: Reader | undefined,
  bytes: Uint8Array,
): MappedSource {
  if (ports.hash.sha256(bytes) !== envelope.sha256) {
    throw new AppError('DOCUMENT.DAMAGED', 'the bytes do not match their sha256', { details: { documentId } });
  }
  if (reader === undefined) throw new AppError('PLATFORM.UNKNOWN', 'no adapter reads this platform');
  const { kind, observedAt, contentType, subject } = envelope;
  const about = subject === undefined ? {} : { subject };
  const mapped = reader.map({ kind, bytes, observedAt, contentType, ...about });
  const stamp: Stamp = {
    at: mapped.clock ?? observedAt,
    rank: reader.rank,
    document: documentId,
  };
  const { mappingVersion } = reader;
  const { platform } = envelope;
  const said = { sightings: toSightings(platform, mapped), statements: toSideStatements(platform, mapped) };
  return { envelope, mappingVersion, mapped, stamp, ...said };
}

/** What `work` answers, or what it refuses with. */
function orRefused<T>(work: () => T): T | AppError {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppError && !error.retryable) return error;
    throw error;
  }
}

/**
 * Fetches a stored document and lets its platform's adapter map it. A document that is not there, damaged, of an unknown
 * platform, or refused by its adapter comes back as refused.
 * @throws AppError retryable ones
 */
export async function mapStoredDocument(
  ports: MappingPorts,
  documentId: string,
): Promise<MappedSource | RefusedSource> {
  const object = await ports.documents.get(toDocumentKey(documentId));
  if (object === undefined) {
    const refused = new AppError('RESOURCE.NOT_FOUND', 'no such document', { details: { documentId } });
    return { refused, mappingVersion: 0 };
  }
  const envelope = orRefused(() => parseEnvelope(object.metadata));
  if (envelope instanceof AppError) return { refused: envelope, mappingVersion: 0 };
  const platform = ports.platforms.find((candidate) => candidate.manifest.id === envelope.platform);
  const reader = readerOf(platform, envelope.kind);
  const mapped = orRefused(() => mapObject(ports, documentId, envelope, reader, object.bytes));
  if (!(mapped instanceof AppError)) return mapped;
  return { refused: mapped, envelope, mappingVersion: reader?.mappingVersion ?? 0 };
}
