import { amendListing } from '#shared/services/desk/listing/amend-listing.ts';
import { readListing } from '#shared/services/desk/listing/read-listing.ts';
import { amendmentToldBy } from '#shared/services/desk/listing/told-by.ts';
import { type FormValues, formReader, refuseFaults } from '#web/pages/desk/form-text.ts';
import { AmendPage, amendAddress } from '#web/pages/desk/listings/amend-page.tsx';
import { readAmendment } from '#web/pages/desk/listings/read-amendment.ts';
import { callerIn } from '../admission.ts';
import type { Page, Refusal, Saved } from './desk-answers.ts';
import type { DeskPorts } from './desk-ports.ts';
import { commandIn } from './desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk-routes.ts';
import { refusedBy, verdictsIn } from './listing-faults.ts';
import { addListingForm } from './listing-form.ts';
import { entryView } from './listing-model.ts';
import { justificationsIn } from './listing-submit.ts';

export const AMEND_ACCESS = {
  'GET /desk/listings/:id/amend': ['office'],
  'POST /desk/listings/:id/amend': ['office'],
} as const satisfies AccessTable;

const LONGEST_REASON = 1000;

async function amend(context: DeskContext, ports: DeskPorts, id: string, values: FormValues): Promise<Saved> {
  const caller = callerIn(context);
  const command = commandIn(context, values);
  const { listing } = await readListing(caller, ports, id);
  const form = formReader(values);
  const terms = readAmendment(form, listing.terms);
  const reason = form.text('reason', { most: LONGEST_REASON }) ?? '';
  refuseFaults(form.errors);
  const body = { terms, reason, justifications: justificationsIn(values) };
  // What the form does not hold is taken from the listing as it was read: another change meanwhile must refuse this one.
  const expected = command.expected ?? listing.version;
  const { version } = await amendListing(caller, ports, id, { ...command, expected }, body);
  return { id, version };
}

async function amendPage(context: DeskContext, ports: DeskPorts, id: string, refusal?: Refusal): Promise<Page> {
  const again =
    refusal === undefined ? {} : { typed: refusal.typed, refused: await refusedBy(context, ports, refusal) };
  const { view } = await entryView(context, ports, id, again);
  const toldBy = await amendmentToldBy(ports, view.listing);
  // What stands was approved; a rule speaks of what was wanted instead.
  const verdicts = refusal === undefined ? [] : verdictsIn(refusal);
  return AmendPage({ view: { ...view, verdicts }, toldBy, isSaved: context.req.query('saved') !== undefined });
}

/** Adds the page on which the office amends what a platform has. */
export function addAmendRoutes(app: DeskApp, given: () => DeskPorts): void {
  app.get('/desk/listings/:id/amend', async (context) => {
    const id = context.req.param('id');
    const { allowed } = await readListing(callerIn(context), given(), id);
    if (!allowed.includes('amended')) return context.redirect(`/desk/listings/${id}`, 303);
    return context.html(await amendPage(context, given(), id));
  });

  addListingForm(app, given, '/desk/listings/:id/amend', {
    act: amend,
    next: (id) => `${amendAddress(id)}?saved`,
    again: amendPage,
  });
}
