import type { DepositsLedger } from '../../domain/deposits/ledger.ts';
import { HOME_DISTRICT } from '../../domain/divisions.ts';
import type { JsonValue } from '../../domain/json.ts';
import { listCards, putCard } from '../events/cards.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { load } from '../events/load.ts';
import { depositsAggregate } from './deposits-aggregate.ts';

type Ports = Pick<EventPorts, 'records'>;

/** All lie in one partition, as those of settlements do: who may see one is decided by its lot. */
const PARTITION = HOME_DISTRICT.code;

/** What follows from an event of a ledger: its line among all ledgers. Safe to repeat. */
export async function depositsChanged(ports: Ports, id: string): Promise<void> {
  const known = await load(ports, depositsAggregate, id);
  if (known === undefined) return;
  const card = JSON.parse(JSON.stringify(known.state)) as JsonValue;
  await putCard(ports, 'deposits', PARTITION, id, known.version, card);
}

/** Every ledger people keep, by lot. */
export async function depositsCards(ports: Ports): Promise<ReadonlyMap<string, DepositsLedger>> {
  const cards = await listCards(ports, 'deposits', PARTITION);
  return new Map(cards.map(({ id, card }) => [id, card as unknown as DepositsLedger]));
}
