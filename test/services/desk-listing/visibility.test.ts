import { describe, expect, it } from 'vitest';
import { PUBLIC_CALLER, systemCaller } from '#shared/domain/caller.ts';
import { amendListing } from '#shared/services/desk/listing/amend-listing.ts';
import { editListing } from '#shared/services/desk/listing/edit-listing.ts';
import { listingsOfAsset, listListings } from '#shared/services/desk/listing/list-listings.ts';
import { readListingLog } from '#shared/services/desk/listing/listing-log.ts';
import { readListing } from '#shared/services/desk/listing/read-listing.ts';
import { withdrawListing } from '#shared/services/desk/listing/withdraw-listing.ts';
import { aListingDesk, PEOPLE, POND } from '#test/support/desk.ts';
import { approved, end, inReview, place } from '#test/support/desk-journey.ts';
import { aLease } from '#test/support/desk-terms.ts';

const STRANGERS = [
  ['a clerk of another village', PEOPLE.foreignClerk],
  ['a clerk of a unit', PEOPLE.unitClerk],
  ['another township', PEOPLE.foreignTownship],
  ['the bureau of the other kind of owner', PEOPLE.stateBureau],
  ['a platform that was not chosen', PEOPLE.foreignOperator],
  ['anyone', PUBLIC_CALLER],
] as const;

describe('a listing', () => {
  it.each(STRANGERS)('does not exist for %s', async (_, stranger) => {
    const desk = await aListingDesk();
    const { id } = await approved(desk, aLease(POND));

    await expect(readListing(stranger, desk.ports, id)).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
    await expect(withdrawListing(stranger, desk.ports, id, desk.command(), { reason: '撤' })).rejects.toMatchObject({
      code: 'RESOURCE.NOT_FOUND',
    });
    await expect(editListing(stranger, desk.ports, id, desk.command(), { terms: aLease(POND) })).rejects.toMatchObject({
      code: 'RESOURCE.NOT_FOUND',
    });
    expect(await listListings(stranger, desk.ports)).toEqual([]);
    expect(await listingsOfAsset(stranger, desk.ports, POND)).toEqual([]);
  });

  it('shows to the operator of its platform only once it is approved', async () => {
    const desk = await aListingDesk();
    const { id } = await inReview(desk, aLease(POND));

    await expect(readListing(PEOPLE.operator, desk.ports, id)).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
    expect(await listListings(PEOPLE.operator, desk.ports)).toEqual([]);
  });

  it('shows to the operator after, in lists too', async () => {
    const desk = await aListingDesk();
    const { id } = await approved(desk, aLease(POND));

    const { listing } = await readListing(PEOPLE.operator, desk.ports, id);
    const cards = await listListings(PEOPLE.operator, desk.ports);

    expect(listing.state).toBe('approved');
    expect(cards.map((card) => card.id)).toEqual([id]);
  });

  it('shows to an auditor, who may do nothing with it', async () => {
    const desk = await aListingDesk();
    const { id } = await inReview(desk, aLease(POND));

    const { allowed } = await readListing(PEOPLE.auditor, desk.ports, id);

    expect(allowed).toEqual([]);
    await expect(
      withdrawListing(PEOPLE.auditor, desk.ports, id, desk.command(), { reason: '撤' }),
    ).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
  });
});

describe('the reserve price', () => {
  it.each([
    ['operator', true],
    ['auditor', true],
    ['clerk', false],
    ['accountant', false],
    ['township', false],
    ['bureau', false],
    ['office', false],
  ] as const)('is hidden from the %s before the end: %s', async (who, isHidden) => {
    const desk = await aListingDesk();
    const { id } = await approved(desk, aLease(POND));

    const view = await readListing(PEOPLE[who], desk.ports, id);

    expect(view.isReserveHidden).toBe(isHidden);
    expect(JSON.stringify(view).includes('5200000')).toBe(!isHidden);
  });

  it('stays hidden when the listing is amended, in its view and in its log', async () => {
    const desk = await aListingDesk();
    const { id } = await place(desk, (await approved(desk, aLease(POND))).id);
    const change = { terms: { remarks: '看样改在下午' }, reason: '村里有会', justifications: [] };
    await amendListing(PEOPLE.office, desk.ports, id, desk.command(), change);

    const view = await readListing(PEOPLE.auditor, desk.ports, id);
    const log = await readListingLog(PEOPLE.auditor, desk.ports, id);

    expect(view.listing.rounds[0]?.amendments).toHaveLength(1);
    expect(JSON.stringify([view, log])).not.toContain('5200000');
  });

  it('is told at the end, and lies on no card', async () => {
    const desk = await aListingDesk();
    const { id } = await approved(desk, aLease(POND));
    await place(desk, id);
    await end(desk, id, 'sold');

    const { listing } = await readListing(PEOPLE.operator, desk.ports, id);

    expect(listing.terms.reserveFen).toBe(5_200_000);
    expect(JSON.stringify(desk.records.items('CARDS#'))).not.toContain('5200000');
  });
});

describe('our own functions', () => {
  it('see every listing', async () => {
    const desk = await aListingDesk();
    const { id } = await inReview(desk, aLease(POND));

    const cards = await listListings(systemCaller('collect'), desk.ports);

    expect(cards.map((card) => card.id)).toEqual([id]);
  });
});
