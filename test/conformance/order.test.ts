import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BidEntry, inBiddingOrder, indexBids, newEntries, toBidLog } from '#shared/domain/bid-log.ts';
import { type LotState, mergeLot, statusOf, unknownLot } from '#shared/domain/lot-state.ts';
import type { LotObservation } from '#shared/domain/observation.ts';
import { compareStamps, type Stamp } from '#shared/domain/stamp.ts';
import { addMs } from '#shared/domain/time.ts';
import type { AuctionPlatform } from '#shared/ports/auction-platform.ts';
import { acceptedOf, platformsRead } from './fixtures.ts';

const LOT = 'lot';
const DOCUMENTS = 8;

interface Sighting {
  readonly lot: LotObservation;
  readonly stamp: Stamp;
}

/** What the fixtures say of lots, told as if each spoke of the same lot, so that every two of them meet. */
function sightingsOf(platform: AuctionPlatform): readonly Sighting[] {
  return acceptedOf(platform).flatMap(({ name, document, mapped }) =>
    mapped.lots.map((lot, index) => ({
      lot: { ...lot, externalId: LOT },
      stamp: {
        at: mapped.clock ?? document.observedAt,
        rank: platform.manifest.documentKinds[document.kind]?.rank ?? 0,
        document: `${name}-${index}`,
      },
    })),
  );
}

/** Merges in the order of arrival; what is newer than a late document has its say again after it, oldest first. */
function fold(arrived: readonly Sighting[]): LotState {
  let state = unknownLot('platform', LOT);
  for (const [index, { lot, stamp }] of arrived.entries()) {
    state = mergeLot(state, lot, stamp);
    const newer = arrived.slice(0, index).filter((earlier) => compareStamps(earlier.stamp, stamp) > 0);
    for (const again of newer.toSorted((a, b) => compareStamps(a.stamp, b.stamp))) {
      state = mergeLot(state, again.lot, again.stamp);
    }
  }
  return state;
}

function valuesOf(state: LotState): unknown {
  const facts = Object.entries(state.facts).map(([name, register]) => [name, register.value]);
  return {
    status: statusOf(state),
    outcomes: Object.keys(state.outcomes).toSorted(),
    facts: Object.fromEntries(facts),
  };
}

function mergeBids(logs: readonly (readonly BidEntry[])[]): readonly BidEntry[] {
  const merged = logs.reduce((log, shown) => {
    return indexBids([...log.values(), ...newEntries(log, shown)]);
  }, indexBids([]));
  return inBiddingOrder(merged.values());
}

describe.each(platformsRead.map((platform) => ({ id: platform.manifest.id, platform })))(
  'documents of $id',
  ({ platform }) => {
    const sightings = sightingsOf(platform);
    const logs = acceptedOf(platform).flatMap(({ mapped }) => mapped.bids.map(({ bids }) => toBidLog(bids)));

    it('say the same of a lot in whatever order they arrive', () => {
      const some = fc
        .array(fc.record({ of: fc.constantFrom(...sightings), minutes: fc.nat(6) }), {
          minLength: 2,
          maxLength: DOCUMENTS,
        })
        .map((drawn) => drawn.map(({ of, minutes }, index) => moved(of, minutes, index)))
        .chain((drawn) => fc.tuple(fc.constant(drawn), shuffled(drawn)));

      fc.assert(
        fc.property(some, ([one, other]) => {
          expect(valuesOf(fold(other))).toEqual(valuesOf(fold(one)));
        }),
        { numRuns: 300 },
      );
      expect(sightings.length).toBeGreaterThan(0);
    });

    it.runIf(logs.length > 0)('say the same of its bids in whatever order they arrive, and however often', () => {
      fc.assert(
        fc.property(shuffled([...logs, ...logs]), (shuffledLogs) => {
          expect(mergeBids(shuffledLogs)).toEqual(mergeBids(logs));
        }),
        { numRuns: 50 },
      );
    });
  },
);

/** The sighting some minutes later, in a document of its own. */
function moved({ lot, stamp }: Sighting, minutes: number, index: number): Sighting {
  return { lot, stamp: { ...stamp, at: addMs(stamp.at, minutes * 60_000), document: `${stamp.document}-${index}` } };
}

function shuffled<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
}
