import type { Asset } from '../asset/asset.ts';
import type { Owner } from '../asset/owner.ts';
import type { Listing } from '../listing/listing.ts';
import type { PaperKind } from '../listing/terms.ts';
import type { TemplateKind } from './template-kind.ts';

/** Papers that may leave the office with the package. The others carry votes, names or the lowest price and stay inside. */
export const PAPERS_FOR_PLATFORM: readonly PaperKind[] = [
  'appraisal-report',
  'certificate',
  'draft-contract',
  'site-plan',
];

/** Everything the documents of one listing are made from. */
export interface HandoffSource {
  readonly listing: Listing;
  readonly owner: Owner;
  /** In the order of the listing's items. */
  readonly assets: readonly { readonly id: string; readonly asset: Asset }[];
  readonly platform: { readonly id: string; readonly name: string };
  /** Numbers (文号) claimed for the running round so far. */
  readonly numbers: Readonly<Partial<Record<TemplateKind, string>>>;
}

/** The round that runs: its number and its terms. */
export function runningRound({ listing }: Pick<HandoffSource, 'listing'>) {
  const round = listing.rounds.at(-1);
  return { number: round?.number ?? 1, terms: round?.terms ?? listing.terms, ended: round?.ended ?? null };
}
