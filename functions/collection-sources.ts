import type { Fetching } from '#shared/domain/collection/fetching.ts';
import type { CollectionSource } from '#shared/domain/settings/source.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { RequestFault } from '#shared/errors/problem.ts';
import { changeSettings } from '#shared/services/desk/settings/change-settings.ts';
import { readSourceForm } from '#web/pages/desk/collection/read-source.ts';
import { collectionAddress } from '#web/pages/desk/collection/view.ts';
import { callerIn } from './admission.ts';
import type { CollectionDeskPorts } from './collection-ports.ts';
import { platformPage } from './collection-views.ts';
import { submitForm } from './desk/desk-answers.ts';
import { commandIn, formIn } from './desk/desk-requests.ts';
import type { DeskContext } from './desk/desk-routes.ts';

/** @throws AppError `RESOURCE.NOT_FOUND` for a platform nobody can read but people */
function fetchingIn(context: DeskContext, { fetching }: CollectionDeskPorts): Fetching {
  const found = fetching.find(({ platform }) => platform === context.req.param('platform'));
  if (found === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'the platform cannot be read');
  return found;
}

/** Faults are told by the place in the list of all sources; the form has but one of them. */
function withoutPlace(error: unknown): unknown {
  if (!(error instanceof AppError) || error.code !== 'FORM.INVALID') return error;
  const faults = (error.details['errors'] ?? []) as unknown as readonly RequestFault[];
  const errors = faults.map((fault) => {
    return 'pointer' in fault ? { ...fault, pointer: fault.pointer.replace(/^\/\d+/, '') } : fault;
  });
  return new AppError(error.code, error.message, { details: { ...error.details, errors }, cause: error });
}

/** Saves what the office decided about reading a platform: a new version of the setting. */
export async function saveSource(context: DeskContext, ports: CollectionDeskPorts): Promise<Response> {
  const fetching = fetchingIn(context, ports);
  const form = await formIn(context);
  const reason = typeof form['reason'] === 'string' ? form['reason'] : '';
  return submitForm(context, {
    form,
    act: async () => {
      const command = commandIn(context, form);
      const source = readSourceForm(form, fetching);
      const change = (all: readonly CollectionSource[]) => [
        ...all.filter(({ platform }) => platform !== source.platform),
        source,
      ];
      try {
        return await changeSettings(ports, callerIn(context), command, { name: 'sources', reason, change });
      } catch (error) {
        throw withoutPlace(error);
      }
    },
    next: () => collectionAddress(fetching.platform),
    again: (refusal) => platformPage(context, ports, { form: 'source', refusal }),
  });
}
