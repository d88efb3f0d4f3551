import type { DocumentEnvelope } from '../../domain/document.ts';
import type { JsonValue } from '../../domain/json.ts';
import { type Instant, parseInstant } from '../../domain/time.ts';
import type { Item } from '../../ports/item-store.ts';
import type { QuarantinedDocument } from '../quarantine/quarantined-document.ts';
import type { DocumentOutcome } from './document-outcome.ts';
import { keys } from './keys.ts';

/** What is said of a document besides what became of it. */
export type DocumentHead = Pick<DocumentEnvelope, 'platform' | 'kind' | 'observedAt' | 'source' | 'subject'>;

const ID = /^([a-z0-9-]+)\.([a-z0-9-]+)\.(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-/;

/** What the id of a document tells of it where its envelope cannot be read; undefined when it is no document id. */
export function readDocumentId(documentId: string): DocumentHead | undefined {
  const [, platform = '', kind = '', year, month, day, hour, minute, second, ms] = ID.exec(documentId) ?? [];
  const observedAt: Instant | undefined = parseInstant(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`);
  return observedAt === undefined ? undefined : { platform, kind, observedAt, source: '' };
}

type Waiting = Omit<QuarantinedDocument, 'documentId' | 'platform'>;

function waitingOf(head: DocumentHead, outcome: DocumentOutcome): Waiting {
  const { kind, observedAt, source, subject } = head;
  const { mappingVersion } = outcome;
  const about = { kind, observedAt, source, ...(subject === undefined ? {} : { subject }), mappingVersion };
  if (outcome.outcome === 'refused') {
    const { code, reason, details } = outcome;
    return { ...about, open: true, code, reason, details, complaints: [], quarantined: 0 };
  }
  const { complaints, quarantined } = outcome;
  return { ...about, open: quarantined > 0, complaints, quarantined };
}

/**
 * What the index of documents that wait for a person (待核) says of one, derived from its outcome: `open` while it was refused
 * or some of its rows could not be read.
 */
export function toQuarantinedItem(head: DocumentHead, outcome: DocumentOutcome): Item & { readonly open: boolean } {
  const waiting = waitingOf(head, outcome);
  const item = waiting as unknown as Record<string, JsonValue> & { readonly open: boolean };
  return { ...keys.quarantined(head.platform, outcome.documentId), schema: 1, ...item };
}
