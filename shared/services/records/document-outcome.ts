import type { JsonValue } from '../../domain/json.ts';
import type { Instant } from '../../domain/time.ts';
import type { ErrorCode } from '../../errors/codes.ts';
import type { QuarantinedRow } from '../../ports/auction-platform.ts';
import type { Item } from '../../ports/item-store.ts';
import type { SilentFact } from '../watch-fill-rates.ts';
import { keys } from './keys.ts';

/** A complaint kept with the outcome: the raw bytes stay beside it in the document store. */
export interface Complaint {
  readonly path: string;
  readonly reason: string;
}

/** What an outcome said before a replay took its place. */
export interface OutcomeBefore {
  readonly outcome: 'none' | 'applied' | 'refused';
  readonly complaints: number;
}

interface OutcomeBase {
  readonly documentId: string;
  readonly kind: string;
  /** 0 when no adapter looked at it. */
  readonly mappingVersion: number;
  /** Empty when the document's envelope cannot be read. */
  readonly correlationId: string;
  /** Absent when the document's envelope cannot be read. */
  readonly receivedAt?: Instant;
  /** The replay that put it, and what it found; absent when the document was mapped on arrival. */
  readonly replay?: string;
  readonly before?: OutcomeBefore;
}

/** The document was understood. */
export interface AppliedOutcome extends OutcomeBase {
  readonly outcome: 'applied';
  readonly sourceTime: Instant;
  readonly lots: number;
  /** Lots whose record this document changed. */
  readonly changed: readonly string[];
  readonly bids: number;
  readonly quarantined: number;
  /** The first complaints; all of them come out again when the document is mapped again. */
  readonly complaints: readonly Complaint[];
  /** Facts such documents used to state and now hardly do: the page has probably changed. */
  readonly silent: readonly SilentFact[];
  /** Fields the document carries that its schema does not name. */
  readonly unread: number;
}

/** The whole document was refused; nothing was changed. */
export interface RefusedOutcome extends OutcomeBase {
  readonly outcome: 'refused';
  readonly code: ErrorCode;
  readonly reason: string;
  readonly details: Readonly<Record<string, JsonValue | undefined>>;
}

/** What became of a document. */
export type DocumentOutcome = AppliedOutcome | RefusedOutcome;

const COMPLAINTS_KEPT = 10;
const COMPLAINT_CHARACTERS = 200;
const CHANGED_KEPT = 100;

/** What a replay finds: an outcome or none; of one that the same replay put, what it found the first time. */
export function beforeReplay(known: DocumentOutcome | undefined, replayId: string | undefined): OutcomeBefore {
  if (known === undefined) return { outcome: 'none', complaints: 0 };
  if (known.before !== undefined && known.replay === replayId) return known.before;
  return { outcome: known.outcome, complaints: known.outcome === 'applied' ? known.quarantined : 0 };
}

/** The complaints an outcome keeps: the first ten, cut to size. */
export function keptComplaints(rows: readonly QuarantinedRow[]): readonly Complaint[] {
  return rows.slice(0, COMPLAINTS_KEPT).map((row) => ({
    path: row.path.slice(0, COMPLAINT_CHARACTERS),
    reason: row.reason.slice(0, COMPLAINT_CHARACTERS),
  }));
}

/** Lays an outcome out as an item. */
export function toOutcomeItem(outcome: DocumentOutcome): Item {
  const kept = outcome.outcome === 'applied' ? { changed: outcome.changed.slice(0, CHANGED_KEPT) } : {};
  return {
    ...keys.document(outcome.documentId),
    schema: 1,
    ...(outcome as unknown as Record<string, JsonValue>),
    ...kept,
  };
}

/** Reads an outcome back. */
export function parseOutcomeItem(item: Item): DocumentOutcome {
  const { pk: _pk, sk: _sk, schema: _schema, ...outcome } = item;
  return outcome as unknown as DocumentOutcome;
}
