import { filesOf } from '#shared/domain/asset/asset.ts';
import type { Owner } from '#shared/domain/asset/owner.ts';
import type { PersonRole } from '#shared/domain/people/role.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { amendAsset } from '#shared/services/desk/asset/amend-asset.ts';
import { keptOwners } from '#shared/services/desk/asset/kept-owners.ts';
import { listAssets } from '#shared/services/desk/asset/list-assets.ts';
import { readAsset } from '#shared/services/desk/asset/read-asset.ts';
import { registerAsset } from '#shared/services/desk/asset/register-asset.ts';
import { listingsOfAsset } from '#shared/services/desk/listing/list-listings.ts';
import { AssetListPage } from '#web/pages/desk/assets/asset-list-page.tsx';
import { AssetPage } from '#web/pages/desk/assets/asset-page.tsx';
import { assetValues, closeRows } from '#web/pages/desk/assets/asset-values.ts';
import { ChooseOwnerPage } from '#web/pages/desk/assets/choose-owner-page.tsx';
import { readAssetForm } from '#web/pages/desk/assets/read-asset-form.ts';
import { callerIn } from '../admission.ts';
import { assetFilterIn } from './asset-filter.ts';
import { assetForm, filesNamed, formOnly } from './asset-forms.ts';
import { type Refusal, submitForm, versionTag } from './desk-answers.ts';
import { type DeskPorts, today } from './desk-ports.ts';
import { commandIn, formIn, wantsJson } from './desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk-routes.ts';
import { addImportRoutes, IMPORT_ACCESS } from './import.ts';
import { refusedFor } from './refused-for.ts';
import { deskAssets } from './static.ts';

/** Who keeps registers of assets; whose, the services decide. */
const KEEPERS = ['village-clerk', 'owner-clerk', 'office'] as const satisfies readonly PersonRole[];
const READERS = [...KEEPERS, 'township-reviewer', 'bureau-reviewer', 'auditor'] as const;

/** Who may do what with the register of assets. */
export const ASSET_ACCESS: AccessTable = {
  ...IMPORT_ACCESS,
  'GET /desk/assets': READERS,
  'POST /desk/assets': KEEPERS,
  'GET /desk/assets/new': KEEPERS,
  'GET /desk/assets/:id': READERS,
  'GET /desk/assets/:id/edit': KEEPERS,
  'POST /desk/assets/:id/edit': KEEPERS,
};

async function list(context: DeskContext, ports: DeskPorts): Promise<Response> {
  const caller = callerIn(context);
  const filter = assetFilterIn(context);
  const asked = Number(context.req.query('page') ?? 1);
  const page = Number.isSafeInteger(asked) && asked > 0 ? asked : 1;
  const found = await listAssets(caller, ports, filter, page);
  if (wantsJson(context)) return context.json({ total: found.total, page, assets: found.lines });
  const mayRegister = caller.roles.some((role) => KEEPERS.some((keeper) => keeper === role));
  const shown = { caller, assets: deskAssets, found, filter, page, today: today(ports), mayRegister };
  return context.html(AssetListPage(shown));
}

