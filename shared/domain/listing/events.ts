import type { ChainStep } from '../approval/chain.ts';
import type { Fen } from '../money.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { ListingTerms, Paper } from './terms.ts';

/** A rule's warning the clerk submits against, with the reason (说明理由). */
export interface Justification {
  readonly rule: string;
  readonly reason: string;
}

/** How a platform was chosen by lot (摇号): the seed was published before, and everybody can compute the choice again. */
export interface Draw {
  /** SHA-256 of the seed, published when the draw was announced. */
  readonly seedHash: string;
  readonly seed: string;
  readonly candidates: readonly string[];
  readonly announcedAt: Instant;
}

/** A document of ours with its number (文号), as it was printed. */
export interface IssuedDocument {
  readonly kind: string;
  readonly number: string;
  /** SHA-256 of the file handed out. */
  readonly sha256: string;
}

/** `full`: the whole chain; `within-resolution`: a later round the last resolution covers. */
export type SubmissionScope = 'full' | 'within-resolution';

/** How one round came to its end. `failed` is 流拍, `defaulted` 悔拍. */
export type RoundEnding =
  | { readonly outcome: 'sold'; readonly hammerFen: Fen; readonly at: Instant; readonly cause: string }
  | { readonly outcome: 'failed' | 'defaulted'; readonly at: Instant; readonly cause: string };

/** Everything that may happen to a listing (挂牌). One command makes one event. */
export type ListingEvent =
  | {
      readonly type: 'drafted';
      readonly data: { readonly ownerId: string; readonly terms: ListingTerms; readonly copyOf: string | null };
    }
  | { readonly type: 'edited'; readonly data: { readonly terms: ListingTerms } }
  | {
      readonly type: 'platform-chosen';
      readonly data: { readonly platform: string; readonly reason: string; readonly draw: Draw | null };
    }
  | {
      /** The seed stays secret until the draw; only its hash is told. */
      readonly type: 'draw-announced';
      readonly data: { readonly seedHash: string; readonly candidates: readonly string[] };
    }
  | {
      readonly type: 'submitted';
      readonly data: {
        /** Settings the checks and the chain were taken from. */
        readonly chainVersion: number;
        readonly rulesVersion: number;
        readonly justifications: readonly Justification[];
        /** A later round that keeps to the last resolution needs no new vote: only the office confirms it. */
        readonly scope: SubmissionScope;
        /** The steps this listing takes, in order; the owner's own are taken by submitting their papers. */
        readonly steps: readonly ChainStep[];
      };
    }
  | {
      readonly type: 'step-passed';
      /** `papers`: what the reviewer adds, such as the written reply of a bureau. */
      readonly data: { readonly step: string; readonly opinion: string | null; readonly papers: readonly Paper[] };
    }
  | { readonly type: 'returned'; readonly data: { readonly step: string; readonly reason: string } }
  | {
      /** The package was complete and given to whoever lists it: the platform's clock starts. */
      readonly type: 'handed-over';
      readonly data: { readonly packageSha256: string; readonly documents: readonly IssuedDocument[] };
    }
  | {
      /** The address on the platform was brought back. */
      readonly type: 'placed';
      readonly data: { readonly url: string; readonly lotId: string | null; readonly liveAt: Instant | null };
    }
  | {
      /** What is on sale already is changed before bidding: times, who to call, title and remarks, nothing that was decided. */
      readonly type: 'amended';
      readonly data: {
        readonly terms: ListingTerms;
        readonly reason: string;
        /** A reason for each rule that warns of what was amended; absent where none does. */
        readonly justifications?: readonly Justification[];
      };
    }
  | { readonly type: 'round-ended'; readonly data: RoundEnding }
  | {
      /** The next round: a draft with new price and times. Beyond the resolution's floor it needs vote and chain again. */
      readonly type: 'round-opened';
      readonly data: { readonly terms: ListingTerms; readonly decidedBy: string; readonly decidedOn: LocalDate };
    }
  | {
      /** 协议出租 after failed rounds: not below the last floor, publicised, on the office's record. */
      readonly type: 'let-by-agreement';
      readonly data: {
        readonly priceFen: Fen;
        readonly publicityFrom: LocalDate;
        readonly publicityUntil: LocalDate;
        /** Ids of stored files. */
        readonly papers: readonly string[];
        readonly reason: string;
      };
    }
  | { readonly type: 'withdrawn'; readonly data: { readonly reason: string } }
  | {
      readonly type: 'document-issued';
      readonly data: IssuedDocument;
    }
  | {
      /** The signed or stamped scan of a document came back. */
      readonly type: 'scan-returned';
      readonly data: { readonly number: string; readonly file: string };
    };
