import { settlementStatements } from '../../domain/settlement/statement.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { putAmongDocuments } from '../desk/listing/put-statement.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { load } from '../events/load.ts';
import { settlementAggregate } from './settlement-aggregate.ts';
import { cardSettlement } from './settlement-cards.ts';

/** What the effects of a settlement need beside the ports of events. */
interface Given {
  readonly documents: () => ObjectStore;
}

/**
 * What follows from an event of a settlement: its line of the board, and what the desk states of the lot, among the raw
 * `documents`. Reads the settlement as it is now; safe to repeat.
 */
export function settlementEffects({ documents }: Given): (ports: EventPorts, id: string) => Promise<void> {
  return async (ports, id) => {
    const settlement = (await load(ports, settlementAggregate, id))?.state;
    if (settlement === undefined) return;
    await cardSettlement(ports, settlement);
    for (const { lotId, recordedAt: observedAt, statement } of settlementStatements(settlement)) {
      const source = `/desk/settlement/${lotId}`;
      await putAmongDocuments(documents(), ports.hash, { lotId, observedAt, statement, source, about: lotId });
    }
  };
}
