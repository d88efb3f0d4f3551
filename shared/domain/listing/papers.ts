import type { ChainStep } from '../approval/chain.ts';
import { ownerPapers } from '../approval/progress.ts';
import type { ListingTerms, PaperKind } from './terms.ts';

/** The papers a chain's own steps need and the listing does not have, in the order of the steps. */
export function missingPapers(
  steps: readonly ChainStep[],
  { papers }: Pick<ListingTerms, 'papers'>,
): readonly PaperKind[] {
  return ownerPapers(steps).filter((kind) => !papers.some((paper) => paper.kind === kind));
}
