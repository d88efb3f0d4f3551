import type { Caller } from '../domain/caller.ts';
import type { JsonValue } from '../domain/json.ts';
import { type LotCard, toLotCard } from '../domain/lot-card.ts';
import type { LotId } from '../domain/lot-id.ts';
import type { LotsChanged } from '../messages/lots-changed.ts';
import type { Clock } from '../ports/ambient.ts';
import type { Item } from '../ports/item-store.ts';
import { requireRole } from './authorise.ts';
import {
  type Catalogue,
  EMPTY_CATALOGUE,
  loadCatalogue,
  publishCatalogue,
  readHead,
  type SnapshotPorts,
} from './catalogue-snapshot.ts';
import { CHANGES_PER_PARTITION, keys } from './records/keys.ts';
import { parseLotItem } from './records/lot-record.ts';

interface Ports extends SnapshotPorts {
  readonly clock: Clock;
}

/** One change of the feed (变更流), in the order it was written. */
export interface ChangeEntry {
  readonly sequence: number;
  readonly card: LotCard;
}

function parseChange(item: Item): ChangeEntry {
  return { sequence: Number(item.sk), card: item['card'] as unknown as LotCard };
}

/** The changes after a sequence, oldest first, up to the end of the feed. */
async function changesAfter(ports: SnapshotPorts, sequence: number): Promise<readonly ChangeEntry[]> {
  const found: ChangeEntry[] = [];
  for (let next = sequence + 1; ; next = (Math.floor(next / CHANGES_PER_PARTITION) + 1) * CHANGES_PER_PARTITION) {
    const { pk, sk } = keys.change(next);
    const items = await ports.records.query({ pk, from: sk });
    if (items.length === 0) return found;
    found.push(...items.map(parseChange));
  }
}

function fold(catalogue: Catalogue, changes: readonly ChangeEntry[]): Catalogue {
  const last = changes.at(-1);
  if (last === undefined) return catalogue;
  const lots = new Map(catalogue.lots);
  for (const { card } of changes) lots.set(card.lotId, card);
  return { upToSeq: last.sequence, lots };
}

async function catchUp(ports: SnapshotPorts, known: Catalogue): Promise<Catalogue> {
  let base = known;
  if (known === EMPTY_CATALOGUE) {
    const head = await readHead(ports.records);
    if (head !== undefined) base = await loadCatalogue(ports.snapshots, head);
  }
  return fold(base, await changesAfter(ports, base.upToSeq));
}

async function readCard(ports: SnapshotPorts, lotId: LotId): Promise<LotCard | undefined> {
  const item = await ports.records.get(keys.lot(lotId));
  if (item === undefined) return undefined;
  const record = parseLotItem(lotId, item);
  return toLotCard(record.state, record.version, record.bidCount);
}

/** Appends what the feed does not yet say of a lot; a lost race catches up and looks again. */
async function appendChange(ports: Ports, catalogue: Catalogue, lotId: LotId, causedBy: string): Promise<Catalogue> {
  let current = catalogue;
  for (;;) {
    const card = await readCard(ports, lotId);
    const known = current.lots.get(lotId);
    if (card === undefined || (known !== undefined && known.version >= card.version)) return current;
    const sequence = current.upToSeq + 1;
    const entry = { at: ports.clock.now(), causedBy, card: card as unknown as JsonValue };
    const put = await ports.records.put({ ...keys.change(sequence), schema: 1, ...entry }, 'absent');
    current = put === 'written' ? fold(current, [{ sequence, card }]) : await catchUp(ports, current);
  }
}

/** Writes the feed and publishes what it folds to. */
export interface ChangeFeedWriter {
  /** Writes the lots a message names, where the feed does not know their version yet. */
  append(caller: Caller, message: LotsChanged): Promise<void>;
  /** Publishes the catalogue as of the last change; call it once after a batch, before acknowledging it. */
  publish(caller: Caller): Promise<void>;
}

/**
 * The only writer of the change feed and the catalogue. It keeps the catalogue between calls and catches up with what
 * others wrote meanwhile; a lost race is settled by the condition on the next sequence, so several may run at once.
 * Safe to repeat: a version already in the feed is not written again.
 */
export function changeFeedWriter(ports: Ports): ChangeFeedWriter {
  let catalogue = EMPTY_CATALOGUE;
  return {
    async append(caller, message) {
      requireRole(caller, 'system');
      let current = await catchUp(ports, catalogue);
      for (const { lotId } of message.lots) current = await appendChange(ports, current, lotId, message.causedBy);
      catalogue = current;
    },
    async publish(caller) {
      requireRole(caller, 'system');
      catalogue = await catchUp(ports, catalogue);
      if (catalogue.upToSeq >= 0) await publishCatalogue(ports, catalogue);
    },
  };
}
