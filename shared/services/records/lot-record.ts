import type { JsonValue } from '../../domain/json.ts';
import type { LotId } from '../../domain/lot-id.ts';
import { type LotState, type Register, stampsOf } from '../../domain/lot-state.ts';
import { compareStamps, type Stamp } from '../../domain/stamp.ts';
import type { Item } from '../../ports/item-store.ts';
import { keys } from './keys.ts';

/** A bid chunk the state names; a chunk not named does not exist. */
export interface ChunkName {
  readonly id: string;
  readonly entries: number;
}

/** The stored state of a lot: what is known, which bid chunks count, and who wrote last. */
export interface LotRecord {
  readonly lotId: LotId;
  readonly version: number;
  readonly generation: number;
  readonly state: LotState;
  readonly chunks: readonly ChunkName[];
  readonly bidCount: number;
  /** Document merged by the last write: whoever merges it again re-sends the change and writes nothing. */
  readonly lastDocument: string;
}

/** Stamps repeat from fact to fact, so they are stored once and facts point at them: [value, index]. */
type StoredRegister = readonly [JsonValue, number];

function sourceTable(state: LotState): readonly Stamp[] {
  const byDocument = new Map(stampsOf(state).map((stamp) => [stamp.document, stamp]));
  return [...byDocument.values()].sort(compareStamps);
}

/** Lays a record out as an item: short names, because a lot's item is written often and billed by the kilobyte. */
export function toLotItem(record: LotRecord): Item {
  const { state } = record;
  const sources = sourceTable(state);
  const indexOf = (stamp: Stamp) => sources.findIndex((source) => source.document === stamp.document);
  const stored = (register: Register<unknown>): StoredRegister => [
    register.value as JsonValue,
    indexOf(register.stamp),
  ];
  const facts = Object.entries(state.facts).map(([name, register]) => [name, stored(register)]);
  const outcomes = Object.entries(state.outcomes).map(([name, stamp]) => [name, indexOf(stamp)]);
  return {
    ...keys.lot(record.lotId),
    schema: 1,
    v: record.version,
    generation: record.generation,
    platform: state.platform,
    externalId: state.externalId,
    facts: Object.fromEntries(facts),
    outcomes: Object.fromEntries(outcomes),
    ...(state.phase ? { phase: stored(state.phase) } : {}),
    sources: sources.map((stamp) => [stamp.at, stamp.rank, stamp.document]),
    chunks: record.chunks.map((chunk) => [chunk.id, chunk.entries]),
    bidCount: record.bidCount,
    lastDocument: record.lastDocument,
  };
}

/** Reads a record back from its item. */
export function parseLotItem(lotId: LotId, item: Item): LotRecord {
  const sources = (item['sources'] as [Stamp['at'], number, string][]).map(
    ([at, rank, document]): Stamp => ({ at, rank, document }),
  );
  const stampAt = (index: number): Stamp => {
    const stamp = sources[index];
    if (stamp === undefined) throw new TypeError('a stored fact names a source that is not there');
    return stamp;
  };
  const register = ([value, index]: StoredRegister): Register<unknown> => ({ value, stamp: stampAt(index) });
  const facts = Object.entries(item['facts'] as Record<string, StoredRegister>);
  const outcomes = Object.entries(item['outcomes'] as Record<string, number>);
  const phase = item['phase'] as StoredRegister | undefined;
  const state = {
    platform: item['platform'] as string,
    externalId: item['externalId'] as string,
    facts: Object.fromEntries(facts.map(([name, stored]) => [name, register(stored)])),
    outcomes: Object.fromEntries(outcomes.map(([name, index]) => [name, stampAt(index)])),
    ...(phase ? { phase: register(phase) } : {}),
  } as LotState;
  return {
    lotId,
    version: item['v'] as number,
    generation: item['generation'] as number,
    state,
    chunks: (item['chunks'] as [string, number][]).map(([id, entries]) => ({ id, entries })),
    bidCount: item['bidCount'] as number,
    lastDocument: item['lastDocument'] as string,
  };
}
