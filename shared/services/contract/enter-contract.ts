import type { Owner } from '../../domain/asset/owner.ts';
import type { Caller } from '../../domain/caller.ts';
import type { Contract, ContractEvent, ContractTerms } from '../../domain/contract/contract.ts';
import { maySee, partitionOf } from '../../domain/people/reach.ts';
import { beijingDate } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import { assetAggregate } from '../desk/asset/asset-aggregate.ts';
import { usableFiles } from '../desk/files/read-file.ts';
import { findOwner } from '../desk/owner/read-owner.ts';
import type { Command, Committed } from '../events/aggregate.ts';
import { commit } from '../events/commit.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { createdId, load } from '../events/load.ts';
import { knownLot } from '../settlement/known-lot.ts';
import { refuseField, requireWords } from '../settlement/requirements.ts';
import { changeContract, contractActor, requireTerms, wrongContractState } from './change-contract.ts';
import { contractAggregate } from './contract-aggregate.ts';
import { contractCards } from './contract-cards.ts';

/** What a contract names has to be its owner's: the asset, the lot, the scan; and its number is used once. */
async function requireOwn(caller: Caller, ports: EventPorts, owner: Owner, terms: ContractTerms, self: string) {
  const { assetId, lotId, scan, number } = terms;
  const asset = assetId === null ? undefined : (await load(ports, assetAggregate, assetId))?.state.asset;
  if (assetId !== null && asset?.ownerId !== owner.id) refuseField('assetId', '不是这个单位的资产');
  if (lotId !== null && (await knownLot(caller, ports, lotId)).owner?.id !== owner.id) {
    refuseField('lotId', '不是这个单位的标的');
  }
  await usableFiles(caller, ports, owner.id, scan === null ? [] : [scan]);
  const cards = await contractCards(ports, [partitionOf(owner)]);
  const same = cards.find(({ contract }) => contract.ownerId === owner.id && contract.terms.number === number);
  if (same !== undefined && same.contract.id !== self) refuseField('number', '这个单位已有同一编号的合同');
}

function plainTerms(terms: ContractTerms): ContractTerms {
  const note = terms.note?.trim() ?? '';
  return { ...terms, number: terms.number.trim(), note: note === '' ? null : requireWords('note', note, '') };
}

/**
 * Enters a contract into the register (登记合同). Its id follows from the caller and the command's id.
 *
 * @throws AppError `RESOURCE.NOT_FOUND` for an owner or lot the caller may not see, `ACCESS.DENIED`, `FORM.INVALID`,
 * `FILE.NOT_READY`, `FILE.REFUSED`
 */
export async function enterContract(
  caller: Caller,
  ports: EventPorts,
  command: Command,
  { ownerId, terms: given }: { readonly ownerId: string; readonly terms: ContractTerms },
): Promise<Committed<Contract>> {
  const owner = await findOwner(ports, ownerId);
  if (owner === undefined || !maySee(caller, owner)) throw new AppError('RESOURCE.NOT_FOUND', 'no such owner');
  const actor = contractActor(caller, 'entered', owner, beijingDate(ports.clock.now()));
  if (actor === undefined) throw new AppError('ACCESS.DENIED', 'this is for somebody else to do');
  const id = createdId(ports.hash, 'contract', caller.id, command.id);
  return commit(ports, contractAggregate, id, { caller, actor }, command, async (): Promise<ContractEvent> => {
    const terms = plainTerms(given);
    requireTerms(terms);
    await requireOwn(caller, ports, owner, terms, id);
    return { type: 'entered', data: { ownerId, terms } };
  });
}

/**
 * Puts other terms in the place of wrong ones (更正合同); the older ones stay in its log.
 * @throws AppError as `enterContract`; `SETTLEMENT.STATE` once it has ended
 */
export function correctContract(
  caller: Caller,
  ports: EventPorts,
  id: string,
  command: Command,
  body: { readonly terms: ContractTerms; readonly reason: string },
): Promise<Committed<Contract>> {
  return changeContract(caller, ports, id, command, {
    type: 'corrected',
    event: async ({ ended }, owner) => {
      if (ended !== null) throw wrongContractState('合同已终止');
      const reason = requireWords('reason', body.reason, '请写明更正的原因');
      const terms = plainTerms(body.terms);
      requireTerms(terms);
      await requireOwn(caller, ports, owner, terms, id);
      return { type: 'corrected', data: { terms, reason } };
    },
  });
}
