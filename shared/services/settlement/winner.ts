import type { Caller } from '../../domain/caller.ts';
import type { Party, Purpose } from '../../domain/settlement/party.ts';
import type { Settlement } from '../../domain/settlement/settlement.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Ids } from '../../ports/ambient.ts';
import type { Command, Committed } from '../events/aggregate.ts';
import { changeSettlement } from './change-settlement.ts';
import { requireSold } from './requirements.ts';
import { checkedParty, openParty, type PartyPorts, sealParty } from './sealed-party.ts';
import type { SettlementPorts } from './settlement-ports.ts';

type Ports = Omit<SettlementPorts, 'platforms' | 'lots'> & PartyPorts;

/** An entry's key: of sixteen characters of the hash, so that a repeated command finds what it sealed. */
function entryOf({ hash }: Ports, caller: Caller, { id }: Command): string {
  return hash.sha256(JSON.stringify(['winner', caller.id, id])).slice(0, 16);
}

/**
 * Keeps the winning party of a sold lot (登记竞得人), sealed; put again, the later one counts. The command's own body is left
 * out of the log: a hash of so little could be guessed.
 *
 * @throws AppError `RESOURCE.NOT_FOUND`, `ACCESS.DENIED`, `SETTLEMENT.STATE`, `FORM.INVALID`, `SECRET.MISSING`
 */
export function keepWinner(
  caller: Caller,
  ports: Ports,
  lotId: string,
  command: Command,
  party: Party,
): Promise<Committed<Settlement>> {
  const entry = entryOf(ports, caller, command);
  return changeSettlement(
    caller,
    ports,
    lotId,
    { ...command, body: { entry } },
    {
      type: 'winner-kept',
      event: async (deciding) => {
        requireSold(deciding);
        await sealParty(ports, deciding.known.card.lotId, entry, checkedParty(party));
        return { type: 'winner-kept', data: { entry } };
      },
    },
  );
}

/**
 * Opens the winning party's particulars for one purpose. Who read them, when and what for stands in the settlement's log
 * before anything is opened; each reading is an event of its own, a repeated request too.
 *
 * @throws AppError `RESOURCE.NOT_FOUND` also where nobody was kept, `ACCESS.DENIED`, `PERSONAL.UNREADABLE`, `SECRET.MISSING`
 */
export async function readWinner(
  caller: Caller,
  ports: Ports & { readonly ids: Ids },
  lotId: string,
  purpose: Purpose,
): Promise<Party> {
  const command = { id: ports.ids.next(), body: { purpose } };
  const { state } = await changeSettlement(caller, ports, lotId, command, {
    type: 'winner-read',
    event: ({ settlement }) => {
      if (settlement.winner === null) throw noWinner();
      return { type: 'winner-read', data: { entry: settlement.winner.entry, purpose } };
    },
  });
  if (state.winner === null) throw noWinner();
  return openParty(ports, state.lotId, state.winner.entry);
}

function noWinner(): AppError {
  return new AppError('RESOURCE.NOT_FOUND', 'nobody was kept as the winner');
}
