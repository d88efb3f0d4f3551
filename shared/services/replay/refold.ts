import { inBiddingOrder } from '../../domain/bid-log.ts';
import type { LotId } from '../../domain/lot-id.ts';
import type { Stamp } from '../../domain/stamp.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Hash } from '../../ports/ambient.ts';
import type { ItemStore } from '../../ports/item-store.ts';
import { planChunks } from '../records/bid-chunks.ts';
import { keys } from '../records/keys.ts';
import { type LotRecord, toLotItem } from '../records/lot-record.ts';
import { type FoldedLot, foldLot } from './fold-lot.ts';
import { type LotBefore, readLotBefore, toLotReplay } from './lot-before.ts';
import { isSameToTheSource, type LotContent } from './lot-content.ts';
import type { LotReplay } from './replay-report.ts';
import { documentsShowing } from './survey.ts';
import type { Today } from './today.ts';

interface Ports {
  readonly records: ItemStore;
  readonly hash: Hash;
}

/** A lot folded again, and whether its version is to be announced (again). */
export interface RefoldedLot extends LotReplay {
  readonly lotId: LotId;
  readonly announce: boolean;
}

/** Lost races, and looks that found a new document, before the message goes back to the queue. */
const ROUNDS = 8;

/** What the record of a lot names as its last document when a part of a replay wrote it: redelivered, the part finds itself. */
function markOf({ replayId, part }: ReplayPartName): string {
  return `${replayCause(replayId)}#${part}`;
}

/** What a replay calls itself in the change feed. */
export function replayCause(replayId: string): string {
  return `replay:${replayId}`;
}

/** Which part of which replay. */
interface ReplayPartName {
  readonly replayId: string;
  readonly part: number;
}

/** Enters the documents that told something in the lot's index, where it lacks them or names a version never committed. */
async function indexDocuments(records: ItemStore, lotId: LotId, told: readonly Stamp[], committed: number) {
  const known = new Map((await records.query(keys.lotDocuments(lotId))).map((item) => [item.sk, Number(item['v'])]));
  for (const stamp of told) {
    const key = keys.lotDocument(lotId, stamp);
    const version = known.get(key.sk);
    if (version !== undefined && version <= committed) continue;
    await records.put({ ...key, schema: 1, v: committed + 1 }, 'any');
  }
}

/** Puts what the record will name, then flips it to a new generation, if it is still the one that was read. */
async function flip(
  ports: Ports,
  { lotId, record }: LotBefore,
  { state, bids }: LotContent,
  told: readonly Stamp[],
  lastDocument: string,
): Promise<'written' | 'refused'> {
  const committed = record?.version ?? 0;
  const place = { lotId, generation: (record?.generation ?? 0) + 1, chunks: [] };
  const plan = planChunks(ports.hash, place, { log: new Map(), tail: [] }, inBiddingOrder(bids.values()));
  for (const item of plan.items) await ports.records.put(item, 'any');
  await indexDocuments(ports.records, lotId, told, committed);
  const { chunks, bidCount } = plan;
  const next: LotRecord = { ...place, version: committed + 1, state, chunks, bidCount, lastDocument };
  return ports.records.put(toLotItem(next), record === undefined ? 'absent' : { version: committed });
}

type Attempt = { readonly folded: FoldedLot; readonly version: number; readonly written: boolean };

async function attempt(
  ports: Ports,
  today: Today,
  before: LotBefore,
  documents: Iterable<string>,
  mark: string,
): Promise<Attempt | 'refused'> {
  const { lotId, record } = before;
  const folded = await foldLot(today, lotId, documents);
  const { content, told } = folded;
  const version = record?.version ?? 0;
  const stands = record !== undefined && content !== undefined && isSameToTheSource(before.content, content);
  if (content === undefined || stands) return { folded, version, written: false };
  const answer = await flip(ports, before, content, told, mark);
  return answer === 'refused' ? 'refused' : { folded, version: version + 1, written: true };
}

/** What one batch of lots has come to. */
interface Batch {
  readonly ports: Ports;
  readonly today: Today;
  readonly mark: string;
  /** Each lot as it was found first. */
  readonly found: Map<LotId, LotBefore>;
  /** The documents each lot was last written from. */
  readonly writtenFrom: Map<LotId, ReadonlySet<string>>;
  readonly refolded: Map<LotId, RefoldedLot>;
}

function isCovered(documents: ReadonlySet<string>, by: ReadonlySet<string> | undefined): boolean {
  return by !== undefined && [...documents].every((documentId) => by.has(documentId));
}

/** Folds one lot again. Says whether it is to be looked at again. */
async function refoldLot(batch: Batch, before: LotBefore, documents: ReadonlySet<string>): Promise<boolean> {
  const { ports, mark, refolded } = batch;
  const { lotId } = before;
  if (isCovered(documents, batch.writtenFrom.get(lotId))) return false;
  const first = batch.found.get(lotId) ?? before;
  batch.found.set(lotId, first);
  const answer = await attempt(ports, batch.today, before, documents, mark);
  if (answer === 'refused') return true;
  if (answer.written) batch.writtenFrom.set(lotId, documents);
  const replay = toLotReplay(ports.hash, first, answer.folded, answer.version);
  const changed = replay.changed || first.record?.lastDocument === mark;
  const ours = answer.written || before.record?.lastDocument === mark;
  const announce = ours || refolded.get(lotId)?.announce === true;
  refolded.set(lotId, { ...replay, lotId, changed, announce });
  return answer.written;
}

/** One look at all the lots. Answers those to be looked at again. */
async function refoldRound(batch: Batch, lots: readonly LotId[]): Promise<readonly LotId[]> {
  const { records } = batch.ports;
  const looked: LotBefore[] = [];
  for (const lotId of lots) looked.push(await readLotBefore(records, lotId));
  const shown = await documentsShowing(records, lots);
  const again: LotId[] = [];
  for (const before of looked) {
    if (await refoldLot(batch, before, shown.get(before.lotId) ?? new Set())) again.push(before.lotId);
  }
  return again;
}

/**
 * Folds lots again from nothing with today's mappings and writes those that come out otherwise, each by one conditional put.
 * The record is read before the documents are listed, so that no document it was written from is missed. After a write the
 * list is looked at again: a document entered meanwhile may have found nothing to say against the record as it was before.
 * A lot that no document shows any more is left as it is.
 * @throws AppError `STORE.CONTENTION` when lots go on changing, and what reading documents throws
 */
export async function refoldLots(
  ports: Ports,
  today: Today,
  lots: ReadonlySet<LotId>,
  name: ReplayPartName,
): Promise<readonly RefoldedLot[]> {
  const mark = markOf(name);
  const batch: Batch = { ports, today, mark, found: new Map(), writtenFrom: new Map(), refolded: new Map() };
  let pending: readonly LotId[] = [...lots];
  for (let round = 0; round < ROUNDS && pending.length > 0; round++) pending = await refoldRound(batch, pending);
  if (pending.length === 0) return [...batch.refolded.values()];
  throw new AppError('STORE.CONTENTION', 'lots changed under every attempt', { details: { lots: [...pending] } });
}
