import { describe, expect, it } from 'vitest';
import { withdrawListing } from '#shared/services/desk/listing/withdraw-listing.ts';
import { PEOPLE } from '#test/support/desk.ts';
import { type SeededRandom, seededRandom } from '#test/support/fixed-ambient.ts';
import {
  anApproved,
  aPlacementDesk,
  attempted,
  listingNow,
  type PlacementDesk,
  placementNow,
  prepare,
  work,
} from './placement-desk.ts';

describe('withdrawing a listing the system publishes', () => {
  const body = { reason: '村里改变了主意' };

  it('closes the placement first while nothing was sent', async () => {
    const desk = await aPlacementDesk();
    const { listing, id } = await anApproved(desk);
    await prepare(desk, id);

    await withdrawListing(PEOPLE.office, desk.ports, listing.id, desk.command(), body);

    expect(await placementNow(desk, id)).toMatchObject({ state: 'withdrawn' });
    await expect(work(desk, id, attempted(desk))).rejects.toMatchObject({ code: 'PLACEMENT.STATE' });
  });

  it('is refused from the moment a call to the platform began', async () => {
    const desk = await aPlacementDesk();
    const { listing, id } = await anApproved(desk);
    await prepare(desk, id);
    await work(desk, id, attempted(desk));

    const asked = withdrawListing(PEOPLE.office, desk.ports, listing.id, desk.command(), body);

    await expect(asked).rejects.toMatchObject({ code: 'PLACEMENT.AT_PLATFORM' });
    expect((await listingNow(desk, listing.id)).state).toBe('handed-over');
  });

  it('and a call to the platform never both begin, whichever is faster', async () => {
    const outcomes = new Set<string>();
    for (let seed = 1; seed <= 20; seed += 1) {
      const desk = await aPlacementDesk();
      const { listing, id } = await anApproved(desk);
      await prepare(desk, id);
      const random = seededRandom(seed);
      const slow = slowed(desk, random);

      await Promise.allSettled([
        withdrawListing(PEOPLE.office, slow.ports, listing.id, desk.command(), body),
        later(random.below(200)).then(() => work(slowed(desk, random), id, attempted(desk))),
      ]);

      const { attempts } = await placementNow(desk, id);
      const { state } = await listingNow(desk, listing.id);
      outcomes.add(`${attempts} ${state}`);
    }

    expect([...outcomes].toSorted()).toEqual(['0 withdrawn', '1 handed-over']);
  });
});

/** The same desk over a store that answers after a while, so that two commands meet. */
function slowed(desk: PlacementDesk, random: SeededRandom): PlacementDesk {
  const pause = () => later(random.below(12));
  const records: PlacementDesk['records'] = {
    ...desk.records,
    get: async (key) => pause().then(() => desk.records.get(key)),
    put: async (item, condition) => pause().then(() => desk.records.put(item, condition)),
    query: async (range) => pause().then(() => desk.records.query(range)),
  };
  return { ...desk, records, ports: { ...desk.ports, records } };
}

async function later(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
}
