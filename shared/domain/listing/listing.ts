import type { ChainStep } from '../approval/chain.ts';
import type { Fen } from '../money.ts';
import type { Actor } from '../people/role.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { Draw, IssuedDocument, Justification, RoundEnding, SubmissionScope } from './events.ts';
import type { ListingTerms, Paper } from './terms.ts';

/**
 * Where a listing stands: `draft` 草稿 (also when returned), `review` 审核中, `approved` 已批准待移交, `handed-over` 已移交待上架,
 * `placed` 已上架, `failed` 本轮流拍, `sold` 已成交, `defaulted` 悔拍待处理, `agreed` 协议出租, `withdrawn` 已撤回.
 */
export const LISTING_STATES = [
  'draft',
  'review',
  'approved',
  'handed-over',
  'placed',
  'failed',
  'sold',
  'defaulted',
  'agreed',
  'withdrawn',
] as const;
export type ListingState = (typeof LISTING_STATES)[number];

/** Who did what when. */
export interface Deed {
  readonly at: Instant;
  readonly by: Actor;
  /** Version of the listing after it. */
  readonly version: number;
}

/** A step of the chain that was taken, or at which it was returned. */
export interface StepTaken extends Deed {
  /** Number of the submission it belongs to: 1, 2, … */
  readonly submission: number;
  readonly step: string;
  readonly outcome: 'passed' | 'returned';
  /** The opinion, or the reason of the return. */
  readonly words: string | null;
  /** Papers the reviewer added. */
  readonly papers: readonly Paper[];
}

/** A submission for approval and what it was taken from. */
export interface Submission extends Deed {
  readonly terms: ListingTerms;
  readonly chainVersion: number;
  readonly rulesVersion: number;
  readonly justifications: readonly Justification[];
  readonly scope: SubmissionScope;
  /** The steps it takes, in order. */
  readonly steps: readonly ChainStep[];
}

/** The platform the village chose, and why. */
export interface PlatformChoice extends Deed {
  readonly platform: string;
  readonly reason: string;
  readonly draw: Draw | null;
}

/** One round (轮次) of a listing: 1, 2, … */
export interface ListingRound {
  readonly number: number;
  /** When its draft was opened. */
  readonly opened: Deed;
  readonly terms: ListingTerms;
  readonly handedOver: (Deed & { readonly packageSha256: string }) | null;
  readonly placed:
    | (Deed & { readonly url: string; readonly lotId: string | null; readonly liveAt: Instant | null })
    | null;
  /** Changes of what is on sale (变更), in order: each with its number 1, 2, … and the terms after it. */
  readonly amendments: readonly (Deed & {
    readonly number: number;
    readonly reason: string;
    readonly terms: ListingTerms;
  })[];
  /** The last word: a sale that was defaulted on has ended `defaulted`. */
  readonly ended: (Deed & { readonly ending: RoundEnding }) | null;
  /** The sale at the hammer, kept where the buyer defaulted later. */
  readonly hammered: { readonly fen: Fen; readonly at: Instant } | null;
  /** Who decided on this round, and when; `null` for the first. */
  readonly decided: { readonly by: string; readonly on: LocalDate } | null;
}

/** A listing as its events leave it (挂牌). */
export interface Listing {
  readonly id: string;
  /** Number of its last event: what `If-Match` names. */
  readonly version: number;
  readonly ownerId: string;
  readonly state: ListingState;
  readonly createdAt: Instant;
  readonly createdBy: Actor;
  readonly copyOf: string | null;
  /** The terms as they stand now; in `review` and later those submitted. */
  readonly terms: ListingTerms;
  /** Everyone who entered, edited or submitted it, ever: none of them reviews it. */
  readonly editors: readonly string[];
  readonly choice: PlatformChoice | null;
  readonly drawAnnounced: (Deed & { readonly seedHash: string; readonly candidates: readonly string[] }) | null;
  /** The newest is the last. */
  readonly submissions: readonly Submission[];
  /** Steps taken since the last submission, then those of earlier ones, newest submission first. */
  readonly steps: readonly StepTaken[];
  /** The last is the one that runs. */
  readonly rounds: readonly ListingRound[];
  readonly documents: readonly (IssuedDocument & Deed & { readonly scan: string | null })[];
  readonly agreement: Agreement | null;
  readonly withdrawal: (Deed & { readonly reason: string }) | null;
  /** Every asset it has ever named: those it no longer offers are set free. */
  readonly assetsNamed: readonly string[];
  /** When it came into its present state, or to the step that waits. */
  readonly since: Instant;
  readonly lastEventAt: Instant;
}

/** A letting by agreement (协议出租) after failed rounds; it is counted apart from sales. */
export interface Agreement extends Deed {
  readonly priceFen: Fen;
  readonly publicityFrom: LocalDate;
  readonly publicityUntil: LocalDate;
  readonly papers: readonly string[];
  readonly reason: string;
}
