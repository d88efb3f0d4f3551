import type { PersonRole } from '#shared/domain/people/role.ts';
import { SETTINGS } from '#shared/domain/settings/definitions.ts';
import { SETTING_NAMES } from '#shared/domain/settings/values.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { allAssets } from '#shared/services/desk/asset/list-assets.ts';
import { readListingLog } from '#shared/services/desk/listing/listing-log.ts';
import { listingRecords } from '#shared/services/desk/listing/listing-records.ts';
import { settingsHistory } from '#shared/services/desk/settings/read-settings.ts';
import { assetTable } from '#web/exports/asset-table.ts';
import { listingTable } from '#web/exports/listing-table.ts';
import type { Table } from '#web/report/table.ts';
import { tableCsv } from '#web/report/table-csv.ts';
import { callerIn } from '../admission.ts';
import { attachment } from '../attachment.ts';
import { assetFilterIn } from './asset-filter.ts';
import { type DeskPorts, today } from './desk-ports.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk-routes.ts';
import { listingSearchIn, searchedListings } from './listing-filter.ts';

/** Everybody but the operators of platforms, each within what he sees. */
const READERS = [
  'village-clerk',
  'owner-clerk',
  'township-reviewer',
  'bureau-reviewer',
  'office',
  'auditor',
] as const satisfies readonly PersonRole[];

/** Who may take what along as a file. */
export const EXPORTS_ACCESS: AccessTable = {
  'GET /desk/exports/assets.xlsx': READERS,
  'GET /desk/exports/assets.csv': READERS,
  'GET /desk/exports/listings.xlsx': READERS,
  'GET /desk/exports/listings.csv': READERS,
  'GET /desk/exports/listings/:id/log.json': READERS,
  'GET /desk/exports/settings/:name/versions.json': ['office', 'auditor'],
};

type TableForm = 'xlsx' | 'csv';

/** Lines of one file: what a function reads in time, and sends in one answer. */
const MOST_LINES = 5_000;

/** A file with more lines than fit would leave some out in silence; it is not made. */
function refuseTooMany(lines: readonly unknown[]): void {
  if (lines.length <= MOST_LINES) return;
  const details = { lines: lines.length, most: MOST_LINES };
  throw new AppError('REPORT.TOO_LARGE', 'the file would have too many lines', { details });
}

/** Excel's writer is only started when asked for: no other answer waits for it. */
async function sendTable(
  context: DeskContext,
  ports: DeskPorts,
  form: TableForm,
  { plain, chinese, table }: { readonly plain: string; readonly chinese: string; readonly table: Table },
): Promise<Response> {
  const day = today(ports);
  const headers = attachment(`${plain}-${day}`, `${chinese}${day}`, form);
  if (form === 'csv') return context.body(tableCsv(table), 200, headers);
  const { listSheet, workbookOf } = await import('#web/report/xlsx-sheet.ts');
  return context.body(await workbookOf([listSheet(chinese, table)]), 200, headers);
}

async function sendAssets(context: DeskContext, ports: DeskPorts, form: TableForm): Promise<Response> {
  const lines = await allAssets(callerIn(context), ports, assetFilterIn(context));
  refuseTooMany(lines);
  return sendTable(context, ports, form, { plain: 'assets', chinese: '资产台账', table: assetTable(lines) });
}

async function sendListings(context: DeskContext, ports: DeskPorts, form: TableForm): Promise<Response> {
  const cards = await searchedListings(context, ports, listingSearchIn(context));
  refuseTooMany(cards);
  const platformName = (id: string) => ports.platforms.find((each) => each.id === id)?.name ?? id;
  const table = listingTable(await listingRecords(ports, cards), platformName);
  return sendTable(context, ports, form, { plain: 'listings', chinese: '挂牌', table });
}

function sendJson(context: DeskContext, plain: string, chinese: string, value: object): Response {
  return context.body(`${JSON.stringify(value, null, 2)}\n`, 200, attachment(plain, chinese, 'json'));
}

async function sendLog(context: DeskContext, ports: DeskPorts, id: string): Promise<Response> {
  const log = await readListingLog(callerIn(context), ports, id);
  const note = log.isReserveHidden ? '保留价在挂牌结束前保密,能推算它的校验值也一并略去;结束后再下载即为全部。' : null;
  return sendJson(context, `listing-${id}-log`, `挂牌${id}全部记录`, { note, ...log });
}

async function sendVersions(context: DeskContext, ports: DeskPorts, text: string): Promise<Response> {
  const name = SETTING_NAMES.find((each) => each === text);
  if (name === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no such setting');
  const { title } = SETTINGS[name];
  const versions = await settingsHistory(ports, name);
  return sendJson(context, `settings-${name}`, `${title}全部版本`, { name, title, versions });
}

/** Adds what may be taken along as a file: the register, the listings, the log of a listing, the versions of a setting. */
export function addExportRoutes(app: DeskApp, given: () => DeskPorts): void {
  app.get('/desk/exports/assets.xlsx', (context) => sendAssets(context, given(), 'xlsx'));
  app.get('/desk/exports/assets.csv', (context) => sendAssets(context, given(), 'csv'));
  app.get('/desk/exports/listings.xlsx', (context) => sendListings(context, given(), 'xlsx'));
  app.get('/desk/exports/listings.csv', (context) => sendListings(context, given(), 'csv'));
  app.get('/desk/exports/listings/:id/log.json', (context) => sendLog(context, given(), context.req.param('id')));
  app.get('/desk/exports/settings/:name/versions.json', (context) =>
    sendVersions(context, given(), context.req.param('name')),
  );
}
