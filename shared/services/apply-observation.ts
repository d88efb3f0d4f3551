import { type BidEntry, newEntries } from '../domain/bid-log.ts';
import type { LotId } from '../domain/lot-id.ts';
import { mergeLot, restsOn, unknownLot } from '../domain/lot-state.ts';
import type { LotObservation } from '../domain/observation.ts';
import type { Stamp } from '../domain/stamp.ts';
import { AppError } from '../errors/app-error.ts';
import type { Hash } from '../ports/ambient.ts';
import type { ItemStore } from '../ports/item-store.ts';
import { planChunks, readBids } from './records/bid-chunks.ts';
import { keys } from './records/keys.ts';
import { type LotRecord, parseLotItem, toLotItem } from './records/lot-record.ts';

interface Ports {
  readonly records: ItemStore;
  readonly hash: Hash;
}

/** Everything one document says of one lot. */
export interface Sighting {
  readonly lotId: LotId;
  readonly externalId: string;
  readonly lot?: LotObservation;
  /** The log of bids it shows. */
  readonly bids?: readonly BidEntry[];
}

/** Which document is being applied. */
export interface Cause {
  readonly platform: string;
  readonly stamp: Stamp;
}

/** What applying left: the version to announce, when anything is to be announced. */
export interface Applied {
  readonly version: number;
  /** The last write merged this very document: its change must be announced (again). */
  readonly announce: boolean;
  /** A fact of the record now rests on this document: documents later than it must have their say again. */
  readonly restsOnIt: boolean;
}

/** Lost races before the message goes back to the queue. */
const ATTEMPTS = 8;

async function readRecord(store: ItemStore, lotId: LotId): Promise<LotRecord | undefined> {
  const item = await store.get(keys.lot(lotId));
  return item === undefined ? undefined : parseLotItem(lotId, item);
}

function freshRecord(cause: Cause, sighting: Sighting): LotRecord {
  return {
    lotId: sighting.lotId,
    version: 0,
    generation: 1,
    state: unknownLot(cause.platform, sighting.externalId),
    chunks: [],
    bidCount: 0,
    lastDocument: '',
  };
}

/** One attempt: read, merge, put what the commit will name, commit. */
async function attempt(ports: Ports, cause: Cause, sighting: Sighting): Promise<Applied | 'refused'> {
  const { document } = cause.stamp;
  const known = await readRecord(ports.records, sighting.lotId);
  const record = known ?? freshRecord(cause, sighting);
  const state = sighting.lot ? mergeLot(record.state, sighting.lot, cause.stamp) : record.state;
  const shown = sighting.bids ?? [];
  const stored = shown.length > 0 ? await readBids(ports.records, record) : { log: new Map(), tail: [] };
  const added = newEntries(stored.log, shown);
  if (known !== undefined && state === record.state && added.length === 0) {
    const announce = known.lastDocument === document;
    return { version: known.version, announce, restsOnIt: restsOn(known.state, document) };
  }
  const plan = added.length > 0 ? planChunks(ports.hash, record, stored, added) : undefined;
  for (const item of plan?.items ?? []) await ports.records.put(item, 'any');
  const version = record.version + 1;
  await ports.records.put({ ...keys.lotDocument(sighting.lotId, cause.stamp), schema: 1, v: version }, 'any');
  const next: LotRecord = {
    ...record,
    state,
    version,
    chunks: plan?.chunks ?? record.chunks,
    bidCount: plan?.bidCount ?? record.bidCount,
    lastDocument: document,
  };
  const condition = known === undefined ? 'absent' : { version: known.version };
  const committed = await ports.records.put(toLotItem(next), condition);
  if (committed === 'refused') return 'refused';
  return { version: next.version, announce: true, restsOnIt: restsOn(state, document) };
}

/**
 * Merges one sighting into the lot's record by one conditional write. Safe to repeat: the second time nothing is written,
 * and the change is announced again only while this document was the last one written.
 * @throws AppError `STORE.CONTENTION` after eight lost races
 */
export async function applySighting(ports: Ports, cause: Cause, sighting: Sighting): Promise<Applied> {
  for (let tries = 0; tries < ATTEMPTS; tries++) {
    const applied = await attempt(ports, cause, sighting);
    if (applied !== 'refused') return applied;
  }
  throw new AppError('STORE.CONTENTION', 'the lot changed under every attempt', { details: { lotId: sighting.lotId } });
}
