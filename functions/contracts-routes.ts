import type { PersonRole } from '#shared/domain/people/role.ts';
import { PURPOSES } from '#shared/domain/settlement/party.ts';
import { readLessee } from '#shared/services/contract/lessee.ts';
import { readContract } from '#shared/services/contract/view.ts';
import { ContractPage } from '#web/pages/desk/contracts/contract-page.tsx';
import { contractAddress } from '#web/pages/desk/contracts/words.ts';
import { formReader, refuseFaults } from '#web/pages/desk/form-text.ts';
import { PartyPage } from '#web/pages/desk/settlement/winner.tsx';
import { callerIn } from './admission.ts';
import { carryOut, showAct } from './contracts-acts.ts';
import { enter, importPage, importRows, newPage } from './contracts-enter.ts';
import { listPage, sendTable } from './contracts-list.ts';
import type { ContractDeskPorts } from './contracts-ports.ts';
import { versionTag } from './desk/desk-answers.ts';
import { formIn, wantsJson } from './desk/desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk/desk-routes.ts';
import { deskAssets } from './desk/static.ts';

/** Everybody but the operators of platforms, each within what he sees. */
const READERS = [
  'village-clerk',
  'owner-clerk',
  'township-reviewer',
  'bureau-reviewer',
  'office',
  'auditor',
] as const satisfies readonly PersonRole[];

const KEEPERS = ['office', 'village-clerk', 'owner-clerk'] as const;

/** Who reads the register of contracts, and who keeps it; whose contracts, the services decide. */
export const CONTRACTS_ACCESS: AccessTable = {
  'GET /desk/contracts': READERS,
  'GET /desk/contracts.xlsx': READERS,
  'GET /desk/contracts.csv': READERS,
  'GET /desk/contracts/new': KEEPERS,
  'GET /desk/contracts/import': KEEPERS,
  'POST /desk/contracts': KEEPERS,
  'POST /desk/contracts/import': KEEPERS,
  'GET /desk/contracts/:id': READERS,
  'GET /desk/contracts/:id/do/:act': KEEPERS,
  'POST /desk/contracts/:id/do/:act': KEEPERS,
  'POST /desk/contracts/:id/lessee': KEEPERS,
};

async function showContract(context: DeskContext, ports: ContractDeskPorts): Promise<Response> {
  const caller = callerIn(context);
  const view = await readContract(caller, ports, context.req.param('id') ?? '');
  context.header('etag', versionTag(view.row.contract.version));
  if (wantsJson(context)) return context.json(view);
  return context.html(ContractPage({ caller, assets: deskAssets, view, formKey: ports.ids.next() }));
}

async function showLessee(context: DeskContext, ports: ContractDeskPorts): Promise<Response> {
  const [caller, id] = [callerIn(context), context.req.param('id') ?? ''];
  const form = formReader(await formIn(context));
  const purpose = form.choice('purpose', PURPOSES);
  if (purpose === null) form.fault('purpose', '请选择用途');
  refuseFaults(form.errors);
  if (purpose === null) throw new TypeError('what is missing was refused');
  const party = await readLessee(caller, ports, id, purpose);
  if (wantsJson(context)) return context.json({ purpose, party });
  const shown = { what: '承租人', party, purpose, back: contractAddress(id) };
  return context.html(PartyPage({ caller, assets: deskAssets, here: 'contracts', ...shown }));
}

/** Adds the register of contracts. */
export function addContractRoutes(app: DeskApp, given: () => ContractDeskPorts): void {
  app.get('/desk/contracts', (context) => listPage(context, given()));
  app.get('/desk/contracts.xlsx', (context) => sendTable(context, given(), 'xlsx'));
  app.get('/desk/contracts.csv', (context) => sendTable(context, given(), 'csv'));
  app.get('/desk/contracts/new', (context) => newPage(context, given()));
  app.get('/desk/contracts/import', async (context) => context.html(await importPage(context, given())));
  app.post('/desk/contracts', (context) => enter(context, given()));
  app.post('/desk/contracts/import', (context) => importRows(context, given()));
  app.get('/desk/contracts/:id', (context) => showContract(context, given()));
  app.get('/desk/contracts/:id/do/:act', (context) => showAct(context, given()));
  app.post('/desk/contracts/:id/do/:act', (context) => carryOut(context, given()));
  app.post('/desk/contracts/:id/lessee', (context) => showLessee(context, given()));
}
