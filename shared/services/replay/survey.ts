import type { LotId } from '../../domain/lot-id.ts';
import type { ItemStore } from '../../ports/item-store.ts';
import { type MappedSource, type MappingPorts, mapStoredDocument, type RefusedSource } from '../map-stored-document.ts';
import { type DocumentOutcome, parseOutcomeItem } from '../records/document-outcome.ts';
import { keys } from '../records/keys.ts';
import { readDocumentId } from '../records/quarantined-item.ts';
import { querySightings } from '../records/sighting-entry.ts';
import { platformOf } from './fold-lot.ts';

interface Ports extends MappingPorts {
  readonly records: ItemStore;
}

/** A document to be replayed: what became of it, which lots it was said to show, and what today's mapping makes of it. */
export interface SurveyedDocument {
  readonly documentId: string;
  readonly known?: DocumentOutcome;
  readonly enteredLots: readonly LotId[];
  readonly source: MappedSource | RefusedSource;
}

/** Documents to be replayed, and every lot they may concern. */
export interface Survey {
  readonly documents: readonly SurveyedDocument[];
  readonly lots: ReadonlySet<LotId>;
}

/** The lots a mapped document shows today; a refused one shows none. */
export function shownLots(source: MappedSource | RefusedSource): readonly LotId[] {
  return 'refused' in source ? [] : source.sightings.map(({ lotId }) => lotId);
}

/** Documents that are said to show each of the lots. */
export async function documentsShowing(
  records: ItemStore,
  lots: Iterable<LotId>,
): Promise<ReadonlyMap<LotId, ReadonlySet<string>>> {
  const showing = new Map([...lots].map((lotId): [LotId, Set<string>] => [lotId, new Set()]));
  for (const platform of new Set([...showing.keys()].map(platformOf))) {
    for (const entry of await querySightings(records, keys.sightings(platform))) {
      for (const lotId of entry.lots) showing.get(lotId)?.add(entry.document);
    }
  }
  return showing;
}

/** The lots each of the documents was ever said to show. */
async function lotsEntered(
  records: ItemStore,
  documents: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<LotId>>> {
  const entered = new Map(documents.map((documentId): [string, Set<LotId>] => [documentId, new Set()]));
  const platforms = documents.flatMap((documentId) => readDocumentId(documentId)?.platform ?? []);
  for (const platform of new Set(platforms)) {
    for (const entry of await querySightings(records, keys.sightings(platform))) {
      for (const lotId of entry.lots) entered.get(entry.document)?.add(lotId);
    }
  }
  return entered;
}

/**
 * Maps the documents with today's mappings and finds every lot they show, or were ever said to show.
 * @throws AppError retryable ones
 */
export async function survey(
  ports: Ports,
  { documents, lots }: { readonly documents: readonly string[]; readonly lots: readonly LotId[] },
): Promise<Survey> {
  const entered = await lotsEntered(ports.records, documents);
  const surveyed: SurveyedDocument[] = [];
  const affected = new Set(lots);
  for (const documentId of new Set(documents)) {
    const item = await ports.records.get(keys.document(documentId));
    const source = await mapStoredDocument(ports, documentId);
    const enteredLots = [...(entered.get(documentId) ?? [])];
    for (const lotId of [...enteredLots, ...shownLots(source)]) affected.add(lotId);
    const known = item === undefined ? {} : { known: parseOutcomeItem(item) };
    surveyed.push({ documentId, ...known, enteredLots, source });
  }
  return { documents: surveyed, lots: affected };
}

/** The mapped documents of a survey by id. */
export function sourcesOf({ documents }: Survey): ReadonlyMap<string, MappedSource | RefusedSource> {
  return new Map(documents.map(({ documentId, source }) => [documentId, source]));
}
