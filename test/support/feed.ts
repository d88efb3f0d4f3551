import type { LotCard } from '#shared/domain/lot-card.ts';
import { type LotId, toLotId } from '#shared/domain/lot-id.ts';
import { mergeLot, unknownLot } from '#shared/domain/lot-state.ts';
import type { LotStatus } from '#shared/domain/lot-status.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import { type LotsChanged, parseLotsChanged } from '#shared/messages/lots-changed.ts';
import { changeFeedWriter } from '#shared/services/feed/change-feed-writer.ts';
import { toLotItem } from '#shared/services/records/lot-record.ts';
import { aStamp } from './builders.ts';
import { compression } from './compression.ts';
import { sha256, steppedClock } from './fixed-ambient.ts';
import { memoryItemStore } from './memory-item-store.ts';
import { memoryObjectStore } from './memory-object-store.ts';

/** A message that names lots. */
export function changed(...lotIds: readonly LotId[]): LotsChanged {
  const lots = lotIds.map((lotId) => ({ lotId, version: 1 }));
  return parseLotsChanged({ schema: 'lots-changed.v1', causedBy: 'document', correlationId: 'c', lots });
}

/** A change feed over memory, with a way to commit lots as documents do. */
export function aFeed() {
  const records = memoryItemStore();
  const snapshots = memoryObjectStore();
  const ports = { records, snapshots, hash: sha256, compression, clock: steppedClock() };
  /** Commits a lot's next version. */
  const commit = async (
    externalId: string,
    version: number,
    facts: Partial<LotFacts> = { title: `version ${version}` },
    status?: LotStatus,
  ): Promise<LotId> => {
    const lotId = toLotId('virtual', externalId);
    const lot = { externalId, facts, ...(status === undefined ? {} : { status }) };
    const state = mergeLot(unknownLot('virtual', externalId), lot, aStamp(1));
    const record = { lotId, version, generation: 1, state, chunks: [], bidCount: 0, lastDocument: 'document' };
    await records.put(toLotItem(record), 'any');
    return lotId;
  };
  const feed = () =>
    records.items('CHANGES#').map(({ sk, card }) => ({ sequence: Number(sk), card: card as unknown as LotCard }));
  const writer = () => changeFeedWriter(ports);
  return { records, snapshots, ports, commit, feed, writer };
}