/** The owner a new asset is entered for; only one whose register the caller keeps. */
async function ownerFor(context: DeskContext, ports: DeskPorts, id: string | undefined): Promise<Owner | undefined> {
  const owners = await keptOwners(callerIn(context), ports);
  if (id === undefined) return owners.length === 1 ? owners[0] : undefined;
  const owner = owners.find((known) => known.id === id);
  if (owner === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no owner whose register the caller keeps');
  return owner;
}

function newCase(owner: Owner) {
  return { owner, back: `/desk/assets/new?owner=${owner.id}` };
}

async function showNew(context: DeskContext, ports: DeskPorts): Promise<Response> {
  const caller = callerIn(context);
  const owner = await ownerFor(context, ports, context.req.query('owner') || undefined);
  if (owner !== undefined) {
    const values = { division: owner.division, 'lease.state': 'unknown' };
    return context.html(await assetForm(context, ports, { ...newCase(owner), values }));
  }
  const owners = await keptOwners(caller, ports);
  return context.html(ChooseOwnerPage({ caller, assets: deskAssets, owners }));
}

async function register(context: DeskContext, ports: DeskPorts): Promise<Response> {
  const form = await formIn(context);
  const named = typeof form['ownerId'] === 'string' && form['ownerId'] !== '' ? form['ownerId'] : undefined;
  const owner = await ownerFor(context, ports, named);
  if (owner === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'the form names no owner');
  const shown = newCase(owner);
  const only = await formOnly(context, ports, form, shown);
  if (only !== undefined) return context.html(only);
  return submitForm(context, {
    form: closeRows(form),
    act: () => registerAsset(callerIn(context), ports, commandIn(context, form), readAssetForm(form, owner.id)),
    next: ({ id }) => `/desk/assets/${id}`,
    again: ({ problem, errors, typed }: Refusal) =>
      assetForm(context, ports, { ...shown, values: typed, refused: refusedFor(problem, errors) }),
  });
}

async function show(context: DeskContext, ports: DeskPorts, id: string): Promise<Response> {
  const caller = callerIn(context);
  const view = await readAsset(caller, ports, id);
  context.header('etag', versionTag(view.version));
  const listings = await listingsOfAsset(caller, ports, id);
  if (wantsJson(context)) return context.json({ ...view, listings });
  const files = await filesNamed(caller, ports, filesOf(view.asset));
  return context.html(AssetPage({ caller, assets: deskAssets, view, listings, files }));
}

/** An asset to be changed, as its form is shown. */
async function editCase(context: DeskContext, ports: DeskPorts, id: string) {
  const { owner, version, asset, mayAmend } = await readAsset(callerIn(context), ports, id);
  if (!mayAmend) throw new AppError('ACCESS.DENIED', 'the caller does not keep the register of this owner');
  return { asset, shown: { owner, known: { id, version }, back: `/desk/assets/${id}/edit` } };
}

async function showEdit(context: DeskContext, ports: DeskPorts, id: string): Promise<Response> {
  const { asset, shown } = await editCase(context, ports, id);
  const values = assetValues(asset);
  return context.html(await assetForm(context, ports, { ...shown, values, checked: asset }));
}

async function amend(context: DeskContext, ports: DeskPorts, id: string): Promise<Response> {
  const form = await formIn(context);
  const { asset, ...edit } = await editCase(context, ports, id);
  // The version the person saw, not the newest: a form refused for being overtaken stays so until he looks again.
  const seen = Number(form['_version'] ?? edit.shown.known.version);
  const shown = { ...edit.shown, known: { id, version: seen } };
  const only = await formOnly(context, ports, form, shown);
  if (only !== undefined) return context.html(only);
  return submitForm(context, {
    form: closeRows(form),
    act: () => {
      const after = readAssetForm(form, asset.ownerId);
      return amendAsset(callerIn(context), ports, commandIn(context, form), id, () => after);
    },
    next: () => `/desk/assets/${id}`,
    again: ({ problem, errors, typed }: Refusal) =>
      assetForm(context, ports, { ...shown, values: typed, refused: refusedFor(problem, errors) }),
  });
}

/** Adds the register of assets, and the import of whole tables into it. */
export function addAssetRoutes(app: DeskApp, given: () => DeskPorts): void {
  // Before `:id`, which would take their addresses for ids.
  addImportRoutes(app, given);
  app.get('/desk/assets/new', (context) => showNew(context, given()));
  app.get('/desk/assets', (context) => list(context, given()));
  app.post('/desk/assets', (context) => register(context, given()));
  app.get('/desk/assets/:id', (context) => show(context, given(), context.req.param('id')));
  app.get('/desk/assets/:id/edit', (context) => showEdit(context, given(), context.req.param('id')));
  app.post('/desk/assets/:id/edit', (context) => amend(context, given(), context.req.param('id')));
}
