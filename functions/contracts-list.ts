import { hasRole } from '#shared/domain/caller.ts';
import { CONTRACT_STATE_NAMES, type ContractState } from '#shared/domain/contract/reminders.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { listContracts } from '#shared/services/contract/list-contracts.ts';
import { contractTable } from '#web/exports/contract-table.ts';
import { ContractListPage } from '#web/pages/desk/contracts/list-page.tsx';
import { tableCsv } from '#web/report/table-csv.ts';
import { callerIn } from './admission.ts';
import { attachment } from './attachment.ts';
import type { ContractDeskPorts } from './contracts-ports.ts';
import { today } from './desk/desk-ports.ts';
import { wantsJson } from './desk/desk-requests.ts';
import type { DeskContext } from './desk/desk-routes.ts';
import { deskAssets } from './desk/static.ts';

/** Lines of one file: what a function reads in time, and sends in one answer. */
const MOST_LINES = 5_000;

function stateIn(context: DeskContext): ContractState | null {
  const states = Object.keys(CONTRACT_STATE_NAMES) as readonly ContractState[];
  return states.find((each) => each === context.req.query('state')) ?? null;
}

async function rowsIn(context: DeskContext, ports: ContractDeskPorts) {
  const wanted = stateIn(context);
  const rows = await listContracts(callerIn(context), ports);
  return rows.filter(({ state }) => wanted === null || state === wanted);
}

/** The register, by last day. */
export async function listPage(context: DeskContext, ports: ContractDeskPorts): Promise<Response> {
  const caller = callerIn(context);
  const rows = await rowsIn(context, ports);
  if (wantsJson(context)) return context.json({ contracts: rows });
  const mayEnter = hasRole(caller, 'office', 'village-clerk', 'owner-clerk');
  const filter = { state: stateIn(context) };
  return context.html(ContractListPage({ caller, assets: deskAssets, rows, filter, mayEnter }));
}

/** The register as a file. Excel's writer is only started when asked for. */
export async function sendTable(
  context: DeskContext,
  ports: ContractDeskPorts,
  form: 'xlsx' | 'csv',
): Promise<Response> {
  const rows = await rowsIn(context, ports);
  if (rows.length > MOST_LINES) {
    const details = { lines: rows.length, most: MOST_LINES };
    throw new AppError('REPORT.TOO_LARGE', 'the file would have too many lines', { details });
  }
  const [table, day] = [contractTable(rows), today(ports)];
  const headers = attachment(`contracts-${day}`, `合同台账${day}`, form);
  if (form === 'csv') return context.body(tableCsv(table), 200, headers);
  const { listSheet, workbookOf } = await import('#web/report/xlsx-sheet.ts');
  return context.body(await workbookOf([listSheet('合同台账', table)]), 200, headers);
}
