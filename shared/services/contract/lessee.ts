import type { Caller } from '../../domain/caller.ts';
import type { Contract } from '../../domain/contract/contract.ts';
import type { MaskedParty, Party, Purpose } from '../../domain/settlement/party.ts';
import type { Ids } from '../../ports/ambient.ts';
import type { Command, Committed } from '../events/aggregate.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { checkedParty, maskedParty, openParty, type PartyPorts, sealParty } from '../settlement/sealed-party.ts';
import { changeContract, noSuchContract, wrongContractState } from './change-contract.ts';

type Ports = EventPorts & PartyPorts;

/** Under what a contract's own lessee is sealed; that of a lot lies under the lot. */
function subjectOf(id: string): string {
  return `contract ${id}`;
}

/**
 * Keeps the lessee of a contract that came of no lot, sealed; put again, the later one counts. Of a contract that came of a
 * lot the lot's winning party is the lessee.
 *
 * @throws AppError `RESOURCE.NOT_FOUND`, `ACCESS.DENIED`, `SETTLEMENT.STATE`, `FORM.INVALID`, `SECRET.MISSING`
 */
export function keepLessee(
  caller: Caller,
  ports: Ports,
  id: string,
  command: Command,
  party: Party,
): Promise<Committed<Contract>> {
  const entry = ports.hash.sha256(JSON.stringify(['lessee', caller.id, command.id])).slice(0, 16);
  // The log keeps a hash of what was asked: of so little it could be guessed.
  const bare = { ...command, body: { entry } };
  return changeContract(caller, ports, id, bare, {
    type: 'lessee-kept',
    event: async ({ terms }) => {
      if (terms.lotId !== null) throw wrongContractState('承租人就是标的的竞得人,请在成交后页面登记');
      await sealParty(ports, subjectOf(id), entry, checkedParty(party));
      return { type: 'lessee-kept', data: { entry } };
    },
  });
}

/**
 * Opens a lessee's particulars for one purpose; who, when and what for stands in the contract's log before.
 * @throws AppError `RESOURCE.NOT_FOUND`, `ACCESS.DENIED`, `PERSONAL.UNREADABLE`, `SECRET.MISSING`
 */
export async function readLessee(
  caller: Caller,
  ports: Ports & { readonly ids: Ids },
  id: string,
  purpose: Purpose,
): Promise<Party> {
  const command = { id: ports.ids.next(), body: { purpose } };
  const { state } = await changeContract(caller, ports, id, command, {
    type: 'lessee-read',
    event: ({ lessee }) => {
      if (lessee === null) throw noSuchContract();
      return { type: 'lessee-read', data: { entry: lessee.entry, purpose } };
    },
  });
  if (state.lessee === null) throw noSuchContract();
  return openParty(ports, subjectOf(id), state.lessee.entry);
}

/** The lessee as he may be shown; `null` where nobody was kept. */
export async function maskedLessee(
  ports: Pick<PartyPorts, 'records'>,
  { id, lessee }: Contract,
): Promise<MaskedParty | null> {
  return lessee === null ? null : maskedParty(ports, subjectOf(id), lessee.entry);
}
