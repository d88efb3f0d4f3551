import type { Caller } from '../../domain/caller.ts';
import { toLotCard } from '../../domain/lot-card.ts';
import { decodeKeyPart, type LotId } from '../../domain/lot-id.ts';
import type { LotState } from '../../domain/lot-state.ts';
import { type Instant, toEpochMs } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import type { ItemStore } from '../../ports/item-store.ts';
import { requireRole } from '../authorise.ts';
import { factsSnapshotOf } from '../feed/snapshot-tables.ts';
import { readHead, type SnapshotHead } from '../feed/snapshots.ts';
import { parseQuarantinedItem } from '../quarantine/quarantined-document.ts';
import { type DocumentOutcome, parseOutcomeItem } from '../records/document-outcome.ts';
import { keys } from '../records/keys.ts';
import { type LotRecord, parseLotItem } from '../records/lot-record.ts';
import { querySightings } from '../records/sighting-entry.ts';
import { platformOf } from './fold-lot.ts';

/** One document's part in the story of a lot. */
export interface TracedDocument {
  readonly documentId: string;
  readonly kind: string;
  /** Source time; where no mapping has told it, when the document was observed. */
  readonly sourceTime: Instant;
  /** `null` where that is not known. */
  readonly receivedAt: Instant | null;
  /** `none`: it was entered and its outcome is not there yet. */
  readonly outcome: 'none' | 'applied' | 'refused';
  /** Why it was refused. */
  readonly code?: string;
  /** Mapping that read it last, `null` while none has. */
  readonly mappingVersion: number | null;
  /** The replay that read it last. */
  readonly replay?: string;
  /** What is known of the lot and was first read in it: names of facts, and `status`. */
  readonly facts: readonly string[];
  /** Version of the record that it led to; `null` when it said nothing new. */
  readonly version: number | null;
}

/** The whole story of a lot (来龙去脉): every document that shows it, oldest source first. */
export interface LotTrace {
  readonly lotId: LotId;
  /** 0 while there is no record. */
  readonly version: number;
  /** Rises with every replay that changed the lot. */
  readonly generation: number;
  readonly bids: number;
  /** The document, or `replay:<replay>#<part>`, that wrote the record last; `null` while there is no record. */
  readonly lastDocument: string | null;
  readonly documents: readonly TracedDocument[];
  /** The snapshot that figures take the lot's facts from, as published last; `null` before the first. */
  readonly figures: Pick<SnapshotHead, 'name' | 'upToSeq' | 'etag'> | null;
}

const READ_AT_ONCE = 25;

/** Source times of the documents said to show the lot, and of those refused that were brought as its own. */
async function documentsOf(records: ItemStore, lotId: LotId): Promise<Map<string, Instant>> {
  const platform = platformOf(lotId);
  const found = new Map<string, Instant>();
  const externalId = decodeKeyPart(lotId.slice(platform.length + 1));
  for (const item of await records.query(keys.quarantine(platform))) {
    const { documentId, subject, observedAt } = parseQuarantinedItem(item);
    if (subject === externalId) found.set(documentId, observedAt);
  }
  for (const { document, lots, at } of await querySightings(records, keys.sightings(platform))) {
    if (lots.includes(lotId)) found.set(document, at);
  }
  return found;
}

/** Versions of the record that documents led to, from the lot's index. */
async function versionsOf(records: ItemStore, lotId: LotId): Promise<ReadonlyMap<string, number>> {
  const items = await records.query(keys.lotDocuments(lotId));
  return new Map(items.map((item) => [item.sk.slice(item.sk.lastIndexOf('#') + 1), Number(item['v'])]));
}

function factsReadIn(state: LotState | undefined, documentId: string): readonly string[] {
  if (state === undefined) return [];
  const isOfIt = (stamp: { readonly document: string } | undefined) => stamp?.document === documentId;
  const facts = Object.entries(state.facts).filter(([, register]) => isOfIt(register.stamp));
  const hasStatus = isOfIt(state.phase?.stamp) || Object.values(state.outcomes).some(isOfIt);
  return [...facts.map(([name]) => name), ...(hasStatus ? ['status'] : [])];
}

async function readOutcomes(records: ItemStore, documentIds: readonly string[]) {
  const outcomes = new Map<string, DocumentOutcome>();
  for (let from = 0; from < documentIds.length; from += READ_AT_ONCE) {
    const some = documentIds.slice(from, from + READ_AT_ONCE);
    const items = await Promise.all(some.map((documentId) => records.get(keys.document(documentId))));
    for (const [index, documentId] of some.entries()) {
      const item = items[index];
      if (item !== undefined) outcomes.set(documentId, parseOutcomeItem(item));
    }
  }
  return outcomes;
}

function outcomeFields(outcome: DocumentOutcome | undefined, entered: Instant) {
  if (outcome === undefined)
    return { sourceTime: entered, receivedAt: null, outcome: 'none', mappingVersion: null } as const;
  return {
    sourceTime: outcome.outcome === 'applied' ? outcome.sourceTime : entered,
    receivedAt: outcome.receivedAt ?? null,
    outcome: outcome.outcome,
    mappingVersion: outcome.mappingVersion,
    ...(outcome.outcome === 'refused' ? { code: outcome.code } : {}),
    ...(outcome.replay === undefined ? {} : { replay: outcome.replay }),
  };
}

async function figuresOf(records: ItemStore, record: LotRecord | undefined): Promise<LotTrace['figures']> {
  if (record === undefined) return null;
  const head = await readHead(records, factsSnapshotOf(toLotCard(record.state, record.version, record.bidCount)));
  if (head === undefined) return null;
  const { name, upToSeq, etag } = head;
  return { name, upToSeq, etag };
}

/**
 * Tells the story of a lot: which documents show it, what became of them, which facts rest on them, and what they led to.
 * @throws AppError `ACCESS.DENIED`, `RESOURCE.NOT_FOUND` when neither a record nor a document is there
 */
export async function traceLot(
  caller: Caller,
  { records }: { readonly records: ItemStore },
  lotId: LotId,
): Promise<LotTrace> {
  requireRole(caller, 'operator');
  const item = await records.get(keys.lot(lotId));
  const record = item === undefined ? undefined : parseLotItem(lotId, item);
  const entered = await documentsOf(records, lotId);
  if (record === undefined && entered.size === 0) {
    throw new AppError('RESOURCE.NOT_FOUND', 'no such lot', { details: { lotId } });
  }
  const versions = await versionsOf(records, lotId);
  const outcomes = await readOutcomes(records, [...entered.keys()]);
  const documents = [...entered].map(
    ([documentId, at]): TracedDocument => ({
      documentId,
      kind: documentId.split('.')[1] ?? '',
      ...outcomeFields(outcomes.get(documentId), at),
      facts: factsReadIn(record?.state, documentId),
      version: versions.get(documentId) ?? null,
    }),
  );
  documents.sort((a, b) => toEpochMs(a.sourceTime) - toEpochMs(b.sourceTime));
  const { version = 0, generation = 0, bidCount: bids = 0, lastDocument = null } = record ?? {};
  const figures = await figuresOf(records, record);
  return { lotId, version, generation, bids, lastDocument, documents, figures };
}
