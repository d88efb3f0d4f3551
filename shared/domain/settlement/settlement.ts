import type { Fen } from '../money.ts';
import type { Actor } from '../people/role.ts';
import type { Moment } from '../rules/periods.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { Milestone } from './milestone.ts';
import type { Purpose } from './party.ts';
import type { StatedTerm } from './stated-term.ts';

/** A milestone as a person records it, with the paper that shows it. */
export interface RecordedMilestone {
  readonly milestone: Milestone;
  readonly on: Moment;
  /** Id of a stored file. */
  readonly document: string;
  readonly note: string | null;
}

/** How an on-site sale ended, by its minutes (拍卖笔录) or its confirmation (成交确认书). */
export interface RecordedSale {
  readonly outcome: 'sold' | 'passed-in';
  /** On the lot's price basis; `null` unless it was sold. */
  readonly hammerFen: Fen | null;
  readonly endedAt: Instant;
  /** How many were admitted to bid; `null`: the minutes do not say. */
  readonly bidders: number | null;
  /** Id of the stored minutes. */
  readonly document: string;
  readonly note: string | null;
}

/** The buyer's default (悔拍). */
export interface RecordedDefault {
  readonly on: LocalDate;
  readonly reason: string;
  readonly document: string;
}

/**
 * Everything that may happen to what follows the sale of one lot. `anchor`: a moment before anything that shows what follows
 * the sale, as it was known when the first milestone was recorded; from then on it orders our statements among the sources.
 */
export type SettlementEvent =
  | { readonly type: 'recorded'; readonly data: RecordedMilestone & { readonly anchor: Instant } }
  | { readonly type: 'corrected'; readonly data: RecordedMilestone & { readonly reason: string } }
  | { readonly type: 'sale-recorded'; readonly data: RecordedSale }
  | { readonly type: 'sale-corrected'; readonly data: RecordedSale & { readonly reason: string } }
  | { readonly type: 'defaulted'; readonly data: RecordedDefault }
  | { readonly type: 'term-stated'; readonly data: StatedTerm }
  | { readonly type: 'owner-named'; readonly data: { readonly ownerId: string } }
  /** The winning party was kept, sealed, under `entry`; nothing of it stands here. */
  | { readonly type: 'winner-kept'; readonly data: { readonly entry: string } }
  | { readonly type: 'winner-read'; readonly data: { readonly entry: string; readonly purpose: Purpose } };
export type SettlementEventType = SettlementEvent['type'];

/** Something recorded, by whom and when; `reason` says why it replaces the one before. */
export interface Entry<T> {
  readonly value: T;
  readonly at: Instant;
  readonly by: Actor;
  /** Version of the settlement after it. */
  readonly version: number;
  readonly reason: string | null;
}

/** What people recorded of one lot after its sale (成交后办理); the platform's own word stands in the lot's record. */
export interface Settlement {
  readonly lotId: string;
  readonly version: number;
  /** The owner the office named, where no listing of ours says it. */
  readonly ownerId: string | null;
  /** Where our statements stand among the sources; `null` before the first milestone. */
  readonly anchor: Instant | null;
  /** Every entry ever made, the newest last. */
  readonly milestones: Readonly<Partial<Record<Milestone, readonly Entry<RecordedMilestone>[]>>>;
  readonly sales: readonly Entry<RecordedSale>[];
  readonly defaulted: Entry<RecordedDefault> | null;
  /** Terms agreed for this lot, which go before the rules; the newest last. */
  readonly terms: readonly Entry<StatedTerm>[];
  /** The sealed text that counts; `null` while nobody put any. */
  readonly winner: { readonly entry: string; readonly at: Instant } | null;
}
