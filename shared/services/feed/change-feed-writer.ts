import type { Caller } from '../../domain/caller.ts';
import { type LotCard, toLotCard } from '../../domain/lot-card.ts';
import type { LotId } from '../../domain/lot-id.ts';
import type { LotsChanged } from '../../messages/lots-changed.ts';
import type { Clock } from '../../ports/ambient.ts';
import type { ItemStore } from '../../ports/item-store.ts';
import { requireRole } from '../authorise.ts';
import { keys } from '../records/keys.ts';
import { parseLotItem } from '../records/lot-record.ts';
import { catchUp, foldOfSnapshot } from './catch-up.ts';
import { toChangeItem } from './change-log.ts';
import type { FeedFold } from './feed-fold.ts';
import { CATALOGUE, publishSnapshots, readHead, type SnapshotPorts } from './snapshots.ts';

interface Ports extends SnapshotPorts {
  readonly clock: Clock;
}

/** A snapshot is due when its tail is an eighth of the catalogue, which a reader then has to read on top of it. */
const TAIL_SHARE = 8;
/** Nor does the tail grow beyond this many changes. */
const LONGEST_TAIL = 5000;

function isDue(tail: number, lots: number): boolean {
  return tail >= Math.min(Math.ceil(lots / TAIL_SHARE), LONGEST_TAIL);
}

async function readCard(records: ItemStore, lotId: LotId): Promise<LotCard | undefined> {
  const item = await records.get(keys.lot(lotId));
  if (item === undefined) return undefined;
  const record = parseLotItem(lotId, item);
  return toLotCard(record.state, record.version, record.bidCount);
}

/** Appends what the feed does not yet say of a lot; a lost race catches up and looks again. */
async function appendChange(ports: Ports, fold: FeedFold, lotId: LotId, causedBy: string): Promise<void> {
  for (;;) {
    const card = await readCard(ports.records, lotId);
    const known = fold.lots.get(lotId);
    if (card === undefined || (known !== undefined && known.version >= card.version)) return;
    const change = { sequence: fold.upToSeq + 1, at: ports.clock.now(), causedBy, card };
    if ((await ports.records.put(toChangeItem(change), 'absent')) === 'written') fold.apply([change]);
    else await catchUp(ports, fold);
  }
}

/** Writes the feed and publishes what it folds to. */
export interface ChangeFeedWriter {
  /** Writes the lots a message names, where the feed does not know their version yet. */
  append(caller: Caller, message: LotsChanged): Promise<void>;
  /** Publishes snapshots as of the last change when they are due, or whenever there is any news. */
  publish(caller: Caller, when: 'due' | 'any-news'): Promise<void>;
}

/**
 * The only writer of the change feed and of the snapshots. It keeps its fold between calls and catches up with what
 * others wrote meanwhile; a lost race is settled by the condition on the next sequence, so several may run at once.
 * Safe to repeat: a version already in the feed is not written again. Readers take the newest snapshot and the feed
 * after it, so a change is visible as soon as it is appended.
 */
export function changeFeedWriter(ports: Ports): ChangeFeedWriter {
  let kept: FeedFold | undefined;
  const upToDate = async () => {
    kept ??= await foldOfSnapshot(ports);
    await catchUp(ports, kept);
    return kept;
  };
  return {
    async append(caller, message) {
      requireRole(caller, 'system');
      const fold = await upToDate();
      for (const { lotId } of message.lots) await appendChange(ports, fold, lotId, message.causedBy);
    },
    async publish(caller, when) {
      requireRole(caller, 'system');
      const fold = await upToDate();
      const head = await readHead(ports.records, CATALOGUE);
      const tail = fold.upToSeq - (head?.upToSeq ?? -1);
      const hasNews = tail > 0 || head?.isCurrent === false;
      if (hasNews && (when === 'any-news' || isDue(tail, fold.lots.size))) await publishSnapshots(ports, fold);
    },
  };
}
