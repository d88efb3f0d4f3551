import type { Owner } from '../../domain/asset/owner.ts';
import type { Caller } from '../../domain/caller.ts';
import { contractFaults } from '../../domain/contract/check-terms.ts';
import type { Contract, ContractEvent, ContractEventType, ContractTerms } from '../../domain/contract/contract.ts';
import { actorOf, mayAct, maySee } from '../../domain/people/reach.ts';
import type { Actor, PersonRole } from '../../domain/people/role.ts';
import { beijingDate, type LocalDate } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import { clerkRole } from '../desk/listing/authority.ts';
import { findOwner } from '../desk/owner/read-owner.ts';
import type { Command, Committed } from '../events/aggregate.ts';
import { commit } from '../events/commit.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { load } from '../events/load.ts';
import { contractAggregate } from './contract-aggregate.ts';

/** A contract the caller may know of, with its owner. */
export interface VisibleContract {
  readonly contract: Contract;
  readonly owner: Owner;
}

/** The actor as whom the caller keeps an owner's contracts: the office, or a clerk of the owner; undefined where he may not. */
export function contractActor(
  caller: Caller,
  type: ContractEventType,
  owner: Owner,
  today: LocalDate,
): Actor | undefined {
  // Only a clerk of the owner drafts its listings.
  const roles: readonly PersonRole[] = type === 'renewal-drafted' ? [clerkRole(owner)] : ['office', clerkRole(owner)];
  const found = roles.map((role) => mayAct(caller, role, owner, today)).find((assignment) => assignment !== undefined);
  return found === undefined ? undefined : actorOf(caller, found);
}

/** @throws AppError `RESOURCE.NOT_FOUND` also for a contract the caller may not see */
export async function visibleContract(
  caller: Caller,
  ports: Pick<EventPorts, 'records'>,
  id: string,
): Promise<VisibleContract> {
  const contract = (await load(ports, contractAggregate, id))?.state;
  const owner = contract === undefined ? undefined : await findOwner(ports, contract.ownerId);
  if (contract === undefined || owner === undefined || !maySee(caller, owner)) throw noSuchContract();
  return { contract, owner };
}

/** @throws AppError `RESOURCE.NOT_FOUND`: nobody learns of a contract that is not his business */
export function noSuchContract(): AppError {
  return new AppError('RESOURCE.NOT_FOUND', 'no such contract');
}

/** @throws AppError `FORM.INVALID` naming every field something is wrong with */
export function requireTerms(terms: ContractTerms): void {
  const errors = contractFaults(terms).map((fault) => ({ ...fault }));
  if (errors.length > 0) throw new AppError('FORM.INVALID', 'the form has faults', { details: { errors } });
}

/** The state does not allow it; `why` is Chinese. */
export function wrongContractState(why: string): AppError {
  return new AppError('SETTLEMENT.STATE', 'the contract does not allow this', { details: { why } });
}

/**
 * Carries out a command on a contract: who may see it, who may do it, then the event.
 *
 * @throws AppError `RESOURCE.NOT_FOUND` for who may not see it, `ACCESS.DENIED`, `COMMAND.CONFLICT`, and what the command
 * itself refuses
 */
export async function changeContract(
  caller: Caller,
  ports: EventPorts,
  id: string,
  command: Command,
  {
    type,
    event,
  }: {
    readonly type: ContractEventType;
    readonly event: (contract: Contract, owner: Owner) => ContractEvent | Promise<ContractEvent>;
  },
): Promise<Committed<Contract>> {
  const { owner } = await visibleContract(caller, ports, id);
  const actor = contractActor(caller, type, owner, beijingDate(ports.clock.now()));
  if (actor === undefined) throw new AppError('ACCESS.DENIED', 'this is for somebody else to do');
  return commit(ports, contractAggregate, id, { caller, actor }, command, (contract) => {
    if (contract === undefined) throw noSuchContract();
    return event(contract, owner);
  });
}
