/** Something about a thing that is being entered: where it stands, and one Chinese sentence. */
export interface Note {
  /** JSON pointer into what is entered. */
  readonly pointer: string;
  readonly sentence: string;
}

/** What a check found: `faults` cannot be stored, `warnings` can. */
export interface Checked {
  readonly faults: readonly Note[];
  readonly warnings: readonly Note[];
}
