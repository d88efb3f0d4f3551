import type { ChainStep } from '../../../domain/approval/chain.ts';
import type { Caller } from '../../../domain/caller.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import { PAPER_NAMES } from '../../../domain/listing/paper-names.ts';
import type { Paper } from '../../../domain/listing/terms.ts';
import { AppError } from '../../../errors/app-error.ts';

/** @throws AppError `LISTING.OWN_REVIEW` for who entered, edited or submitted the listing */
export function refuseOwnReview(caller: Caller, { editors }: Listing): void {
  if (!editors.includes(caller.id)) return;
  throw new AppError('LISTING.OWN_REVIEW', 'nobody reviews what he entered or submitted');
}

/** @throws AppError `LISTING.INCOMPLETE` naming each paper the step needs and does not have */
export function requirePapers({ name, papers: needed }: ChainStep, papers: readonly Paper[]): void {
  const missing = needed.filter((kind) => !papers.some((paper) => paper.kind === kind));
  if (missing.length === 0) return;
  const errors = missing.map((kind) => ({ pointer: '/papers', detail: `${name}还缺:${PAPER_NAMES[kind]}。` }));
  throw new AppError('LISTING.INCOMPLETE', 'papers of the step are missing', { details: { errors } });
}
