import { drift } from './refusal.ts';
import { MAX_COLUMNS, type Table } from './table-cell.ts';

const MAX_MERGED_CELLS = 200_000;

/**
 * Finds cells that are part of one cell merged over several rows (跨行合并): whose value is whose cannot be told.
 * @throws AppError `DOCUMENT.DRIFT` when there are too many
 */
export function mergedCells({ merges, rows }: Table): (row: number, column: number) => boolean {
  const last = rows.at(-1)?.number ?? 0;
  const merged = new Set<number>();
  for (const { top, bottom, left, right } of merges) {
    if (top === bottom) continue;
    for (let row = top; row <= Math.min(bottom, last); row += 1) {
      for (let column = left; column <= Math.min(right, MAX_COLUMNS - 1); column += 1) {
        merged.add(row * MAX_COLUMNS + column);
        if (merged.size > MAX_MERGED_CELLS) throw drift('too many merged cells', { max: MAX_MERGED_CELLS });
      }
    }
  }
  return (row, column) => merged.has(row * MAX_COLUMNS + column);
}
