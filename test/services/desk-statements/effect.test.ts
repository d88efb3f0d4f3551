import { describe, expect, it } from 'vitest';
import { PUBLIC_CALLER, systemCaller } from '#shared/domain/caller.ts';
import { clockOf } from '#shared/domain/timeliness/clock-of.ts';
import { clockById } from '#shared/domain/timeliness/clocks.ts';
import { editListing } from '#shared/services/desk/listing/edit-listing.ts';
import { listingEffects } from '#shared/services/desk/listing/listing-effects.ts';
import { returnListing } from '#shared/services/desk/listing/return-listing.ts';
import { sweepEvents } from '#shared/services/events/sweep.ts';
import { normaliseDocument } from '#shared/services/normalise-document.ts';
import { readLot } from '#shared/services/read-lot.ts';
import { storedStatements } from '#test/simulation/desk-statements.ts';
import { virtualPlatform } from '#test/simulation/virtual-platform.ts';
import { aListingDesk, type ListingDesk, PEOPLE, POND, PUBLIC } from '#test/support/desk.ts';
import { approved, inReview, pass, place, submit } from '#test/support/desk-journey.ts';
import { aLease } from '#test/support/desk-terms.ts';
import { memoryQueue } from '#test/support/memory-queue.ts';

const DAY_MS = 86_400_000;
const LOT = `${PUBLIC}.7788`;

/** Maps every document there is, as the queue of arrivals would have it. */
async function mapAll({ documents, records, ports }: ListingDesk): Promise<void> {
  const [manifest] = ports.platforms;
  if (manifest === undefined) throw new RangeError('no platform');
  const platforms = [{ ...virtualPlatform, manifest }];
  const normalising = { documents, records, platforms, changes: memoryQueue(), hash: ports.hash };
  for (const key of await documents.list('documents/')) {
    await normaliseDocument(systemCaller('normalise'), normalising, key.slice('documents/'.length));
  }
}

describe('a listing placed on a platform', () => {
  it('has its clocks of approval and correction in the facts of its lot', async () => {
    const desk = await aListingDesk();
    const { id } = await inReview(desk, aLease(POND));
    desk.clock.advance(DAY_MS);
    await returnListing(PEOPLE.township, desk.ports, id, desk.command(), { step: 'township', reason: '请核对' });
    desk.clock.advance(2 * DAY_MS);
    await editListing(PEOPLE.clerk, desk.ports, id, desk.command(), { terms: aLease(POND, { remarks: '已核对' }) });
    await submit(desk, id);
    desk.clock.advance(DAY_MS);
    await pass(desk, id, 'township', PEOPLE.township);
    await pass(desk, id, 'office', PEOPLE.office);
    desk.clock.advance(DAY_MS);
    await place(desk, id, LOT);

    await mapAll(desk);

    const { card } = await readLot(PUBLIC_CALLER, desk, LOT);
    const state = (clock: 'approval' | 'correction') => clockOf(card, clockById(clock), desk.clock.now());
    expect(state('approval')).toMatchObject({ state: 'done', value: 2 });
    expect(state('correction')).toMatchObject({ state: 'done', value: 2 });
    expect(card).toMatchObject({ reference: id, materialsCompleteAt: desk.clock.now(), status: 'unknown' });
  });

  it('states nothing of a lot whose number the address did not tell', async () => {
    const desk = await aListingDesk();
    const { id } = await approved(desk, aLease(POND));

    await place(desk, id);

    expect(await desk.documents.list('documents/')).toEqual([]);
  });

  it('says no name, no price and no paper', async () => {
    const desk = await aListingDesk();
    const { id } = await approved(desk, aLease(POND));
    await place(desk, id, LOT);

    const [stated] = await storedStatements(desk);

    expect(Object.keys(stated?.statement ?? {}).sort()).toEqual(
      [
        'approvedAt',
        'corrections',
        'handedOverAt',
        'listing',
        'liveAt',
        'round',
        'schema',
        'submittedAt',
        'url',
      ].sort(),
    );
  });

  it('is stated by the sweeper when the bucket was not there, once', async () => {
    const desk = await aListingDesk();
    const { id } = await approved(desk, aLease(POND));
    const broken = () => {
      throw new Error('no bucket');
    };
    const ports = { ...desk.ports, effects: { listing: listingEffects({ documents: broken, publishing: [] }) } };
    await place({ ...desk, ports }, id, LOT);
    expect(await desk.documents.list('documents/')).toEqual([]);
    desk.clock.advance(DAY_MS);

    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    for (let run = 0; run < 2; run++) {
      await sweepEvents(systemCaller('sweep'), { ...desk.ports, due: desk.records, log });
    }

    expect(await desk.documents.list('documents/')).toHaveLength(1);
  });
});
