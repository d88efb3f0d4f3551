/** One cell of a table somebody brought, and its name as spreadsheets show it (B7). */
export type SheetCell = {
  readonly at: string;
  /** It is part of one cell merged over several rows (跨行合并单元格); the value is that of all of it. */
  readonly isMerged: boolean;
} & (
  | { readonly kind: 'text' | 'number' | 'date'; readonly text: string }
  | { readonly kind: 'unusable'; readonly reason: string }
);

/** A row that holds anything: its number as spreadsheets count, its cells by column from 0. */
export interface SheetRow {
  readonly number: number;
  readonly cells: ReadonlyMap<number, SheetCell>;
}

/** One sheet of a workbook, or a CSV file, which has no name. */
export interface Sheet {
  readonly name: string | null;
  readonly rows: readonly SheetRow[];
}

/** Most rows of data in one import; the register of a village has some hundred. */
export const MOST_ROWS = 2000;
