import { AppError } from '#shared/errors/app-error.ts';
import { editListing } from '#shared/services/desk/listing/edit-listing.ts';
import { readListing } from '#shared/services/desk/listing/read-listing.ts';
import type { Command } from '#shared/services/events/aggregate.ts';
import { type FormValues, formReader, refuseFaults } from '#web/pages/desk/form-text.ts';
import type { EntryView } from '#web/pages/desk/listings/entry.tsx';
import { readStep } from '#web/pages/desk/listings/read-steps.ts';
import { AssetsStep } from '#web/pages/desk/listings/step-assets.tsx';
import { BiddersStep } from '#web/pages/desk/listings/step-bidders.tsx';
import { DecisionStep } from '#web/pages/desk/listings/step-decision.tsx';
import { TermsStep } from '#web/pages/desk/listings/step-terms.tsx';
import { TimesStep } from '#web/pages/desk/listings/step-times.tsx';
import {
  fieldNameOf,
  stepAddress,
  stepAfter,
  stepOfPointer,
  TERM_STEPS,
  type TermStep,
} from '#web/pages/desk/listings/steps.ts';
import { callerIn } from '../admission.ts';
import { type Page, type Saved, submitForm } from './desk-answers.ts';
import type { DeskPorts } from './desk-ports.ts';
import { commandIn, formIn } from './desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk-routes.ts';
import { refusedBy } from './listing-faults.ts';
import { entryView } from './listing-model.ts';

/** Who enters listings: village clerks, accountants of townships in their place, clerks of state owners. */
export const CLERKS = ['village-clerk', 'owner-clerk'] as const;

/** Who may call the steps of the entry. */
export const ENTRY_ACCESS: AccessTable = Object.fromEntries(
  TERM_STEPS.flatMap((step) => [
    [`GET ${stepAddress(':id', step)}`, CLERKS],
    [`POST ${stepAddress(':id', step)}`, CLERKS],
    [`GET ${stepAddress(':id', step)}/checks`, CLERKS],
  ]),
);

function stepPage(step: TermStep, view: EntryView): Page {
  switch (step) {
    case 'assets':
      return AssetsStep({ view });
    case 'terms':
      return TermsStep({ view });
    case 'times':
      return TimesStep({ view });
    case 'bidders':
      return BiddersStep({ view });
    case 'decision':
      return DecisionStep({ view });
  }
}

/** A date the page itself offered: it stands in the field until it is saved. */
function offeredIn(context: DeskContext): FormValues | undefined {
  const offered = [...new URL(context.req.url).searchParams].filter(([name]) => name.startsWith('windows.'));
  return offered.length === 0 ? undefined : Object.fromEntries(offered);
}

async function save(
  context: DeskContext,
  ports: DeskPorts,
  id: string,
  step: TermStep,
  form: FormValues,
): Promise<Saved> {
  const command: Command = commandIn(context, form);
  const { listing } = await readListing(callerIn(context), ports, id);
  const reader = formReader(form);
  const terms = readStep(step, reader, listing.terms);
  refuseFaults(reader.errors);
  // What the form does not ask for is taken from the listing as it was read: another change meanwhile must refuse this one.
  const expected = command.expected ?? listing.version;
  const { version } = await editListing(callerIn(context), ports, id, { ...command, expected }, { terms });
  return { id, version };
}

function addStep(app: DeskApp, given: () => DeskPorts, step: TermStep): void {
  const address = `/desk/listings/:id/edit/${step}` as const;

  app.get(address, async (context) => {
    const id = context.req.param('id');
    const { view, shown } = await entryView(context, given(), id, { typed: offeredIn(context) });
    if (!shown.allowed.includes('edited')) return context.redirect(`/desk/listings/${id}`, 303);
    return context.html(stepPage(step, view));
  });

  app.post(address, async (context) => {
    const id = context.req.param('id');
    const form = await formIn(context);
    const next = form['_go'] === 'next' ? stepAfter(step) : step;
    return submitForm(context, {
      form,
      act: () => save(context, given(), id, step, form),
      next: () => stepAddress(id, next),
      again: async (refusal) => {
        const shown = { typed: refusal.typed, refused: await refusedBy(context, given(), refusal) };
        return stepPage(step, (await entryView(context, given(), id, shown)).view);
      },
    });
  });

  app.get(`${address}/checks`, async (context) => {
    const { view, shown } = await entryView(context, given(), context.req.param('id'));
    if (!shown.allowed.includes('edited')) throw new AppError('LISTING.STATE', 'the listing is not a draft');
    const told = view.verdicts.filter(({ kind }) => kind !== 'ok' && kind !== 'not-applicable');
    const here = told.filter(({ pointer }) => pointer !== null && stepOfPointer(pointer) === step);
    const fields = Object.groupBy(here, ({ pointer }) => fieldNameOf(pointer ?? ''));
    return context.json({ version: shown.version, fields });
  });
}

/** Adds the steps of the entry that are forms of the terms. */
export function addEntryRoutes(app: DeskApp, given: () => DeskPorts): void {
  for (const step of TERM_STEPS) addStep(app, given, step);
}
