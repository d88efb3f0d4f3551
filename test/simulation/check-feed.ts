import { canonicalJson } from '#shared/domain/canonical.ts';
import { type LotCard, toLotCard } from '#shared/domain/lot-card.ts';
import { parseLotId } from '#shared/domain/lot-id.ts';
import { catchUp, foldOfSnapshot } from '#shared/services/feed/catch-up.ts';
import { changesAfter } from '#shared/services/feed/change-log.ts';
import { type FeedFold, feedFold } from '#shared/services/feed/feed-fold.ts';
import { CATALOGUE, hashOfSnapshot, readHeads, type SnapshotHead } from '#shared/services/feed/snapshots.ts';
import { parseLotItem } from '#shared/services/records/lot-record.ts';
import { compression } from '#test/support/compression.ts';
import { sha256 } from '#test/support/fixed-ambient.ts';
import type { System } from './system.ts';

/** Cards made anew from the table alone. */
function cardsOfStates(system: System): readonly LotCard[] {
  const states = system.stored.items('LOT#').filter(({ sk }) => sk === 'STATE');
  return states.map((item) => {
    const lotId = parseLotId(item.pk.slice('LOT#'.length));
    if (lotId === undefined) throw new TypeError('a state lies under a key that is no lot id');
    const { state, version, bidCount } = parseLotItem(lotId, item);
    return toLotCard(state, version, bidCount);
  });
}

function byLot(cards: Iterable<LotCard>): string {
  return canonicalJson([...cards].sort((a, b) => (a.lotId < b.lotId ? -1 : 1)));
}

/** What the feed folds to up to each place a head names, the places in rising order. */
function* foldsAt(changes: Parameters<FeedFold['apply']>[0], heads: readonly SnapshotHead[]) {
  const fold = feedFold();
  for (const head of heads.toSorted((a, b) => a.upToSeq - b.upToSeq)) {
    fold.apply(changes.filter(({ sequence }) => sequence <= head.upToSeq));
    yield { head, fold };
  }
}

/**
 * Holds the feed and what is derived from it against the table: the feed ends in what the states say, each snapshot is
 * the fold of the feed up to where its head says, and those published last are the same made from the table.
 */
export async function checkFeed(system: System): Promise<void> {
  const complain = (complaint: string) => system.complaints.push(complaint);
  const changes = await changesAfter(system.stored, -1);
  if (changes.some(({ sequence }, index) => sequence !== index)) complain('the feed has gaps');
  const cards = cardsOfStates(system);
  const whole = feedFold();
  whole.apply(changes);
  if (byLot(whole.lots.values()) !== byLot(cards)) complain('the last cards of the feed are not those of the states');
  const seen = await foldOfSnapshot({ ...system, records: system.stored, compression });
  await catchUp({ ...system, records: system.stored, compression }, seen);
  if (byLot(seen.lots.values()) !== byLot(cards)) complain('a reader does not see what the states say');
  const heads = await readHeads(system.stored);
  if (cards.length > 0 && !heads.some(({ name }) => name === CATALOGUE)) complain('no catalogue is published');
  for (const { head, fold } of foldsAt(changes, heads)) {
    if (head.etag !== hashOfSnapshot(sha256, head.name, [...fold.lots.values()]))
      complain(`${head.name} is not the fold of the feed`);
    if (head.upToSeq !== whole.upToSeq) complain(`${head.name} is not as of the end of the feed`);
    if (head.etag !== hashOfSnapshot(sha256, head.name, cards)) complain(`${head.name} is not what the table says`);
  }
}
