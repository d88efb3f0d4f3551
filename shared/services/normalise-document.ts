import type { Caller } from '../domain/caller.ts';
import type { LotId } from '../domain/lot-id.ts';
import type { ItemStore } from '../ports/item-store.ts';
import { type AnnouncingPorts, announceLots } from './announce-lots.ts';
import { applySighting, type Cause } from './apply-observation.ts';
import { requireRole } from './authorise.ts';
import { keepStatements } from './keep-statements.ts';
import { type MappedSource, type MappingPorts, mapStoredDocument } from './map-stored-document.ts';
import { recordOutcome, toAppliedOutcome, toRefusedOutcome } from './record-outcome.ts';
import { type DocumentOutcome, parseOutcomeItem } from './records/document-outcome.ts';
import { keys } from './records/keys.ts';
import { enterSighting, parseSighting, querySightings } from './records/sighting-entry.ts';
import { countFill } from './watch-fill-rates.ts';

export interface NormalisePorts extends MappingPorts, AnnouncingPorts {
  readonly records: ItemStore;
}

function causeOf({ envelope, stamp }: MappedSource): Cause {
  return { platform: envelope.platform, stamp };
}

/** Enters the document in its platform's order of sources, before any record is read. Says whether it was not there. */
function enter(records: ItemStore, { envelope, stamp, sightings, mapped }: MappedSource): Promise<boolean> {
  const { platform, kind } = envelope;
  const lots = sightings.map(({ lotId }) => lotId);
  const fill = countFill(mapped.lots);
  return enterSighting(records, { platform, kind, stamp, lots, fill, listed: mapped.listed }, 'repeated');
}

/** Says whether another delivery entered the document since. */
async function enteredAgain(records: ItemStore, { envelope, stamp }: MappedSource): Promise<boolean> {
  const entry = await records.get(keys.sighting(envelope.platform, stamp));
  return entry !== undefined && parseSighting(entry).repeated;
}

/** Documents later in the order of sources that show one of the lots. */
async function laterDocuments(
  records: ItemStore,
  late: MappedSource,
  lots: ReadonlySet<LotId>,
): Promise<readonly string[]> {
  const later = await querySightings(records, keys.sightingsAfter(late.envelope.platform, late.stamp));
  return later.filter((entry) => entry.lots.some((lot) => lots.has(lot))).map(({ document }) => document);
}

/**
 * Documents with a later source time were merged without knowing of this late one; they are merged again,
 * so that the newest word stands whatever the order of arrival. A document entered meanwhile may have looked at
 * a record that was half way through this and found nothing to say, hence the look for new ones after each pass.
 * A later document that today's mapping refuses says nothing today; what it said once is a replay's business.
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
      merged.add(documentId);
      const document = await mapStoredDocument(ports, documentId);
      if ('refused' in document) continue;
      for (const sighting of document.sightings.filter(({ lotId }) => lots.has(lotId))) {
        const applied = await applySighting(ports, causeOf(document), sighting);
        if (applied.announce) toAnnounce.set(sighting.lotId, applied.version);
      }
    }
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
  const { correlationId } = document.envelope;
  await keepStatements(ports, document);
  await announceLots(ports, { causedBy: document.stamp.document, correlationId }, toAnnounce);
  return [...toAnnounce.keys()];
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
  const source = await mapStoredDocument(ports, documentId);
  const outcome =
    'refused' in source
      ? toRefusedOutcome(documentId, source)
      : await toAppliedOutcome(ports.records, source, await apply(ports, source));
  await recordOutcome(ports.records, source, outcome, 'first');
  return outcome;
}
