import { differences } from '../../../domain/asset/differences.ts';
import type { Caller } from '../../../domain/caller.ts';
import { canonicalJson } from '../../../domain/canonical.ts';
import type { JsonValue } from '../../../domain/json.ts';
import { AppError } from '../../../errors/app-error.ts';
import { ERROR_CODES } from '../../../errors/codes.ts';
import type { EventPorts } from '../../events/event-ports.ts';
import { amendAsset } from '../asset/amend-asset.ts';
import { registerAsset, type SavedAsset } from '../asset/register-asset.ts';
import { mergeRow } from './merge-row.ts';
import { type ImportOrder, type PlannedRow, planImport } from './plan-import.ts';

/** A row that was planned and then refused. */
export interface RefusedRow {
  readonly row: number;
  /** Chinese. */
  readonly sentence: string;
}

/** What one run of an import did. */
export interface ImportRun {
  readonly registered: number;
  readonly amended: number;
  readonly refused: readonly RefusedRow[];
  /** The last row it tried; the next run goes on after it. `null`: nothing was left. */
  readonly lastRow: number | null;
  /** Rows still to be written after it. */
  readonly left: number;
  /** The rows of the table as they stand after the run. */
  readonly rows: readonly PlannedRow[];
}

/** Rows written in one run: few enough to be done before the person's browser gives up. */
export const ROWS_PER_RUN = 100;

type Writable = Extract<PlannedRow, { what: 'new' | 'amend' }>;

/**
 * Writes the next rows of an import, each as one command of its own whose key follows from table and row: a run that
 * crashed is carried on by another, and nothing is done twice.
 * @param after number of the row the last run ended with; 0 at the beginning
 * @throws AppError `IMPORT.TOO_LARGE`; rows refused are in the answer
 */
export async function runImport(
  caller: Caller,
  ports: EventPorts,
  order: ImportOrder,
  after: number,
): Promise<ImportRun> {
  const planned = await planImport(caller, ports, order);
  const due = planned.filter(isWritable).filter(({ row }) => row > after);
  const now = due.slice(0, ROWS_PER_RUN);
  const written = new Set<PlannedRow>();
  const refused: RefusedRow[] = [];
  for (const row of now) {
    const refusal = await tryRow(caller, ports, order, row);
    if (refusal === undefined) written.add(row);
    else refused.push({ row: row.row, sentence: refusal });
  }
  const count = (what: Writable['what']) => [...written].filter((row) => row.what === what).length;
  return {
    registered: count('new'),
    amended: count('amend'),
    refused,
    lastRow: now.at(-1)?.row ?? null,
    left: due.length - now.length,
    rows: planned.map((row) => (isWritable(row) && written.has(row) ? unchanged(row) : row)),
  };
}

function isWritable(planned: PlannedRow): planned is Writable {
  return planned.what === 'new' || planned.what === 'amend';
}

function unchanged({ row, id, asset }: Writable): PlannedRow {
  return { row, what: 'unchanged', id, asset };
}

/** Writes a row; a Chinese sentence when it was refused. */
async function tryRow(
  caller: Caller,
  ports: EventPorts,
  order: ImportOrder,
  row: Writable,
): Promise<string | undefined> {
  try {
    const { repeated, state } = await writeRow(caller, ports, order, row);
    const isOvertaken = repeated && differences(state.asset, mergeRow(state.asset, row.read.facts)).length > 0;
    return isOvertaken ? '这一行以前导入过,之后台账又有改动,没有再覆盖;要改请在台账中更正' : undefined;
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    return ERROR_CODES[thrown.code].title;
  }
}

async function writeRow(caller: Caller, ports: EventPorts, order: ImportOrder, planned: Writable): Promise<SavedAsset> {
  const { row, id, read } = planned;
  const from = { importId: order.importId, row };
  const key = `import-${order.importId}-${order.mapping.sheet}-${row}`;
  const body: JsonValue = JSON.parse(canonicalJson(planned.what === 'new' ? planned.asset : read.facts));
  if (planned.what === 'new') {
    return registerAsset(caller, ports, { id: key, body }, planned.asset, { id, from });
  }
  // The same row of the same table may later be read another way: then it is another command.
  const content = ports.hash.sha256(canonicalJson(body)).slice(0, 16);
  return amendAsset(
    caller,
    ports,
    { id: `${key}-${content}`, body },
    id,
    (before) => mergeRow(before, read.facts),
    from,
  );
}
