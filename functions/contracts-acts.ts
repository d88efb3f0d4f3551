import type { Caller } from '#shared/domain/caller.ts';
import type { Contract } from '#shared/domain/contract/contract.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { endContract } from '#shared/services/contract/end-contract.ts';
import { correctContract } from '#shared/services/contract/enter-contract.ts';
import { keepLessee } from '#shared/services/contract/lessee.ts';
import { renewContract } from '#shared/services/contract/renew-contract.ts';
import { readContract } from '#shared/services/contract/view.ts';
import type { Command, Committed } from '#shared/services/events/aggregate.ts';
import { ContractActPage } from '#web/pages/desk/contracts/act-page.tsx';
import { ContractPage } from '#web/pages/desk/contracts/contract-page.tsx';
import { contractTermsIn, endIn } from '#web/pages/desk/contracts/read-contract.ts';
import { CONTRACT_ACTS, type ContractAct, contractAddress } from '#web/pages/desk/contracts/words.ts';
import { type FormReader, formReader } from '#web/pages/desk/form-text.ts';
import { partyIn } from '#web/pages/desk/settlement/read-acts.ts';
import { callerIn } from './admission.ts';
import { contractForm } from './contracts-form.ts';
import type { ContractDeskPorts } from './contracts-ports.ts';
import { type Refusal, submitForm } from './desk/desk-answers.ts';
import { commandIn, formIn } from './desk/desk-requests.ts';
import type { DeskContext } from './desk/desk-routes.ts';
import { deskAssets } from './desk/static.ts';
import { refusedWhy } from './settlement-refusal.ts';

type Given = readonly [caller: Caller, ports: ContractDeskPorts, id: string, command: Command];
type Carry = (given: Given, form: FormReader) => Promise<Committed<Contract>>;

const LONGEST_REASON = 1000;

/** What each form does. */
const CARRY: Readonly<Record<ContractAct, Carry>> = {
  correction: (given, form) => {
    const reason = form.text('reason', { most: LONGEST_REASON }) ?? '';
    return correctContract(...given, { reason, terms: contractTermsIn(form) });
  },
  end: (given, form) => endContract(...given, endIn(form)),
  lessee: (given, form) => keepLessee(...given, partyIn(form)),
  renewal: (given) => renewContract(...given),
};

/** @throws AppError `RESOURCE.NOT_FOUND` for an act there is not */
function actIn(context: DeskContext): ContractAct {
  const acts = Object.keys(CONTRACT_ACTS) as readonly ContractAct[];
  const act = acts.find((each) => each === context.req.param('act'));
  if (act === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no such act');
  return act;
}

async function pageOf(context: DeskContext, ports: ContractDeskPorts, act: ContractAct, refusal?: Refusal) {
  const caller = callerIn(context);
  const view = await readContract(caller, ports, context.req.param('id') ?? '');
  const { contract } = view.row;
  const refused = refusal && refusedWhy(refusal);
  const formKey = ports.ids.next();
  if (act === 'renewal') {
    return ContractPage({ caller, assets: deskAssets, view, formKey, refusedTitle: refused?.title });
  }
  if (!view.may.includes(CONTRACT_ACTS[act].type) && refusal === undefined) {
    throw new AppError('RESOURCE.NOT_FOUND', 'nothing of the kind can be done now');
  }
  if (act === 'correction') {
    const action = `${contractAddress(contract.id)}/do/correction`;
    // Of a refused form the version the person saw, so that what was overtaken stays refused.
    const version = Number(refusal?.typed['_version'] ?? contract.version);
    return contractForm(context, ports, { owner: view.owner, stored: contract.terms, action, version, refusal });
  }
  return ContractActPage({ caller, assets: deskAssets, contract, act, formKey, typed: refusal?.typed, refused });
}

/** The form of one act on a contract. */
export async function showAct(context: DeskContext, ports: ContractDeskPorts): Promise<Response> {
  return context.html(await pageOf(context, ports, actIn(context)));
}

/** Carries out one act on a contract. */
export async function carryOut(context: DeskContext, ports: ContractDeskPorts): Promise<Response> {
  const act = actIn(context);
  const form = await formIn(context);
  return submitForm(context, {
    form,
    act: async () => {
      const command = commandIn(context, form);
      const given = [callerIn(context), ports, context.req.param('id') ?? '', command] as const;
      const { state, version } = await CARRY[act](given, formReader(form));
      return { id: state.id, version };
    },
    next: ({ id }) => contractAddress(id),
    again: (refusal) => pageOf(context, ports, act, refusal),
  });
}
