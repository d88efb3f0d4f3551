import { AppError } from '#shared/errors/app-error.ts';
import { invalidRequest } from '#shared/errors/problem.ts';
import { type CollectedNow, collectNow } from '#shared/services/collection/collect-now.ts';
import { collectionAddress } from '#web/pages/desk/collection/view.ts';
import { formReader } from '#web/pages/desk/form-text.ts';
import { callerIn } from './admission.ts';
import type { CollectionDeskPorts } from './collection-ports.ts';
import { platformPage } from './collection-views.ts';
import { submitForm } from './desk/desk-answers.ts';
import { formIn, wantsJson } from './desk/desk-requests.ts';
import type { DeskContext } from './desk/desk-routes.ts';

/** The lot somebody wants read; `null`: the lists. */
async function lotIn(context: DeskContext): Promise<string | null> {
  const reader = formReader(await formIn(context));
  const lot = reader.text('lot');
  const [detail] = Object.values(reader.errors);
  if (detail !== undefined) throw invalidRequest('the lot is no lot', [{ pointer: '/lot', detail }]);
  return lot;
}

async function ask(context: DeskContext, ports: CollectionDeskPorts, lot: string | null): Promise<CollectedNow> {
  const platform = context.req.param('platform') ?? '';
  if (!ports.platforms.some(({ id }) => id === platform)) {
    throw new AppError('PLATFORM.UNKNOWN', 'no such platform', { details: { platform: platform.slice(0, 200) } });
  }
  return collectNow(callerIn(context), ports, { platform, lot });
}

/** Lets a platform be read now, for a person: back to its page, which says what comes of it. */
export async function readNow(context: DeskContext, ports: CollectionDeskPorts): Promise<Response> {
  const lot = await lotIn(context);
  if (wantsJson(context)) return context.json(await ask(context, ports, lot), 202);
  const id = context.req.param('platform') ?? '';
  return submitForm(context, {
    form: lot === null ? {} : { lot },
    act: async () => {
      const { requests } = await ask(context, ports, lot);
      return { id, version: requests };
    },
    next: () => collectionAddress(id),
    again: (refusal) => platformPage(context, ports, { form: 'now', refusal }),
  });
}

/** Lets a platform be read now, for a program: `{lot?}` in, what was asked for out. */
export async function answerReadNow(context: DeskContext, ports: CollectionDeskPorts): Promise<Response> {
  return context.json(await ask(context, ports, await lotIn(context)), 202);
}
