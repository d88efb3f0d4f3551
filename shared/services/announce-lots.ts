import type { LotId } from '../domain/lot-id.ts';
import { LOTS_PER_MESSAGE, type LotsChanged } from '../messages/lots-changed.ts';
import type { Hash } from '../ports/ambient.ts';
import type { MessageQueue } from '../ports/message-bus.ts';

export interface AnnouncingPorts {
  readonly changes: MessageQueue;
  readonly hash: Hash;
}

/** Tells the writer of the change feed of lots that reached at least these versions, so many a message. */
export async function announceLots(
  ports: AnnouncingPorts,
  cause: Pick<LotsChanged, 'causedBy' | 'correlationId'>,
  versions: ReadonlyMap<LotId, number>,
): Promise<void> {
  const all = [...versions].map(([lotId, version]) => ({ lotId, version }));
  for (let from = 0; from < all.length; from += LOTS_PER_MESSAGE) {
    const lots = all.slice(from, from + LOTS_PER_MESSAGE);
    const body = { schema: 'lots-changed.v1', ...cause, lots } as const;
    await ports.changes.send(body, { group: 'changes', deduplicationId: ports.hash.sha256(JSON.stringify(body)) });
  }
}
