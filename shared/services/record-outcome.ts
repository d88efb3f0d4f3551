import type { ItemStore } from '../ports/item-store.ts';
import type { MappedSource, RefusedSource } from './map-stored-document.ts';
import {
  type AppliedOutcome,
  type DocumentOutcome,
  keptComplaints,
  type RefusedOutcome,
  toOutcomeItem,
} from './records/document-outcome.ts';
import { type DocumentHead, readDocumentId, toQuarantinedItem } from './records/quarantined-item.ts';
import { findSilentFacts } from './watch-fill-rates.ts';

/** The replay an outcome is put by, and what it found. */
type ByReplay = Pick<DocumentOutcome, 'replay' | 'before'>;

/** What became of a document that was understood. */
export async function toAppliedOutcome(
  records: ItemStore,
  { envelope, mappingVersion, mapped, stamp }: MappedSource,
  changed: readonly string[],
  by: ByReplay = {},
): Promise<AppliedOutcome> {
  return {
    outcome: 'applied',
    documentId: stamp.document,
    kind: envelope.kind,
    mappingVersion,
    correlationId: envelope.correlationId,
    receivedAt: envelope.receivedAt,
    sourceTime: stamp.at,
    lots: mapped.lots.length,
    changed,
    bids: mapped.bids.reduce((sum, { bids }) => sum + bids.length, 0),
    quarantined: mapped.quarantined.length,
    complaints: keptComplaints(mapped.quarantined),
    silent: await findSilentFacts(records, envelope.platform, envelope.kind, stamp),
    unread: mapped.unread?.length ?? 0,
    ...by,
  };
}

/** What became of a document that was refused as a whole. */
export function toRefusedOutcome(documentId: string, source: RefusedSource, by: ByReplay = {}): RefusedOutcome {
  const { refused, envelope, mappingVersion } = source;
  return {
    outcome: 'refused',
    documentId,
    kind: envelope?.kind ?? readDocumentId(documentId)?.kind ?? '',
    mappingVersion,
    correlationId: envelope?.correlationId ?? '',
    ...(envelope === undefined ? {} : { receivedAt: envelope.receivedAt }),
    code: refused.code,
    reason: refused.message,
    details: refused.details,
    ...by,
  };
}

/**
 * Records what became of a document: first in the index of what waits for a person, which is derived from the outcome,
 * then the outcome. A crash between the two is healed by the redelivery, which finds no outcome of its own yet.
 * A clean document leaves nothing in the index; it is looked for there, to be closed, only when it is `mapped` again.
 */
export async function recordOutcome(
  records: ItemStore,
  source: MappedSource | RefusedSource,
  outcome: DocumentOutcome,
  mapped: 'first' | 'again',
): Promise<void> {
  const head: DocumentHead | undefined = source.envelope ?? readDocumentId(outcome.documentId);
  if (head !== undefined) {
    const waiting = toQuarantinedItem(head, outcome);
    const before = waiting.open || mapped === 'first' ? undefined : await records.get(waiting);
    if (waiting.open || before?.['open'] === true) await records.put(waiting, 'any');
  }
  await records.put(toOutcomeItem(outcome), 'any');
}
