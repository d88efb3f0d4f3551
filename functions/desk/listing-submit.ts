import type { Justification } from '#shared/domain/listing/events.ts';
import { readListing } from '#shared/services/desk/listing/read-listing.ts';
import { submitListing } from '#shared/services/desk/listing/submit-listing.ts';
import { type FormValues, formReader } from '#web/pages/desk/form-text.ts';
import { SubmitStep } from '#web/pages/desk/listings/step-submit.tsx';
import { callerIn } from '../admission.ts';
import type { Page, Refusal, Saved } from './desk-answers.ts';
import type { DeskPorts } from './desk-ports.ts';
import { commandIn } from './desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk-routes.ts';
import { CLERKS } from './listing-entry.ts';
import { refusedBy } from './listing-faults.ts';
import { addListingForm } from './listing-form.ts';
import { entryView } from './listing-model.ts';

export const SUBMIT_ACCESS = {
  'GET /desk/listings/:id/edit/submit': CLERKS,
  'POST /desk/listings/:id/edit/submit': CLERKS,
} as const satisfies AccessTable;

const LONGEST_REASON = 1000;

/** The reasons of a form, by the rule they answer. */
export function justificationsIn(form: FormValues): readonly Justification[] {
  const reader = formReader(form);
  return Object.keys(form).flatMap((name) => {
    const rule = name.startsWith('reasons.') ? name.slice('reasons.'.length) : '';
    const reason = rule === '' ? null : reader.text(name, { most: LONGEST_REASON });
    return reason === null ? [] : [{ rule, reason }];
  });
}

async function submitPage(context: DeskContext, ports: DeskPorts, id: string, refusal?: Refusal): Promise<Page> {
  const again =
    refusal === undefined ? {} : { typed: refusal.typed, refused: await refusedBy(context, ports, refusal) };
  const { view } = await entryView(context, ports, id, again);
  const chosen = view.listing.choice?.platform;
  const platformName = ports.platforms.find((platform) => platform.id === chosen)?.name ?? null;
  return SubmitStep({ view, platformName });
}

async function submit(context: DeskContext, ports: DeskPorts, id: string, form: FormValues): Promise<Saved> {
  const body = { justifications: justificationsIn(form) };
  const { version } = await submitListing(callerIn(context), ports, id, commandIn(context, form), body);
  return { id, version };
}

/** Adds the last step: everything once more, and the submission. */
export function addSubmitRoutes(app: DeskApp, given: () => DeskPorts): void {
  app.get('/desk/listings/:id/edit/submit', async (context) => {
    const id = context.req.param('id');
    const { allowed } = await readListing(callerIn(context), given(), id);
    if (!allowed.includes('edited')) return context.redirect(`/desk/listings/${id}`, 303);
    return context.html(await submitPage(context, given(), id));
  });

  addListingForm(app, given, '/desk/listings/:id/edit/submit', {
    act: submit,
    next: (id) => `/desk/listings/${id}`,
    again: submitPage,
  });
}
