import { verifyDraw } from '#shared/domain/listing/draw.ts';
import type { Listing } from '#shared/domain/listing/listing.ts';
import { announceDraw } from '#shared/services/desk/listing/announce-draw.ts';
import { choosePlatform } from '#shared/services/desk/listing/choose-platform.ts';
import { drawPlatform } from '#shared/services/desk/listing/draw-platform.ts';
import { readListing } from '#shared/services/desk/listing/read-listing.ts';
import { platformOptions } from '#shared/services/desk/platform-options.ts';
import { type FormValues, formReader, refuseFaults } from '#web/pages/desk/form-text.ts';
import type { DrawView } from '#web/pages/desk/listings/draw-panel.tsx';
import { PlatformStep } from '#web/pages/desk/listings/step-platform.tsx';
import { stepAddress } from '#web/pages/desk/listings/steps.ts';
import { callerIn } from '../admission.ts';
import type { Page, Refusal, Saved } from './desk-answers.ts';
import type { DeskPorts } from './desk-ports.ts';
import { commandIn } from './desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk-routes.ts';
import { CLERKS } from './listing-entry.ts';
import { refusedBy } from './listing-faults.ts';
import { addListingForm } from './listing-form.ts';
import { entryView } from './listing-model.ts';

export const PLATFORM_ACCESS = {
  'GET /desk/listings/:id/edit/platform': CLERKS,
  'POST /desk/listings/:id/edit/platform': CLERKS,
  'POST /desk/listings/:id/edit/platform/draw': CLERKS,
  'POST /desk/listings/:id/edit/platform/draw/announce': CLERKS,
} as const satisfies AccessTable;

const LONGEST_REASON = 1000;

/** The draw of a listing's platform as its pages show it; `null` where none was announced. */
export function drawViewOf(ports: Pick<DeskPorts, 'hash'>, { id, drawAnnounced, choice }: Listing): DrawView | null {
  if (drawAnnounced === null) return null;
  const { seedHash, candidates, at: announcedAt } = drawAnnounced;
  const draw = choice?.draw ?? null;
  if (choice === null || draw === null || draw.seedHash !== seedHash) {
    return { seedHash, candidates, announcedAt, drawn: null };
  }
  const { isSeedPublished, chosen } = verifyDraw(ports.hash, id, draw);
  const isTrue = isSeedPublished && chosen === choice.platform;
  return { seedHash, candidates, announcedAt, drawn: { seed: draw.seed, platform: choice.platform, isTrue } };
}

async function platformPage(context: DeskContext, ports: DeskPorts, id: string, refusal?: Refusal): Promise<Page> {
  const again =
    refusal === undefined ? {} : { typed: refusal.typed, refused: await refusedBy(context, ports, refusal) };
  const { view, shown, assets } = await entryView(context, ports, id, again);
  const { listing, owner } = shown;
  const previous = listing.rounds.slice(0, -1).map(({ terms }) => terms);
  const placed = { terms: listing.terms, assets, owner, round: listing.rounds.length, previous };
  const options = await platformOptions(ports, placed);
  return PlatformStep({ view, options, draw: drawViewOf(ports, listing), drawKey: ports.ids.next() });
}

async function choose(context: DeskContext, ports: DeskPorts, id: string, form: FormValues): Promise<Saved> {
  const reader = formReader(form);
  const body = {
    platform: reader.text('platform') ?? '',
    reason: reader.text('reason', { most: LONGEST_REASON }) ?? '',
  };
  refuseFaults(reader.errors);
  const { version } = await choosePlatform(callerIn(context), ports, id, commandIn(context, form), body);
  return { id, version };
}

async function announce(context: DeskContext, ports: DeskPorts, id: string, form: FormValues): Promise<Saved> {
  const body = { candidates: formReader(form).list('candidates') };
  const { version } = await announceDraw(callerIn(context), ports, id, commandIn(context, form), body);
  return { id, version };
}

async function draw(context: DeskContext, ports: DeskPorts, id: string, form: FormValues): Promise<Saved> {
  const { version } = await drawPlatform(callerIn(context), ports, id, commandIn(context, form));
  return { id, version };
}

/** Adds the step in which the village chooses its platform, or has it drawn. */
export function addPlatformRoutes(app: DeskApp, given: () => DeskPorts): void {
  const address = '/desk/listings/:id/edit/platform';
  const platformStep = (id: string) => stepAddress(id, 'platform');
  const submitStep = (id: string) => stepAddress(id, 'submit');

  app.get(address, async (context) => {
    const id = context.req.param('id');
    const { allowed } = await readListing(callerIn(context), given(), id);
    if (!allowed.includes('edited')) return context.redirect(`/desk/listings/${id}`, 303);
    return context.html(await platformPage(context, given(), id));
  });
  addListingForm(app, given, address, { act: choose, next: submitStep, again: platformPage });
  addListingForm(app, given, `${address}/draw/announce`, { act: announce, next: platformStep, again: platformPage });
  addListingForm(app, given, `${address}/draw`, { act: draw, next: platformStep, again: platformPage });
}
