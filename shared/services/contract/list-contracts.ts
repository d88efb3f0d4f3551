import type { Caller } from '../../domain/caller.ts';
import {
  type ContractState,
  contractStateOf,
  daysLeft,
  type Reminder,
  reminderOn,
} from '../../domain/contract/reminders.ts';
import { maySee, visiblePartitions } from '../../domain/people/reach.ts';
import { beijingDate } from '../../domain/time.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { type ContractCard, contractCards } from './contract-cards.ts';

/** One line of the register (合同台账). */
export interface ContractRow extends ContractCard {
  readonly state: ContractState;
  readonly daysLeft: number;
  readonly reminder: Reminder | null;
}

/** The line of a card as it stands on a day. */
export function contractRow(card: ContractCard, today: ReturnType<typeof beijingDate>): ContractRow {
  const { contract } = card;
  return {
    ...card,
    state: contractStateOf(contract, today),
    daysLeft: daysLeft(contract, today),
    reminder: reminderOn(contract, today) ?? null,
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Contracts the caller may see, those that end first first; ended ones last. */
export async function listContracts(
  caller: Caller,
  ports: Pick<EventPorts, 'records' | 'clock'>,
): Promise<readonly ContractRow[]> {
  const today = beijingDate(ports.clock.now());
  const cards = await contractCards(ports, visiblePartitions(caller));
  return cards
    .filter(({ owner }) => maySee(caller, owner))
    .map((card) => contractRow(card, today))
    .toSorted(
      (a, b) =>
        Number(a.state === 'ended') - Number(b.state === 'ended') ||
        order(a.contract.terms.endsOn, b.contract.terms.endsOn) ||
        order(a.contract.id, b.contract.id),
    );
}
