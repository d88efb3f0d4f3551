import type { Caller } from '#shared/domain/caller.ts';
import type { RoundEnding } from '#shared/domain/listing/events.ts';
import { termsOfNextRound } from '#shared/domain/listing/rounds.ts';
import type { PersonRole } from '#shared/domain/people/role.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { endRound } from '#shared/services/desk/listing/end-round.ts';
import { letByAgreement } from '#shared/services/desk/listing/let-by-agreement.ts';
import { openRound } from '#shared/services/desk/listing/open-round.ts';
import { readListing } from '#shared/services/desk/listing/read-listing.ts';
import { withdrawListing } from '#shared/services/desk/listing/withdraw-listing.ts';
import type { Command } from '#shared/services/events/aggregate.ts';
import { type FormReader, type FormValues, formReader, refuseFaults } from '#web/pages/desk/form-text.ts';
import { ActPage } from '#web/pages/desk/listings/act-page.tsx';
import { ACT_NAMES, ACTS, type Act, actAddress } from '#web/pages/desk/listings/acts.ts';
import { readStep } from '#web/pages/desk/listings/read-steps.ts';
import { callerIn } from '../admission.ts';
import { type Saved, submitForm } from './desk-answers.ts';
import type { DeskPorts } from './desk-ports.ts';
import { commandIn, formIn } from './desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk-routes.ts';
import { refusedBy } from './listing-faults.ts';
import { entryView } from './listing-model.ts';

/** Who may ever do it; who may now, the services decide. */
const ACTORS: Readonly<Record<Act, readonly PersonRole[]>> = {
  withdraw: ['village-clerk', 'owner-clerk', 'office'],
  'end-round': ['office', 'platform-operator'],
  'next-round': ['village-clerk', 'owner-clerk'],
  agreement: ['office'],
};

export const ACTS_ACCESS: AccessTable = Object.fromEntries(
  ACT_NAMES.flatMap((act) => [
    [`GET ${actAddress(':id', act)}`, ACTORS[act]],
    [`POST ${actAddress(':id', act)}`, ACTORS[act]],
  ]),
);

const LONGEST_WORDS = 1000;
const OUTCOMES = ['sold', 'failed', 'defaulted'] as const;

interface Doing {
  readonly caller: Caller;
  readonly ports: DeskPorts;
  readonly id: string;
  readonly command: Command;
  readonly form: FormReader;
}

/** A value a form must have, or the fault of its being missing. */
function needed<T>(form: FormReader, name: string, value: T | null, fault: string): T {
  if (value === null && form.errors[name] === undefined) form.fault(name, fault);
  refuseFaults(form.errors);
  if (value === null) throw new AppError('FORM.INVALID', 'a field is missing', { details: { name } });
  return value;
}

function wordsOf(form: FormReader, name: string): string {
  return form.text(name, { most: LONGEST_WORDS }) ?? '';
}

function readEnding(form: FormReader): RoundEnding {
  const outcome = needed(form, 'outcome', form.choice('outcome', OUTCOMES), '请选择结果');
  const at = needed(form, 'at', form.time('at'), '请填写结束时间');
  const cause = wordsOf(form, 'cause');
  if (outcome !== 'sold') return { outcome, at, cause };
  return { outcome, hammerFen: needed(form, 'hammerYuan', form.yuan('hammerYuan'), '请填写成交价'), at, cause };
}

async function nextRound({ caller, ports, id, command, form }: Doing) {
  const { listing } = await readListing(caller, ports, id);
  const priced = readStep('terms', form, termsOfNextRound(listing.terms));
  const terms = readStep('times', form, priced);
  needed(form, 'startPriceYuan', terms.startPriceFen, '请填写新起拍价');
  const decidedOn = needed(form, 'decidedOn', form.day('decidedOn'), '请填写决定日期');
  return openRound(caller, ports, id, command, { terms, decidedBy: wordsOf(form, 'decidedBy'), decidedOn });
}

function agreement({ caller, ports, id, command, form }: Doing) {
  const body = {
    priceFen: needed(form, 'priceYuan', form.yuan('priceYuan'), '请填写协议价'),
    publicityFrom: needed(form, 'publicityFrom', form.day('publicityFrom'), '请填写公示起日'),
    publicityUntil: needed(form, 'publicityUntil', form.day('publicityUntil'), '请填写公示止日'),
    papers: form.list('papers'),
    reason: wordsOf(form, 'reason'),
  };
  return letByAgreement(caller, ports, id, command, body);
}

function carryOut(act: Act, doing: Doing) {
  const { caller, ports, id, command, form } = doing;
  switch (act) {
    case 'withdraw':
      return withdrawListing(caller, ports, id, command, { reason: wordsOf(form, 'reason') });
    case 'end-round':
      return endRound(caller, ports, id, command, readEnding(form));
    case 'next-round':
      return nextRound(doing);
    case 'agreement':
      return agreement(doing);
  }
}

async function done(context: DeskContext, ports: DeskPorts, id: string, act: Act, values: FormValues): Promise<Saved> {
  const form = formReader(values);
  const command = commandIn(context, values);
  const { version } = await carryOut(act, { caller: callerIn(context), ports, id, command, form });
  return { id, version };
}

function addAct(app: DeskApp, given: () => DeskPorts, act: Act): void {
  const address = `/desk/listings/:id/act/${act}` as const;

  app.get(address, async (context) => {
    const id = context.req.param('id');
    const { view, shown } = await entryView(context, given(), id);
    if (!shown.allowed.includes(ACTS[act].event)) return context.redirect(`/desk/listings/${id}`, 303);
    return context.html(ActPage({ act, view }));
  });

  app.post(address, async (context) => {
    const id = context.req.param('id');
    const form = await formIn(context);
    return submitForm(context, {
      form,
      act: () => done(context, given(), id, act, form),
      next: () => (act === 'next-round' ? `/desk/listings/${id}/edit/times` : `/desk/listings/${id}`),
      again: async (refusal) => {
        const shown = { typed: refusal.typed, refused: await refusedBy(context, given(), refusal) };
        return ActPage({ act, view: (await entryView(context, given(), id, shown)).view });
      },
    });
  });
}

/** Adds the acts on a listing after its entry: withdrawal, end of a round, next round, agreement. */
export function addActRoutes(app: DeskApp, given: () => DeskPorts): void {
  for (const act of ACT_NAMES) addAct(app, given, act);
}
