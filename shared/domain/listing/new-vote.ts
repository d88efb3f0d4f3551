import type { ChainStep } from '../approval/chain.ts';
import { ownerPapers } from '../approval/progress.ts';
import type { Listing } from './listing.ts';
import type { Missing } from './missing.ts';
import { PAPER_NAMES } from './paper-names.ts';
import { lastApproved } from './progress.ts';
import { approvedFloor } from './rounds.ts';

function recordsOf({ papers }: Pick<Listing['terms'], 'papers'>): readonly string[] {
  return papers.filter(({ kind }) => kind === 'resolution').map(({ file }) => file);
}

/**
 * What a floor below the approved one still lacks where members vote: it is another decision, so it needs another meeting
 * than the one that was approved, and that meeting's own record.
 */
export function missingNewVote(listing: Listing, steps: readonly ChainStep[]): readonly Missing[] {
  const approved = lastApproved(listing)?.terms;
  const [before, floor] = [approvedFloor(listing), listing.terms.resolution.floorFen];
  const isLower = before !== null && floor !== null && floor < before;
  if (approved === undefined || !isLower || !ownerPapers(steps).includes('resolution')) return [];
  const [last, held] = [approved.resolution.heldOn, listing.terms.resolution.heldOn];
  const known = recordsOf(approved);
  return [
    ...(last !== null && held !== null && held <= last
      ? [{ pointer: '/resolution/heldOn', detail: '低于原决议最低价的须重新表决,请填写新一次会议的日期' }]
      : []),
    ...(recordsOf(listing.terms).every((file) => known.includes(file))
      ? [{ pointer: '/papers', detail: `缺少:重新表决的${PAPER_NAMES.resolution}` }]
      : []),
  ];
}
