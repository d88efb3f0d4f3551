import type { Caller } from '../../domain/caller.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import { type DepositsEvent, HOLDER_NAMES, type OpeningRow } from '../../domain/deposits/events.ts';
import { accountKey, type DepositsLedger } from '../../domain/deposits/ledger.ts';
import type { JsonValue } from '../../domain/json.ts';
import type { LotCard } from '../../domain/lot-card.ts';
import { type LotId, MAX_EXTERNAL_ID, toLotId } from '../../domain/lot-id.ts';
import { actorOf } from '../../domain/people/reach.ts';
import type { Assignment } from '../../domain/people/role.ts';
import { beijingDate } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import type { CellFault } from '../desk/import/cell-values.ts';
import { MOST_ROWS, type Sheet } from '../desk/import/sheet.ts';
import { commit } from '../events/commit.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { load } from '../events/load.ts';
import { depositsAggregate } from './deposits-aggregate.ts';
import { findLotCard } from './find-lot-card.ts';
import { mayRecord, maySeeDeposits } from './may-see-deposits.ts';
import { findOpeningSheet } from './opening-columns.ts';
import { type ReadOpening, readOpeningRows } from './opening-rows.ts';

/** What became of the rows of one lot. */
export interface ImportedLot {
  /** The platform's number, as the table has it. */
  readonly lot: string;
  readonly lotId: string | null;
  readonly rows: number;
  /** `known`: the same rows were taken in before, nothing changed. `refused`: not one of its rows was taken. */
  readonly what: 'imported' | 'known' | 'refused';
}

/** What an import of opening balances did. */
export interface ImportedOpenings {
  readonly lots: readonly ImportedLot[];
  /** What is wrong, by cell. */
  readonly faults: readonly CellFault[];
}

/** A table of opening balances somebody brought. */
export interface OpeningTable {
  readonly platform: string;
  readonly fileName: string;
  readonly sheets: readonly Sheet[];
}

interface LotRows {
  readonly lot: string;
  readonly rows: readonly ReadOpening[];
}

type Verdict = {
  readonly what: ImportedLot['what'];
  readonly lotId: LotId | null;
  readonly faults: readonly CellFault[];
};

function refusedAt(rows: readonly ReadOpening[], sentence: string): readonly CellFault[] {
  return rows.map(({ row }) => ({ at: `第${row}行`, sentence }));
}

/** Rows of one account twice, or of an account that has entries already. */
function conflictsOf(rows: readonly OpeningRow[], ledger: DepositsLedger | undefined): readonly CellFault[] {
  const taken = new Set(ledger?.entries.filter(({ struck }) => struck === null).map(accountKey));
  return rows.flatMap((row) => {
    const key = accountKey(row);
    if (!taken.has(key)) {
      taken.add(key);
      return [];
    }
    const sentence = `竞买号 ${row.bidder}(${HOLDER_NAMES[row.holder]})已有记录,期初不能再导入;要改请在台账中作废后重录`;
    return [{ at: `第${row.row}行`, sentence }];
  });
}

/** The assignment that covers every row; undefined where one row is not the caller's to record. */
function assignmentFor(
  caller: Caller,
  card: LotCard,
  rows: readonly OpeningRow[],
  ports: EventPorts,
): Assignment | undefined {
  const today = beijingDate(ports.clock.now());
  const found = rows.map(({ holder }) => mayRecord(caller, card, holder, today));
  return found.every((each) => each !== undefined) ? found[0] : undefined;
}

async function importLot(
  caller: Caller,
  ports: EventPorts,
  table: OpeningTable,
  { lot, rows }: LotRows,
): Promise<Verdict> {
  const faults = rows.flatMap((row) => row.faults);
  const openings = rows.flatMap(({ opening }) => opening ?? []);
  if (faults.length > 0 || lot.length > MAX_EXTERNAL_ID) return { what: 'refused', lotId: null, faults };
  const lotId = toLotId(table.platform, lot);
  const card = await findLotCard(ports.records, lotId);
  if (card === undefined || !maySeeDeposits(caller, card)) {
    return { what: 'refused', lotId: null, faults: refusedAt(rows, '该平台没有这个标的,请核对标的编号和平台') };
  }
  const assignment = assignmentFor(caller, card, openings, ports);
  if (assignment === undefined) return { what: 'refused', lotId, faults: refusedAt(rows, '不在您可以登记的范围内') };
  const content = openings.map(({ row: _, ...said }) => canonicalJson(said)).toSorted();
  const importId = ports.hash.sha256(canonicalJson([lotId, ...content])).slice(0, 16);
  const ledger = (await load(ports, depositsAggregate, lotId))?.state;
  if (ledger?.imports.includes(importId) === true) return { what: 'known', lotId, faults: [] };
  const conflicts = conflictsOf(openings, ledger);
  if (conflicts.length > 0) return { what: 'refused', lotId, faults: conflicts };
  const command = { id: `import-${importId}`, body: content as unknown as JsonValue };
  const commander = { caller, actor: actorOf(caller, assignment) };
  const { repeated } = await commit(ports, depositsAggregate, lotId, commander, command, (now): DepositsEvent => {
    if (now?.imports.includes(importId) === true || conflictsOf(openings, now).length > 0) {
      throw new AppError('COMMAND.CONFLICT', 'the ledger has changed meanwhile');
    }
    return { type: 'imported', data: { importId, fileName: table.fileName, rows: openings } };
  });
  return { what: repeated ? 'known' : 'imported', lotId, faults: [] };
}

/**
 * Takes in opening balances (期初导入): one event for each lot, with all its rows or none. Rows are told apart by what they
 * say, so the same table again, whole or mended, changes nothing that was taken in.
 *
 * @throws AppError `IMPORT.UNREADABLE` without a heading row, `IMPORT.TOO_LARGE`; what is wrong with rows is in the answer
 */
export async function importOpenings(
  caller: Caller,
  ports: EventPorts,
  table: OpeningTable,
): Promise<ImportedOpenings> {
  const sheet = findOpeningSheet(table.sheets);
  if ('missing' in sheet) {
    const detail = `没有找到表头,或缺少这些列:${sheet.missing.join('、')}`;
    throw new AppError('IMPORT.UNREADABLE', 'no heading row', { details: { errors: [{ pointer: '/file', detail }] } });
  }
  if (sheet.rows.length > MOST_ROWS) throw new AppError('IMPORT.TOO_LARGE', 'too many rows');
  const read = readOpeningRows(sheet, beijingDate(ports.clock.now()));
  const nameless = read.filter(({ lot }) => lot === null);
  const byLot = Map.groupBy(
    read.filter(({ lot }) => lot !== null),
    ({ lot }) => lot ?? '',
  );
  const lots: ImportedLot[] = [];
  const faults: CellFault[] = nameless.flatMap((row) => row.faults);
  for (const [lot, rows] of byLot) {
    const { what, lotId, faults: own } = await importLot(caller, ports, table, { lot, rows });
    lots.push({ lot, lotId, rows: rows.length, what });
    faults.push(...own);
  }
  return { lots, faults };
}
