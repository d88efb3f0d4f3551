import type { Correction } from '../observation.ts';
import type { Instant } from '../time.ts';
import type { Listing, ListingRound, Submission } from './listing.ts';

/** Kind of the document a statement travels in. In no manifest, so that nobody can bring one from outside. */
export const STATEMENT_KIND = 'desk';

/**
 * What the desk states of one lot: the round of a listing that became it, and how long approval, correction and handing
 * over took. Nobody's name, no price, no paper: the platform's own page says what is on sale.
 */
export interface DeskStatement {
  readonly schema: 'desk-statement.v1';
  /** Our reference: the listing, and which of its rounds the lot is. */
  readonly listing: string;
  readonly round: number;
  /** Where the lot is shown, as it was brought back. */
  readonly url: string;
  /** First submission of the round for approval. */
  readonly submittedAt: Instant;
  /** When the last step of the submission that was approved was passed. */
  readonly approvedAt: Instant;
  /** Every time the round lay with its owner to be corrected, in order of time. */
  readonly corrections: readonly Correction[];
  /** The package was complete and handed over: the platform's clock starts. */
  readonly handedOverAt: Instant;
  /** When it went live, where whoever brought the address said so. */
  readonly liveAt: Instant | null;
}

/** A statement, the lot it is about, and when what it follows from happened. */
export interface PlacedStatement {
  readonly lotId: string;
  readonly placedAt: Instant;
  readonly statement: DeskStatement;
}

/** What can be stated of a listing's lots: one statement for each round whose lot is known. The same for ever once made. */
export function statementsOf(listing: Listing): readonly PlacedStatement[] {
  return listing.rounds.flatMap((round) => {
    const { placed, handedOver } = round;
    const approval = approvalOf(listing, round);
    if (placed === null || placed.lotId === null || handedOver === null || approval === undefined) return [];
    const { url, liveAt, at, lotId } = placed;
    const about = { schema: 'desk-statement.v1', listing: listing.id, round: round.number, url } as const;
    const statement: DeskStatement = { ...about, ...approval, handedOverAt: handedOver.at, liveAt };
    return [{ lotId, placedAt: at, statement }];
  });
}

type Approval = Pick<DeskStatement, 'submittedAt' | 'approvedAt' | 'corrections'>;

function approvalOf({ submissions, steps, rounds }: Listing, round: ListingRound): Approval | undefined {
  const next = rounds.find(({ number }) => number === round.number + 1)?.opened.version ?? Number.POSITIVE_INFINITY;
  const inRound = ({ version }: { readonly version: number }) => version > round.opened.version && version < next;
  const own = submissions.filter(inRound);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const taken = steps.filter(inRound).toSorted((a, b) => a.version - b.version);
  const passed = taken.findLast(({ outcome, version }) => outcome === 'passed' && version >= last.version);
  // A submission that asks nobody is approved at once.
  const approvedAt = passed?.at ?? last.at;
  const returns = taken.filter(({ outcome }) => outcome === 'returned');
  return { submittedAt: first.at, approvedAt, corrections: returns.flatMap((step) => correctionOf(step, own)) };
}

function correctionOf(
  returned: { readonly at: Instant; readonly version: number },
  submissions: readonly Submission[],
): readonly Correction[] {
  const again = submissions.find(({ version }) => version > returned.version);
  return again === undefined ? [] : [{ returnedAt: returned.at, resubmittedAt: again.at }];
}
