import { describe, expect, it } from 'vitest';
import { periodsOverlap } from '#shared/domain/asset/lock.ts';
import { claimOf } from '#shared/domain/listing/claim.ts';
import type { Listing } from '#shared/domain/listing/listing.ts';
import type { ListingTerms } from '#shared/domain/listing/terms.ts';
import type { ItemStore } from '#shared/ports/item-store.ts';
import { listingAggregate } from '#shared/services/desk/listing/listing-aggregate.ts';
import { submitListing } from '#shared/services/desk/listing/submit-listing.ts';
import { withdrawListing } from '#shared/services/desk/listing/withdraw-listing.ts';
import { load } from '#shared/services/events/load.ts';
import { aListingDesk, type ListingDesk, PEOPLE, POND } from '#test/support/desk.ts';
import { aDraft } from '#test/support/desk-journey.ts';
import { aLease, day } from '#test/support/desk-terms.ts';
import { type SeededRandom, seededRandom } from '#test/support/fixed-ambient.ts';

/** A store whose calls come in any order; now and then one fails, before it took effect or after. */
function unruly(records: ItemStore, random: SeededRandom, failing: number): ItemStore {
  const pause = async () => {
    for (let turns = random.below(12); turns > 0; turns--) await Promise.resolve();
  };
  return {
    get: (key) => pause().then(() => records.get(key)),
    query: (range) => pause().then(() => records.query(range)),
    put: async (item, condition) => {
      await pause();
      if (random.chance(failing)) throw new Error('crash before');
      const result = await records.put(item, condition);
      if (random.chance(failing)) throw new Error('crash after');
      return result;
    },
  };
}

const TERMS: readonly ListingTerms[] = [
  aLease(POND),
  aLease(POND, { lease: { ...aLease(POND).lease, startsOn: day('2026-01-01') } }),
  aLease(POND, { lease: { ...aLease(POND).lease, startsOn: day('2028-01-01') } }),
  aLease(POND, { items: [{ assetId: POND, parts: ['east'] }] }),
];
const REASONS = { justifications: [] };

async function listings(desk: ListingDesk, ids: readonly string[]): Promise<readonly Listing[]> {
  const loaded = await Promise.all(ids.map((id) => load(desk.ports, listingAggregate, id)));
  return loaded.flatMap((found) => found?.state ?? []);
}

/** Pairs that are both on their way to bidders and take the same days. Parts do not matter here: each takes the east pond. */
function twice(all: readonly Listing[]): readonly string[] {
  const open = all.filter(({ state }) => state !== 'draft' && state !== 'withdrawn');
  return open.flatMap((one, index) =>
    open.slice(index + 1).flatMap((other) => {
      const [a, b] = [claimOf(one.terms), claimOf(other.terms)];
      return a !== undefined && b !== undefined && periodsOverlap(a, b) ? [`${one.id} and ${other.id}`] : [];
    }),
  );
}

async function quietly(work: Promise<unknown>): Promise<void> {
  await work.catch(() => undefined);
}

describe('many clerks at once', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))('never offer the same pond twice (seed %i)', async (seed) => {
    const desk = await aListingDesk();
    const random = seededRandom(seed);
    const drafts = await Promise.all(TERMS.map((terms) => aDraft(desk, terms)));
    const ids = drafts.map(({ id }) => id);
    const ports = desk.over(unruly(desk.records, random, seed % 3 === 0 ? 0 : 0.05));
    const act = (id: string) =>
      random.chance(0.2)
        ? withdrawListing(PEOPLE.clerk, ports, id, desk.command(), { reason: '撤' })
        : submitListing(PEOPLE.clerk, ports, id, desk.command(), REASONS);

    for (let round = 0; round < 3; round++) {
      await Promise.all(random.shuffled([...ids, ...ids]).map((id) => quietly(act(id))));

      expect(twice(await listings(desk, ids))).toEqual([]);
    }
    for (const id of ids) await quietly(submitListing(PEOPLE.clerk, desk.ports, id, desk.command(), REASONS));
    const last = await listings(desk, ids);
    expect(twice(last)).toEqual([]);
    expect(last.every(({ state }) => state === 'withdrawn') || last.some(({ state }) => state === 'review')).toBe(true);
  });
});
