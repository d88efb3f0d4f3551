import type { JsonValue } from '../../domain/json.ts';
import {
  foldReconciliation,
  type Reconciliation,
  type ReconciliationEvent,
} from '../../domain/reconciliation/events.ts';
import { parseItemId, platformOf } from '../../domain/reconciliation/item-id.ts';
import type { Aggregate } from '../events/aggregate.ts';
import { listCards, putCard } from '../events/cards.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { load } from '../events/load.ts';

/** What people said of one item: `RECONCILIATION#<item id>`. */
export const reconciliationAggregate: Aggregate<Reconciliation, ReconciliationEvent> = {
  kind: 'reconciliation',
  fold: foldReconciliation,
};

/** Keeps an item's line among those of its platform: what follows from every change of a `reconciliation` log. */
export async function cardReconciliation(ports: Pick<EventPorts, 'records'>, id: string): Promise<void> {
  const [known, subject] = [await load(ports, reconciliationAggregate, id), parseItemId(id)];
  if (known === undefined || subject === undefined) return;
  const card = JSON.parse(JSON.stringify(known.state)) as JsonValue;
  await putCard(ports, 'reconciliation', platformOf(subject), id, known.version, card);
}

/** Everything people said of a platform's items, by item id. */
export async function saidOfPlatform(
  ports: Pick<EventPorts, 'records'>,
  platform: string,
): Promise<ReadonlyMap<string, Reconciliation>> {
  const cards = await listCards(ports, 'reconciliation', platform);
  return new Map(cards.map(({ id, card }) => [id, card as unknown as Reconciliation]));
}
