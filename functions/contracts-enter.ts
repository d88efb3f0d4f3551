import type { Owner } from '#shared/domain/asset/owner.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { contractActor, requireTerms } from '#shared/services/contract/change-contract.ts';
import { enterContract } from '#shared/services/contract/enter-contract.ts';
import { NO_PROPOSAL, proposalFor } from '#shared/services/contract/proposal.ts';
import { listOwners } from '#shared/services/desk/owner/read-owner.ts';
import { knownLot } from '#shared/services/settlement/known-lot.ts';
import { contractTermsIn } from '#web/pages/desk/contracts/read-contract.ts';
import { pastedIn } from '#web/pages/desk/contracts/read-pasted.ts';
import { ChooseContractOwnerPage, ImportContractsPage } from '#web/pages/desk/contracts/start-page.tsx';
import { contractAddress } from '#web/pages/desk/contracts/words.ts';
import { type FormReader, formReader, refuseFaults } from '#web/pages/desk/form-text.ts';
import { callerIn } from './admission.ts';
import { contractForm } from './contracts-form.ts';
import type { ContractDeskPorts } from './contracts-ports.ts';
import { type Refusal, submitForm } from './desk/desk-answers.ts';
import { today } from './desk/desk-ports.ts';
import { commandIn, formIn } from './desk/desk-requests.ts';
import type { DeskContext } from './desk/desk-routes.ts';
import { deskAssets } from './desk/static.ts';
import { refusedWhy } from './settlement-refusal.ts';

/** Owners whose contracts the caller keeps. */
async function keptOwners(context: DeskContext, ports: ContractDeskPorts): Promise<readonly Owner[]> {
  const caller = callerIn(context);
  const owners = await listOwners(caller, ports);
  return owners.filter((owner) => contractActor(caller, 'entered', owner, today(ports)) !== undefined);
}

/** @throws AppError `RESOURCE.NOT_FOUND` for an owner whose contracts the caller does not keep */
async function keptOwner(context: DeskContext, ports: ContractDeskPorts, id: string): Promise<Owner> {
  const owner = (await keptOwners(context, ports)).find((each) => each.id === id);
  if (owner === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no such owner');
  return owner;
}

/** The form of a new contract: of a sold lease, of an owner, or first the question whose it is. */
export async function newPage(context: DeskContext, ports: ContractDeskPorts): Promise<Response> {
  const caller = callerIn(context);
  const { lot, owner: named } = context.req.query();
  const known = lot === undefined ? undefined : await knownLot(caller, ports, lot);
  const ownerId = known === undefined ? named : known.owner?.id;
  if (ownerId === undefined) {
    if (known !== undefined) throw new AppError('SETTLEMENT.OWNER_UNKNOWN', 'nobody knows whose lot it is');
    const owners = await keptOwners(context, ports);
    return context.html(ChooseContractOwnerPage({ caller, assets: deskAssets, owners }));
  }
  const owner = await keptOwner(context, ports, ownerId);
  const stored = known === undefined ? NO_PROPOSAL : proposalFor(known);
  return context.html(await contractForm(context, ports, { owner, stored, action: '/desk/contracts' }));
}

function ownerIdIn(form: FormReader): string {
  return form.text('ownerId') ?? '';
}

/** Enters one contract. */
export async function enter(context: DeskContext, ports: ContractDeskPorts): Promise<Response> {
  const form = await formIn(context);
  const reader = formReader(form);
  const ownerId = ownerIdIn(reader);
  return submitForm(context, {
    form,
    act: async () => {
      const command = commandIn(context, form);
      const body = { ownerId, terms: contractTermsIn(reader) };
      const { state, version } = await enterContract(callerIn(context), ports, command, body);
      return { id: state.id, version };
    },
    next: ({ id }) => contractAddress(id),
    again: async (refusal) => {
      const owner = await keptOwner(context, ports, ownerId);
      return contractForm(context, ports, { owner, stored: NO_PROPOSAL, action: '/desk/contracts', refusal });
    },
  });
}

/** Where older leases are pasted. */
export async function importPage(context: DeskContext, ports: ContractDeskPorts, refusal?: Refusal) {
  return ImportContractsPage({
    caller: callerIn(context),
    assets: deskAssets,
    owners: await keptOwners(context, ports),
    formKey: ports.ids.next(),
    typed: refusal?.typed,
    refused: refusal && refusedWhy(refusal),
  });
}

/** Enters pasted contracts, each by a command of its own, so that a repeated request finds those it made. */
export async function importRows(context: DeskContext, ports: ContractDeskPorts): Promise<Response> {
  const form = await formIn(context);
  const reader = formReader(form);
  return submitForm(context, {
    form,
    act: async () => {
      const command = commandIn(context, form);
      const rows = pastedIn(reader);
      refuseFaults(reader.errors);
      for (const terms of rows) requireTerms(terms);
      for (const [index, terms] of rows.entries()) {
        const own = { id: `${command.id} ${index + 1}`.slice(-200), body: command.body };
        await enterContract(callerIn(context), ports, own, { ownerId: ownerIdIn(reader), terms });
      }
      return { id: '', version: rows.length };
    },
    next: () => '/desk/contracts',
    again: (refusal) => importPage(context, ports, refusal),
  });
}
