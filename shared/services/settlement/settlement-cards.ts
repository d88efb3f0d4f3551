import { HOME_DISTRICT } from '../../domain/divisions.ts';
import type { JsonValue } from '../../domain/json.ts';
import type { Settlement } from '../../domain/settlement/settlement.ts';
import { listCards, putCard } from '../events/cards.ts';
import type { EventPorts } from '../events/event-ports.ts';

type Ports = Pick<EventPorts, 'records'>;

/**
 * All lie in one partition: where a lot lies is a fact of the platform's, which may change, and not every lot has an owner
 * we know. Who may see a line is decided by its lot.
 */
const PARTITION = HOME_DISTRICT.code;

/** Keeps a settlement's line of the board. */
export async function cardSettlement(ports: Ports, settlement: Settlement): Promise<void> {
  const card = JSON.parse(JSON.stringify(settlement)) as JsonValue;
  await putCard(ports, 'settlement', PARTITION, settlement.lotId, settlement.version, card);
}

/** What was recorded of every lot, by lot id. */
export async function settlementCards(ports: Ports): Promise<ReadonlyMap<string, Settlement>> {
  const cards = await listCards(ports, 'settlement', PARTITION);
  return new Map(cards.map(({ id, card }) => [id, card as unknown as Settlement]));
}
