/** Something that has to be there before submission. */
export interface Missing {
  /** Into `ListingTerms`. */
  readonly pointer: string;
  /** Chinese. */
  readonly detail: string;
}
