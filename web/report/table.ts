import type { Cell } from './cells.ts';

/** A table: headings, and rows as wide. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}
