import type { FormValues } from '#web/pages/desk/form-text.ts';
import { type Page, type Refusal, type Saved, submitForm } from './desk-answers.ts';
import type { DeskPorts } from './desk-ports.ts';
import { formIn } from './desk-requests.ts';
import type { DeskApp, DeskContext } from './desk-routes.ts';

/** A form about one listing: what is done, where it goes on, and the page again when it is refused. */
export interface ListingForm {
  readonly act: (context: DeskContext, ports: DeskPorts, id: string, form: FormValues) => Promise<Saved>;
  readonly next: (id: string) => string;
  readonly again: (context: DeskContext, ports: DeskPorts, id: string, refusal: Refusal) => Promise<Page>;
}

/** Adds a form at an address with the listing's `:id` in it. */
export function addListingForm(app: DeskApp, given: () => DeskPorts, address: string, listingForm: ListingForm): void {
  const { act, next, again } = listingForm;
  app.post(address, async (context) => {
    const id = context.req.param('id') ?? '';
    const form = await formIn(context);
    return submitForm(context, {
      form,
      act: () => act(context, given(), id, form),
      next: () => next(id),
      again: (refusal) => again(context, given(), id, refusal),
    });
  });
}
