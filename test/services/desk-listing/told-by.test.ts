import { beforeEach, describe, expect, it } from 'vitest';
import { listingEffects } from '#shared/services/desk/listing/listing-effects.ts';
import { amendmentToldBy } from '#shared/services/desk/listing/told-by.ts';
import { aConnection, aPublishing } from '#test/services/inbound/a-pushing-platform.ts';
import { aListingDesk, type ListingDesk, POND, PUBLIC } from '#test/support/desk.ts';
import { approved, inReview } from '#test/support/desk-journey.ts';
import { aLease } from '#test/support/desk-terms.ts';

const PUBLISHING = aPublishing({ platform: PUBLIC });

let desk: ListingDesk;

beforeEach(async () => {
  const plain = await aListingDesk();
  const listing = listingEffects({ documents: () => plain.documents, publishing: [PUBLISHING] });
  desk = { ...plain, ports: { ...plain.ports, publishing: [PUBLISHING], effects: { listing } } };
});

async function connect(): Promise<void> {
  await desk.saveSetting('connections', [{ ...aConnection({ platform: PUBLIC }) }]);
}

describe('a platform is told of an amendment', () => {
  it('by the system where it is connected and takes changes by its interface', async () => {
    await connect();
    const listing = await approved(desk, aLease(POND));

    expect(await amendmentToldBy(desk.ports, listing)).toBe('system');
  });

  it('by a person where its interface takes no changes', async () => {
    await connect();
    const listing = await approved(desk, aLease(POND));
    const publishing = [{ ...PUBLISHING, amend: { no: 'it has no such call' } }];

    expect(await amendmentToldBy({ ...desk.ports, publishing }, listing)).toBe('person');
  });

  it('by a person where it got a package', async () => {
    const listing = await approved(desk, aLease(POND));

    expect(await amendmentToldBy(desk.ports, listing)).toBe('person');
  });

  it('by a person where nothing was handed over yet', async () => {
    await connect();
    const listing = await inReview(desk, aLease(POND));

    expect(await amendmentToldBy(desk.ports, listing)).toBe('person');
  });
});
