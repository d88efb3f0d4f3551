import type { BidStanding } from '../../domain/bid.ts';
import { type BidEntry, countBids, indexBids } from '../../domain/bid-log.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import type { Fen } from '../../domain/money.ts';
import { fromEpochMs, toEpochMs } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Hash } from '../../ports/ambient.ts';
import type { Item, ItemStore } from '../../ports/item-store.ts';
import { keys } from './keys.ts';
import type { ChunkName, LotRecord } from './lot-record.ts';

/** Key and entries of one chunk as UTF-8 JSON, which is never shorter than the stored form: one write unit of 1 KB. */
const CHUNK_BYTES = 1000;
/** About one entry: a last chunk with less room than this is full. */
const ENTRY_BYTES = 48;
const CHUNK_ID_CHARACTERS = 12;
const utf8 = new TextEncoder();

type StoredBid =
  | readonly [second: number, fen: number, bidder: string, count: number, standing: string]
  | readonly [second: number, fen: number, bidder: string, count: number, standing: string, id: string];

function toStored(entry: BidEntry): StoredBid {
  const core = [toEpochMs(entry.at) / 1000, entry.price, entry.bidder, entry.count, entry.standing] as const;
  return entry.platformBidId === undefined ? core : [...core, entry.platformBidId];
}

function fromStored([second, price, bidder, count, standing, id]: StoredBid): BidEntry {
  return {
    at: fromEpochMs(second * 1000),
    price: price as Fen,
    bidder,
    count,
    standing: standing as BidStanding,
    ...(id === undefined ? {} : { platformBidId: id }),
  };
}

/** A lot's bids as stored: the whole log, and the entries of the last chunk, which may have room. */
export interface StoredBids {
  readonly log: ReadonlyMap<string, BidEntry>;
  readonly tail: readonly BidEntry[];
}

/**
 * Reads the bids a record names. A chunk written later may restate an entry of an earlier one: the later counts.
 * @throws AppError `STORE.CONTENTION` when a named chunk is missing
 */
export async function readBids(store: ItemStore, record: LotRecord): Promise<StoredBids> {
  const items = await Promise.all(
    record.chunks.map((chunk) => store.get(keys.bidChunk(record.lotId, record.generation, chunk.id))),
  );
  const chunks = items.map((item) => {
    if (item === undefined) throw new AppError('STORE.CONTENTION', 'a named bid chunk is missing');
    return (item['bids'] as unknown as StoredBid[]).map(fromStored);
  });
  return { log: indexBids(chunks.flat()), tail: chunks.at(-1) ?? [] };
}

/** Chunks to put before the commit, and the names the committed state will carry. */
export interface ChunkPlan {
  readonly chunks: readonly ChunkName[];
  readonly items: readonly Item[];
  readonly bidCount: number;
}

function sizeOf(entry: BidEntry): number {
  return utf8.encode(JSON.stringify(toStored(entry))).length + 1;
}

function cut(entries: readonly BidEntry[], roomOfChunk: number): BidEntry[][] {
  const pieces: BidEntry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const size = sizeOf(entry);
    if (pieces.length === 0 || size > room) {
      pieces.push([]);
      room = roomOfChunk;
    }
    pieces.at(-1)?.push(entry);
    room -= size;
  }
  return pieces;
}

/**
 * Plans how to store entries that say more than the log: a last chunk with room is rewritten together with them,
 * full chunks stay untouched.
 */
export function planChunks(
  hash: Hash,
  record: Pick<LotRecord, 'lotId' | 'generation' | 'chunks'>,
  stored: StoredBids,
  added: readonly BidEntry[],
): ChunkPlan {
  const key = keys.bidChunk(record.lotId, record.generation, ''.padEnd(CHUNK_ID_CHARACTERS));
  const room = CHUNK_BYTES - key.pk.length - key.sk.length;
  const tailBytes = stored.tail.reduce((sum, entry) => sum + sizeOf(entry), 0);
  const tailHasRoom = record.chunks.length > 0 && tailBytes < room - ENTRY_BYTES;
  const kept = tailHasRoom ? record.chunks.slice(0, -1) : record.chunks;
  const entries = tailHasRoom ? [...indexBids([...stored.tail, ...added]).values()] : added;
  const items: Item[] = [];
  const names: ChunkName[] = [];
  for (const piece of cut(entries, room)) {
    const bids = piece.map(toStored);
    const id = hash.sha256(canonicalJson(bids)).slice(0, CHUNK_ID_CHARACTERS);
    names.push({ id, entries: piece.length });
    items.push({ ...keys.bidChunk(record.lotId, record.generation, id), bids });
  }
  const whole = indexBids([...stored.log.values(), ...added]);
  return { chunks: [...kept, ...names], items, bidCount: countBids(whole.values()) };
}
