import { toPlainText } from '#shared/domain/plain-text.ts';
import type { MappedDocument, QuarantinedRow } from '#shared/ports/auction-platform.ts';
import { collectUnread } from './drifting.ts';
import { findHead, type Head, type HeadColumn, headRefusal, normaliseHeading } from './result-file-head.ts';
import type { ResultFileMapping } from './result-file-mapping.ts';
import { mergedCells } from './result-file-merges.ts';
import { readResultRow } from './result-file-row.ts';
import { BadRow, readRows, refuseIfDrifted, toPointer } from './rows.ts';
import { cellName, columnName, type Table, type TableRow, tablePath } from './table-cell.ts';
import { openTables } from './table-open.ts';
import { type LotSighting, uniqueLots } from './unique-lots.ts';

/** Rows below and between the lots: sums, signatures, notes. */
const FOOTER =
  /^(?:合计|总计|小计|共计|累计|本页|制表|填表|填报|编制|审核|审批|复核|负责人|单位负责|单位\(?盖章|盖章|备注|说明|附注|注[:\d]|打印)/;

/** What one table of a result file says. */
interface TableReading {
  readonly rows: number;
  readonly good: readonly LotSighting[];
  readonly bad: readonly QuarantinedRow[];
  /** Facts left unsaid while their rows went on. */
  readonly notes: readonly QuarantinedRow[];
}

/**
 * Maps a result file (成交结果表): an Excel workbook (.xlsx) or CSV file, by the mapping saved for its platform.
 * The heading row is found by the required columns; every visible sheet that has one is read. Bad rows are quarantined at
 * their cell (`/Sheet1!F7`, in CSV files `/F7`). Columns about persons are never read; headings and sheets the mapping does
 * not name are listed in `unread`.
 *
 * @throws AppError `DOCUMENT.DRIFT` without a heading row, for two rows or more and over a fifth unreadable, and for files
 * that cannot be opened; `DOCUMENT.EMPTY`, `DOCUMENT.ENCODING`
 */
export function mapResultFile(bytes: Uint8Array, mapping: ResultFileMapping): MappedDocument {
  const tables = openTables(bytes);
  const unread = collectUnread();
  const readings: TableReading[] = [];
  for (const table of tables) {
    const head = findHead(table, mapping);
    if (head === undefined && table.rows.length > 0) unread.add(tablePath(table), ['']);
    if (head === undefined) continue;
    unread.add(
      '',
      head.unread.map((heading) => toPointer(heading)),
    );
    readings.push(readTable(table, head, mapping));
  }
  if (readings.length === 0) throw headRefusal(tables, mapping);

  const bad = readings.flatMap((reading) => reading.bad);
  refuseIfDrifted(
    readings.reduce((sum, { rows }) => sum + rows, 0),
    bad,
  );
  const { lots, conflicts } = uniqueLots(readings.flatMap(({ good }) => good));
  const notes = readings.flatMap((reading) => reading.notes);
  return { lots, bids: [], quarantined: [...bad, ...conflicts, ...notes], unread: unread.list() };
}

function readTable(table: Table, head: Head, mapping: ResultFileMapping): TableReading {
  const at = tablePath(table);
  const isMerged = mergedCells(table);
  const daysAlone = new Map<number, number>();
  const onDayAlone = ({ index }: HeadColumn) => daysAlone.set(index, (daysAlone.get(index) ?? 0) + 1);
  const rows = table.rows.filter((row) => row.number > head.bottom && !isBesides(row, head));
  const { good, bad } = readRows(
    rows,
    () => at,
    (row) => {
      if (row.width !== head.width) throw new BadRow(cellName(row.number, 0), 'more or fewer fields than headings');
      const isMergedHere = (column: number) => isMerged(row.number, column);
      const lot = readResultRow({ row, head, isMerged: isMergedHere, onDayAlone }, mapping);
      return { at: at + cellName(row.number, idColumn(head)), lot };
    },
  );
  return {
    rows: rows.length,
    good: good.map(({ row }) => ({ path: row.at, row: row.lot })),
    bad,
    notes: [...daysAlone].map(([column, count]) => ({
      path: at + columnName(column),
      reason: `days without time of day, left unsaid: ${count}`,
    })),
  };
}

/** A row that is no lot: a heading repeated on the next printed page, a sum, a signature, a note. */
function isBesides(row: TableRow, head: Head): boolean {
  const id = row.cells.get(idColumn(head));
  const [[column, first] = []] = row.cells;
  if (id?.kind === 'text' && normaliseHeading(id.text) === head.columns.get('externalId')?.heading) return true;
  if (first?.kind !== 'text' || (id !== undefined && column !== idColumn(head))) return false;
  return FOOTER.test(toPlainText(first.text).replaceAll(' ', ''));
}

function idColumn({ columns }: Head): number {
  return columns.get('externalId')?.index ?? 0;
}
