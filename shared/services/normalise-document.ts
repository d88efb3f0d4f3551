import type { Caller } from '../domain/caller.ts';
import type { LotId } from '../domain/lot-id.ts';
import { AppError } from '../errors/app-error.ts';
import { LOTS_PER_MESSAGE } from '../messages/lots-changed.ts';
import type { Hash } from '../ports/ambient.ts';
import type { AuctionPlatform } from '../ports/auction-platform.ts';
import type { Item, ItemStore } from '../ports/item-store.ts';
import type { MessageQueue } from '../ports/message-bus.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { applySighting, type Cause } from './apply-observation.ts';
import { requireRole } from './authorise.ts';
import { type MappedSource, mapStoredDocument } from './map-stored-document.ts';
import { type DocumentOutcome, keptComplaints, parseOutcomeItem, toOutcomeItem } from './records/document-outcome.ts';
import { keys } from './records/keys.ts';
import { countFill, findSilentFacts } from './watch-fill-rates.ts';

export interface NormalisePorts {
  readonly records: ItemStore;
  readonly documents: ObjectStore;
  readonly changes: MessageQueue;
  readonly hash: Hash;
  readonly platforms: readonly AuctionPlatform[];
}

function causeOf({ envelope, stamp }: MappedSource): Cause {
  return { platform: envelope.platform, stamp };
}

/**
 * Enters the document in its platform's order of sources, before any record is read.
 * Says whether it was not there: else another delivery of it may have stopped half way, and the entry is marked.
 */
async function enter(records: ItemStore, { envelope, stamp, sightings, mapped }: MappedSource): Promise<boolean> {
  const entry: Item = {
    ...keys.sighting(envelope.platform, stamp),
    schema: 1,
    document: stamp.document,
    kind: envelope.kind,
    lots: sightings.map(({ lotId }) => lotId),
    fill: countFill(mapped.lots),
  };
  if ((await records.put(entry, 'absent')) === 'written') return true;
  await records.put({ ...entry, repeated: true }, 'any');
  return false;
}

/** Says whether another delivery entered the document since. */
async function enteredAgain(records: ItemStore, { envelope, stamp }: MappedSource): Promise<boolean> {
  const entry = await records.get(keys.sighting(envelope.platform, stamp));
  return entry?.['repeated'] === true;
}

/** Documents later in the order of sources that show one of the lots. */
async function laterDocuments(
  records: ItemStore,
  late: MappedSource,
  lots: ReadonlySet<LotId>,
): Promise<readonly string[]> {
  const later = await records.query(keys.sightingsAfter(late.envelope.platform, late.stamp));
  const affected = later.filter((entry) => (entry['lots'] as readonly LotId[]).some((lot) => lots.has(lot)));
  return affected.map((entry) => entry['document'] as string);
}

/**
 * Documents with a later source time were merged without knowing of this late one; they are merged again,
 * so that the newest word stands whatever the order of arrival. A document entered meanwhile may have looked at
 * a record that was half way through this and found nothing to say, hence the look for new ones after each pass.
 */
async function mergeLaterAgain(
  ports: NormalisePorts,
  late: MappedSource,
  lots: ReadonlySet<LotId>,
  toAnnounce: Map<LotId, number>,
): Promise<void> {
  const merged = new Set<string>();
  for (;;) {
    const later = await laterDocuments(ports.records, late, lots);
    if (later.every((documentId) => merged.has(documentId))) return;
    for (const documentId of later) {
      const document = await mapStoredDocument(ports, documentId);
      for (const sighting of document.sightings.filter(({ lotId }) => lots.has(lotId))) {
        const applied = await applySighting(ports, causeOf(document), sighting);
        if (applied.announce) toAnnounce.set(sighting.lotId, applied.version);
      }
      merged.add(documentId);
    }
  }
}

async function announce(
  ports: NormalisePorts,
  document: MappedSource,
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

async function apply(ports: NormalisePorts, document: MappedSource): Promise<readonly LotId[]> {
  const { sightings } = document;
  const isFirst = await enter(ports.records, document);
  const toAnnounce = new Map<LotId, number>();
  const resting = new Set<LotId>();
  for (const sighting of sightings) {
    const applied = await applySighting(ports, causeOf(document), sighting);
    if (applied.announce) toAnnounce.set(sighting.lotId, applied.version);
    if (applied.restsOnIt) resting.add(sighting.lotId);
  }
  const halfDone = !isFirst || (await enteredAgain(ports.records, document));
  const unsure = halfDone ? new Set(sightings.map(({ lotId }) => lotId)) : resting;
  if (unsure.size > 0) await mergeLaterAgain(ports, document, unsure, toAnnounce);
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
  let document: MappedSource;
  try {
    document = await mapStoredDocument(ports, documentId);
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
    silent: await findSilentFacts(ports.records, envelope.platform, envelope.kind, stamp),
    unread: mapped.unread?.length ?? 0,
  };
  await ports.records.put(toOutcomeItem(outcome), 'any');
  return outcome;
}
