import type { Column, Comparison } from '#shared/services/comparison/model.ts';
import type { LedgerLine } from './ledger.tsx';

/** What every page of the comparison shows, and the frame it shows it in. */
export interface ComparisonView {
  readonly comparison: Comparison;
  readonly stylesheet: string;
  /** How the record stands now, on the page that shows it. */
  readonly ledger?: readonly LedgerLine[];
}

/** What every part of such a page is given. */
export interface PartProps {
  readonly view: ComparisonView;
}

/** One row per platform, then the whole district's (全区). */
export function rowsOf({ platforms, all }: Comparison): readonly Column[] {
  return [...platforms, all];
}
