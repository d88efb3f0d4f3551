import { hasRole } from '#shared/domain/caller.ts';
import { DEPOSIT_HOLDERS } from '#shared/domain/deposits/events.ts';
import type { DepositLine } from '#shared/domain/deposits/totals.ts';
import { HOME_DISTRICT } from '#shared/domain/divisions.ts';
import { parseBeijingDate } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { DEPOSIT_READERS } from '#shared/services/deposits/may-see-deposits.ts';
import { readDeposits } from '#shared/services/deposits/read-deposits.ts';
import { depositsTable } from '#web/exports/deposits-table.ts';
import { DepositsPage } from '#web/pages/desk/deposits/list-page.tsx';
import { type DepositFilter, isShown, SHOWN } from '#web/pages/desk/deposits/words.ts';
import { tableCsv } from '#web/report/table-csv.ts';
import { callerIn } from './admission.ts';
import { attachment } from './attachment.ts';
import type { DepositsDeskPorts } from './deposits-ports.ts';
import { today } from './desk/desk-ports.ts';
import { wantsJson } from './desk/desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk/desk-routes.ts';
import { deskAssets } from './desk/static.ts';

/** Who reads the ledger of all deposits, each within what he reaches. */
export const DEPOSITS_LIST_ACCESS: AccessTable = {
  'GET /desk/deposits': DEPOSIT_READERS,
  'GET /desk/deposits/export.xlsx': DEPOSIT_READERS,
  'GET /desk/deposits/export.csv': DEPOSIT_READERS,
};

/** Lines of one file: what a function reads in time, and sends in one answer. */
const MOST_LINES = 5_000;

function filterIn(context: DeskContext): DepositFilter {
  const { platform = '', holder, township = '', from = '', to = '', show } = context.req.query();
  return {
    platform: platform === '' ? null : platform,
    holder: DEPOSIT_HOLDERS.find((each) => each === holder) ?? null,
    township: township === '' ? null : township,
    from: parseBeijingDate(from) ?? null,
    to: parseBeijingDate(to) ?? null,
    show: SHOWN.find((each) => each === show) ?? 'all',
  };
}

/** Whether a line is among those asked for; a lot that has not ended, or nobody knows when, is in no period. */
function isAsked({ platform, holder, township, from, to }: DepositFilter, line: DepositLine): boolean {
  const { endedOn } = line;
  return (
    (platform === null || line.platform === platform) &&
    (holder === null || line.account.holder === holder) &&
    (township === null || (line.township ?? 'none') === township) &&
    (from === null || (endedOn !== null && endedOn >= from)) &&
    (to === null || (endedOn !== null && endedOn <= to))
  );
}

async function read(context: DeskContext, ports: DepositsDeskPorts) {
  const filter = filterIn(context);
  const all = await readDeposits(callerIn(context), ports);
  const platformName = (id: string) => ports.platforms.find((known) => known.id === id)?.name ?? id;
  return { ...all, filter, platformName, lines: all.lines.filter((line) => isAsked(filter, line)) };
}

async function list(context: DeskContext, ports: DepositsDeskPorts): Promise<Response> {
  const { lines, incomplete, filter, now } = await read(context, ports);
  if (wantsJson(context)) return context.json({ now, lines, incomplete });
  const caller = callerIn(context);
  const platforms = ports.platforms.map(({ id, name }) => [id, name] as const);
  const townships = HOME_DISTRICT.townships.map(({ code, name }) => [code, name] as const);
  const mayImport = hasRole(caller, 'office', 'township-reviewer');
  const shown = { lines, incomplete, filter, now, platforms, mayImport };
  return context.html(
    DepositsPage({ caller, assets: deskAssets, ...shown, townships: [...townships, ['none', '所在镇街未知']] }),
  );
}

async function exportTable(context: DeskContext, ports: DepositsDeskPorts, form: 'xlsx' | 'csv'): Promise<Response> {
  const { lines, filter, now, platformName } = await read(context, ports);
  const shown = lines.filter((line) => isShown(line, filter.show, now));
  if (shown.length > MOST_LINES) {
    const details = { lines: shown.length, most: MOST_LINES };
    throw new AppError('REPORT.TOO_LARGE', 'the file would have too many lines', { details });
  }
  const [day, table] = [today(ports), depositsTable(shown, now, platformName)];
  const headers = attachment(`deposits-${day}`, `保证金${day}`, form);
  if (form === 'csv') return context.body(tableCsv(table), 200, headers);
  // Excel's writer is only started when asked for.
  const { listSheet, workbookOf } = await import('#web/report/xlsx-sheet.ts');
  return context.body(await workbookOf([listSheet('保证金', table)]), 200, headers);
}

/** Adds the ledger of all deposits and its files. */
export function addDepositsListRoutes(app: DeskApp, given: () => DepositsDeskPorts): void {
  app.get('/desk/deposits', (context) => list(context, given()));
  app.get('/desk/deposits/export.xlsx', (context) => exportTable(context, given(), 'xlsx'));
  app.get('/desk/deposits/export.csv', (context) => exportTable(context, given(), 'csv'));
}
