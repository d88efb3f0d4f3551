import type { DepositsObservation } from '../domain/deposits/ledger-statement.ts';
import type { BidsObservation, LotObservation } from '../domain/observation.ts';
import type { StatedTotals } from '../domain/reconciliation/stated-totals.ts';
import type { PlatformKind } from '../domain/settings/platform-profile.ts';
import type { Instant } from '../domain/time.ts';

/** What can be asked of a platform. */
export const CAPABILITIES = ['publish', 'amend', 'withdraw', 'list', 'lot', 'bids', 'result', 'settlement'] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** Why a capability is not met; a bare `false` would hide the reason. */
export interface NotMet {
  readonly no: string;
}

/**
 * How a capability is met, or why it is not. `api` with a note: by the platform's interface where a connection is set up,
 * `otherwise` without one; the note says in English what was never tried live.
 */
export type CapabilityWay =
  | 'api'
  | 'page'
  | 'file'
  | 'handoff'
  | { readonly api: string; readonly otherwise: 'handoff' | NotMet }
  | NotMet;

/** One kind of document a platform sends. */
export interface DocumentKind {
  /** Chinese name shown to people. */
  readonly title: string;
  readonly contentType: string;
  /** Decides between documents of the same source time: the closer to the lot, the higher. */
  readonly rank: number;
  /** Such a document does not carry the lot's number: whoever brings it has to say it. */
  readonly needsSubject?: boolean;
}

/** How sure we are that the adapter reads what the platform really sends. */
export type Confidence = 'captured' | 'documented' | 'assumed';

/** The facts about a platform, data only; shared code asks here instead of naming a platform. */
export interface PlatformManifest {
  /** Lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly name: string;
  /** What it is in law: it decides which rules bind a sale there. */
  readonly kind: PlatformKind;
  readonly homepage: string;
  readonly capabilities: Readonly<Record<Capability, CapabilityWay>>;
  readonly documentKinds: Readonly<Record<string, DocumentKind>>;
  /** Hosts that links may point to. */
  readonly hosts: readonly string[];
  /** Raised whenever the same document maps to something else; stored with every mapped document. */
  readonly mappingVersion: number;
  readonly confidence: Confidence;
}

/** A raw document (原始文件) as it arrived, before anyone understood it. */
export interface RawDocument {
  readonly kind: string;
  readonly bytes: Uint8Array;
  /** When it was taken from the platform, as far as the bringer knows. */
  readonly observedAt: Instant;
  /** The Content-Type it came with, if any: a hint, often wrong about the charset. */
  readonly contentType?: string;
  /** The lot the bringer says the document is about, by the platform's own number. */
  readonly subject?: string;
}

/** A row that could not be understood; the rest of its document goes on. */
export interface QuarantinedRow {
  /** Where in the document, as a JSON pointer or a CSS path. */
  readonly path: string;
  /** Stable English reason, e.g. `unknown status word "closed"`. */
  readonly reason: string;
}

/** What a document says, in our words. Deterministic: the same document always maps to the same. */
export interface MappedDocument {
  /** The page's own clock, when it carries one: then it is the source time. */
  readonly clock?: Instant;
  readonly lots: readonly LotObservation[];
  readonly bids: readonly BidsObservation[];
  readonly quarantined: readonly QuarantinedRow[];
  /** Fields the document carries and the schema does not name, each path once, indexes as `*`; absent: not looked for. */
  readonly unread?: readonly string[];
  /** How many lots the source says it has in all, over all its pages; absent where it does not say. */
  readonly listed?: number;
  /** Deposits by bidder; absent where the document does not speak of them. */
  readonly deposits?: readonly DepositsObservation[];
  /** The platform's own statistics; absent where it has none. */
  readonly totals?: readonly StatedTotals[];
}

/** The port every adapter implements for reading. */
export interface AuctionPlatform {
  readonly manifest: PlatformManifest;
  /**
   * Maps a document.
   * @throws AppError `DOCUMENT.DRIFT`, `DOCUMENT.BLOCKED`, `DOCUMENT.EMPTY`, `DOCUMENT.ENCODING` when the whole document is refused,
   * `DOCUMENT.KIND_UNKNOWN` for a kind the manifest does not name
   */
  map(document: RawDocument): MappedDocument;
  /**
   * A document without whoever bought, for keeping: the winning party belongs in the restricted record only. Whoever brings a
   * document asks for this before it leaves his machine; what is read from it stays the same. Absent where nothing names one.
   */
  withoutParties?(kind: string, bytes: Uint8Array): Uint8Array;
}
