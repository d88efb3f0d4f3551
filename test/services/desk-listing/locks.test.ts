import { describe, expect, it } from 'vitest';
import { fen } from '#shared/domain/money.ts';
import { editListing } from '#shared/services/desk/listing/edit-listing.ts';
import { returnListing } from '#shared/services/desk/listing/return-listing.ts';
import { withdrawListing } from '#shared/services/desk/listing/withdraw-listing.ts';
import { readClaims } from '#shared/services/events/asset-lock.ts';
import { aListingDesk, HALL, PEOPLE, POND } from '#test/support/desk.ts';
import { aDraft, approved, end, inReview, place, submit } from '#test/support/desk-journey.ts';
import { aLease, day } from '#test/support/desk-terms.ts';

const LATER = { lease: { ...aLease(POND).lease, startsOn: day('2028-01-01') } };
const HALL_SALE = aLease(HALL, {
  tradeKind: 'transfer',
  priceBasis: 'total',
  appraisal: {
    fen: fen(50_000_00),
    agency: '湖州某某资产评估有限公司',
    reportOn: day('2024-03-20'),
    publishedOn: day('2024-04-01'),
    publicityEndsOn: day('2024-04-20'),
  },
});

describe('an asset that is offered', () => {
  it('cannot be offered again for the same time, and the refusal names the listing', async () => {
    const desk = await aListingDesk();
    const first = await inReview(desk, aLease(POND));
    const second = await aDraft(desk, aLease(POND));

    await expect(submit(desk, second.id)).rejects.toMatchObject({
      code: 'ASSET.LOCKED',
      details: { assetId: POND, listing: first.id, from: '2025-01-01', until: '2027-12-31' },
    });
  });

  it('can be offered for the term after', async () => {
    const desk = await aListingDesk();
    await inReview(desk, aLease(POND));

    const later = await inReview(desk, aLease(POND, LATER));

    expect(later.state).toBe('review');
  });

  it('can be offered by its other part', async () => {
    const desk = await aListingDesk();
    await inReview(desk, aLease(POND, { items: [{ assetId: POND, parts: ['east'] }] }));

    const west = await inReview(desk, aLease(POND, { items: [{ assetId: POND, parts: ['west'] }] }));
    const whole = await aDraft(desk, aLease(POND));

    expect(west.state).toBe('review');
    await expect(submit(desk, whole.id)).rejects.toMatchObject({ code: 'ASSET.LOCKED' });
  });

  it('is free again once its listing is withdrawn', async () => {
    const desk = await aListingDesk();
    const first = await inReview(desk, aLease(POND));

    await withdrawListing(PEOPLE.clerk, desk.ports, first.id, desk.command(), { reason: '村里改作他用' });
    const second = await inReview(desk, aLease(POND));

    expect(await readClaims(desk.ports, POND)).toMatchObject([{ holder: second.id, state: 'open' }]);
  });

  it('is free again once its listing offers another asset instead', async () => {
    const desk = await aListingDesk();
    const { id } = await inReview(desk, aLease(POND));
    await returnListing(PEOPLE.township, desk.ports, id, desk.command(), { step: 'township', reason: '资产选错' });

    const terms = aLease(HALL, { permittedBusiness: '仓储' });
    await editListing(PEOPLE.clerk, desk.ports, id, desk.command(), { terms });
    const other = await inReview(desk, aLease(POND));

    expect(other.state).toBe('review');
  });

  it('stays taken while a failed round may go on, and after its sale until the term ends', async () => {
    const desk = await aListingDesk();
    const { id } = await approved(desk, aLease(POND));
    await place(desk, id);
    await end(desk, id, 'sold');
    const same = await aDraft(desk, aLease(POND));

    await expect(submit(desk, same.id)).rejects.toMatchObject({ code: 'ASSET.LOCKED', details: { listing: id } });
    expect((await inReview(desk, aLease(POND, LATER))).state).toBe('review');
  });

  it('may be sold while its lease runs, but not while it is only offered for lease', async () => {
    const desk = await aListingDesk();
    const { id } = await approved(desk, aLease(HALL));
    const sale = await aDraft(desk, HALL_SALE);
    await expect(submit(desk, sale.id)).rejects.toMatchObject({ code: 'ASSET.LOCKED', details: { listing: id } });

    await place(desk, id);
    await end(desk, id, 'sold');
    const { state } = await submit(desk, sale.id);

    expect(state.state).toBe('review');
  });

  it('stays taken by a listing whose effects never ran', async () => {
    const desk = await aListingDesk();
    const silent = { ...desk, ports: { ...desk.ports, effects: {} } };
    const first = await inReview(silent, aLease(POND));
    const second = await aDraft(desk, aLease(POND));

    await expect(submit(desk, second.id)).rejects.toMatchObject({ details: { listing: first.id } });
    await withdrawListing(PEOPLE.clerk, silent.ports, first.id, desk.command(), { reason: '撤' });
    expect((await submit(desk, second.id)).state.state).toBe('review');
  });
});
