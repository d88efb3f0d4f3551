import { NO_TERMS } from '#shared/domain/listing/terms.ts';
import { mayAct } from '#shared/domain/people/reach.ts';
import { PERSON_ROLES } from '#shared/domain/people/role.ts';
import { clerkRole } from '#shared/services/desk/listing/authority.ts';
import { draftListing } from '#shared/services/desk/listing/draft-listing.ts';
import { listListings } from '#shared/services/desk/listing/list-listings.ts';
import { listedAssets } from '#shared/services/desk/listing/listed-assets.ts';
import { readListing } from '#shared/services/desk/listing/read-listing.ts';
import { listOwners } from '#shared/services/desk/owner/read-owner.ts';
import { type FormValues, formReader, refuseFaults } from '#web/pages/desk/form-text.ts';
import { namesOf } from '#web/pages/desk/listings/facts.tsx';
import { ListingsPage } from '#web/pages/desk/listings/list-page.tsx';
import { ListingPage } from '#web/pages/desk/listings/listing-page.tsx';
import { NewListingPage } from '#web/pages/desk/listings/new-page.tsx';
import { stepAddress } from '#web/pages/desk/listings/steps.ts';
import { callerIn } from '../admission.ts';
import { type Page, type Refusal, type Saved, submitForm, versionTag } from './desk-answers.ts';
import { type DeskPorts, today } from './desk-ports.ts';
import { commandIn, formIn, wantsJson } from './desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk-routes.ts';
import { ACTS_ACCESS, addActRoutes } from './listing-acts.ts';
import { addEntryRoutes, CLERKS, ENTRY_ACCESS } from './listing-entry.ts';
import { refusedBy } from './listing-faults.ts';
import { addressOf, listingSearchIn, searchedListings } from './listing-filter.ts';
import { filesOf } from './listing-model.ts';
import { placementOf } from './listing-placement.ts';
import { addPlatformRoutes, drawViewOf, PLATFORM_ACCESS } from './listing-platform.ts';
import { addSubmitRoutes, SUBMIT_ACCESS } from './listing-submit.ts';
import { deskAssets } from './static.ts';

export const LISTINGS_ACCESS: AccessTable = {
  'GET /desk/listings': PERSON_ROLES,
  'GET /desk/listings/new': CLERKS,
  'POST /desk/listings': CLERKS,
  'GET /desk/listings/:id': PERSON_ROLES,
  ...ENTRY_ACCESS,
  ...PLATFORM_ACCESS,
  ...SUBMIT_ACCESS,
  ...ACTS_ACCESS,
};

const MOST_SHOWN = 100;

async function listPage(context: DeskContext, ports: DeskPorts): Promise<Response> {
  const caller = callerIn(context);
  const search = listingSearchIn(context);
  const found = await searchedListings(context, ports, search);
  if (wantsJson(context)) return context.json({ listings: found });
  const mayDraft = caller.roles.some((role) => role === 'village-clerk' || role === 'owner-clerk');
  const shown = { cards: found.slice(0, MOST_SHOWN), total: found.length, text: search.text, mayDraft };
  return context.html(ListingsPage({ caller, assets: deskAssets, ...shown, search: addressOf(search) }));
}

async function newPage(context: DeskContext, ports: DeskPorts, typed: FormValues, refusal?: Refusal): Promise<Page> {
  const caller = callerIn(context);
  const owners = (await listOwners(caller, ports)).filter((owner) =>
    mayAct(caller, clerkRole(owner), owner, today(ports)),
  );
  const ids = new Set(owners.map(({ id }) => id));
  const earlier = (await listListings(caller, ports)).filter(({ ownerId }) => ids.has(ownerId)).slice(0, MOST_SHOWN);
  const page = { caller, assets: deskAssets, owners, earlier, formKey: ports.ids.next(), typed };
  return NewListingPage({
    ...page,
    refused: refusal === undefined ? undefined : await refusedBy(context, ports, refusal),
  });
}

async function draft(context: DeskContext, ports: DeskPorts, form: FormValues): Promise<Saved> {
  const reader = formReader(form);
  const ownerId = reader.text('ownerId', { required: '请选择为谁挂牌' }) ?? '';
  const asset = reader.text('asset');
  refuseFaults(reader.errors);
  const items = asset === null ? [] : [{ assetId: asset, parts: null }];
  const body = { ownerId, terms: { ...NO_TERMS, items }, copyOf: reader.text('copyOf') };
  const { state, version } = await draftListing(callerIn(context), ports, commandIn(context, form), body);
  return { id: state.id, version };
}

async function listingPage(context: DeskContext, ports: DeskPorts, id: string): Promise<Response> {
  const caller = callerIn(context);
  const shown = await readListing(caller, ports, id);
  context.header('etag', versionTag(shown.version));
  if (wantsJson(context)) return context.json(shown);
  const { listing, owner } = shown;
  const [found, files, placement] = await Promise.all([
    listedAssets(ports, owner.id, listing.terms.items),
    filesOf(
      caller,
      ports,
      listing.terms.papers.map(({ file }) => file),
    ),
    placementOf(ports, listing),
  ]);
  const offered = listing.terms.items.flatMap(({ assetId }, index) => {
    const asset = found[index];
    return asset === undefined ? [] : [{ id: assetId, asset }];
  });
  const platformName = (platform: string) => ports.platforms.find((each) => each.id === platform)?.name ?? platform;
  const page = { caller, assets: deskAssets, shown, names: namesOf(offered, files), platformName };
  return context.html(ListingPage({ ...page, today: today(ports), draw: drawViewOf(ports, listing), placement }));
}

/** Adds everything of listings: the list, the entry, the page of each, and the acts on it. */
export function addListingsRoutes(app: DeskApp, given: () => DeskPorts): void {
  app.get('/desk/listings', (context) => listPage(context, given()));

  app.get('/desk/listings/new', async (context) => {
    return context.html(await newPage(context, given(), context.req.query()));
  });

  app.post('/desk/listings', async (context) => {
    const form = await formIn(context);
    return submitForm(context, {
      form,
      act: () => draft(context, given(), form),
      next: ({ id }) => stepAddress(id, 'assets'),
      again: (refusal) => newPage(context, given(), form, refusal),
    });
  });

  app.get('/desk/listings/:id', (context) => listingPage(context, given(), context.req.param('id')));

  addEntryRoutes(app, given);
  addPlatformRoutes(app, given);
  addSubmitRoutes(app, given);
  addActRoutes(app, given);
}
