import { BID_STANDINGS, type BidObservation } from '#shared/domain/bid.ts';
import { contradictionsOf, type LotState, mergeLot, restsOn, statusOf, unknownLot } from '#shared/domain/lot-state.ts';
import type { LotObservation } from '#shared/domain/observation.ts';
import { compareStamps, type Stamp } from '#shared/domain/stamp.ts';
import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import type { SeededRandom } from '#test/support/fixed-ambient.ts';
import type { VirtualLot } from './virtual-lot.ts';
import { manifest } from './virtual-platform.ts';

/** A mapped document and its place in the order of sources. */
export interface StampedDocument {
  readonly stamp: Stamp;
  readonly says: MappedDocument;
}

interface Word {
  readonly stamp: Stamp;
  readonly observation: LotObservation;
}

/** What documents say of a lot, oldest source first. */
function wordsOn(documents: readonly StampedDocument[], externalId: string): readonly Word[] {
  const words = documents.flatMap(({ stamp, says }) =>
    says.lots.filter((lot) => lot.externalId === externalId).map((observation) => ({ stamp, observation })),
  );
  return words.sort((a, b) => compareStamps(a.stamp, b.stamp));
}

/** The state after every document, in source order. */
export function foldInSourceOrder(documents: readonly StampedDocument[], externalId: string): LotState {
  let state = unknownLot(manifest.id, externalId);
  for (const { stamp, observation } of wordsOn(documents, externalId)) state = mergeLot(state, observation, stamp);
  return state;
}

/** The state after every document in some other order, each late one followed by the documents later than it. */
export function foldInAnyOrder(
  random: SeededRandom,
  documents: readonly StampedDocument[],
  externalId: string,
): LotState {
  const words = wordsOn(documents, externalId);
  const arrived: Word[] = [];
  let state = unknownLot(manifest.id, externalId);
  for (const word of random.shuffled(words)) {
    state = mergeLot(state, word.observation, word.stamp);
    arrived.push(word);
    if (!restsOn(state, word.stamp.document)) continue;
    const later = arrived.filter(({ stamp }) => compareStamps(stamp, word.stamp) > 0);
    later.sort((a, b) => compareStamps(a.stamp, b.stamp));
    for (const again of later) state = mergeLot(state, again.observation, again.stamp);
  }
  return state;
}

/** What a state says: the values, not the documents they were read in. */
export function valuesOf(state: LotState) {
  const facts = Object.entries(state.facts).map(([name, register]) => [name, register.value]);
  return {
    facts: Object.fromEntries(facts),
    status: statusOf(state),
    outcomes: Object.keys(state.outcomes).sort(),
    contradictions: contradictionsOf(state),
  };
}

/** What the newest document that speaks of a lot's deposits says of them; undefined: none speaks of them. */
export function expectedDeposits(documents: readonly StampedDocument[], externalId: string) {
  const words = documents.flatMap(({ stamp, says }) =>
    (says.deposits ?? []).filter((one) => one.externalId === externalId).map((one) => ({ stamp, says: one })),
  );
  return words.sort((a, b) => compareStamps(a.stamp, b.stamp)).at(-1);
}

/** Text of one bid of a log with how often and how well informed it stands there. */
export function bidText(bid: Omit<BidObservation, 'standing'>, count: number, standing: string): string {
  const identity = bid.platformBidId ?? `${bid.at.slice(0, 19)} ${bid.price} ${bid.bidder}`;
  return `${identity} x${count} ${standing}`;
}

function group(
  bids: readonly Omit<BidObservation, 'standing'>[],
): Map<string, { bid: (typeof bids)[number]; count: number }> {
  const groups = new Map<string, { bid: (typeof bids)[number]; count: number }>();
  for (const bid of bids) {
    const identity = bidText(bid, 1, '');
    const known = groups.get(identity);
    groups.set(identity, { bid, count: bid.platformBidId === undefined ? (known?.count ?? 0) + 1 : 1 });
  }
  return groups;
}

/** The true log of a lot: every bid the platform keeps, with the most any page told of its standing. */
export function expectedBids(lot: VirtualLot, documents: readonly StampedDocument[]): readonly string[] {
  const best = new Map<string, number>();
  for (const shown of documents.flatMap(({ says }) => says.bids)) {
    if (shown.externalId !== lot.externalId) continue;
    for (const bid of shown.bids) {
      const identity = bidText(bid, 1, '');
      best.set(identity, Math.max(best.get(identity) ?? 0, BID_STANDINGS.indexOf(bid.standing)));
    }
  }
  const kept = group(lot.bids.map(({ bid }) => bid));
  return [...kept]
    .map(([identity, { bid, count }]) => bidText(bid, count, BID_STANDINGS[best.get(identity) ?? 0] ?? ''))
    .sort();
}
