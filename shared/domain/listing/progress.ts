import type { ChainStep } from '../approval/chain.ts';
import type { Listing, ListingRound, Submission } from './listing.ts';

/** The submission that counts: the newest. */
export function lastSubmission(listing: Listing): Submission | undefined {
  return listing.submissions.at(-1);
}

/** The round that runs. */
export function currentRound(listing: Listing): ListingRound {
  const round = listing.rounds.at(-1);
  if (round === undefined) throw new RangeError('a listing has a round from its first event');
  return round;
}

/** Steps of the newest submission nobody has taken yet, in order. */
export function openSteps(listing: Pick<Listing, 'submissions' | 'steps'>): readonly ChainStep[] {
  const number = listing.submissions.length;
  const passed = listing.steps
    .filter(({ submission, outcome }) => submission === number && outcome === 'passed')
    .map(({ step }) => step);
  return listing.submissions.at(-1)?.steps.filter(({ id }) => !passed.includes(id)) ?? [];
}

/** The step that waits for somebody; undefined unless the listing is under review. */
export function waitingStep(listing: Listing): ChainStep | undefined {
  return listing.state === 'review' ? openSteps(listing)[0] : undefined;
}

/** The submission that was approved last: its steps were all passed. */
export function lastApproved(listing: Listing): Submission | undefined {
  return listing.submissions.findLast((submission, index) => {
    const taken = listing.steps.filter((step) => step.submission === index + 1);
    const isReturned = taken.some(({ outcome }) => outcome === 'returned');
    const passed = taken.map(({ step }) => step);
    return !isReturned && submission.steps.every(({ id }) => passed.includes(id));
  });
}

/** How many rounds have failed (流拍) so far. */
export function failedRounds(listing: Listing): number {
  return listing.rounds.filter(({ ended }) => ended?.ending.outcome === 'failed').length;
}
