import { describe, expect, it } from 'vitest';
import { fen } from '#shared/domain/money.ts';
import { editListing } from '#shared/services/desk/listing/edit-listing.ts';
import { letByAgreement } from '#shared/services/desk/listing/let-by-agreement.ts';
import { openRound } from '#shared/services/desk/listing/open-round.ts';
import { readListing } from '#shared/services/desk/listing/read-listing.ts';
import { readClaims } from '#shared/services/events/asset-lock.ts';
import { aListingDesk, HALL, type ListingDesk, PEOPLE, POND } from '#test/support/desk.ts';
import { again, approved, end, failed, pass, place, submit } from '#test/support/desk-journey.ts';
import { aLease, day, fileOf, papers } from '#test/support/desk-terms.ts';

const CHEAPER = aLease(POND, { startPriceFen: fen(45_000_00) });
const TOO_CHEAP = aLease(POND, { startPriceFen: fen(40_000_00) });
const NEW_VOTE = { ...TOO_CHEAP.resolution, heldOn: day('2024-05-05'), floorFen: fen(38_000_00) };
const DAY_MS = 86_400_000;

async function secondRoundFailed(desk: ListingDesk): Promise<string> {
  const { id } = await failed(desk, aLease(POND));
  await again(desk, id, CHEAPER);
  await submit(desk, id);
  await pass(desk, id, 'office', PEOPLE.office);
  await place(desk, id);
  await end(desk, id, 'failed');
  return id;
}

describe('a round after 流拍', () => {
  it('within the resolution needs the office alone', async () => {
    const desk = await aListingDesk();
    const { id } = await failed(desk, aLease(POND));

    await again(desk, id, CHEAPER);
    const { state } = await submit(desk, id);
    const confirmed = await pass(desk, id, 'office', PEOPLE.office);

    expect(state.submissions.at(-1)).toMatchObject({ scope: 'within-resolution', steps: [{ id: 'office' }] });
    expect(confirmed.state).toMatchObject({ state: 'approved', rounds: [{ number: 1 }, { number: 2 }] });
  });

  it('beyond the resolution is refused without a new vote, and takes the whole chain with one', async () => {
    const desk = await aListingDesk();
    const { id } = await failed(desk, aLease(POND));
    await again(desk, id, TOO_CHEAP);

    await expect(submit(desk, id)).rejects.toMatchObject({ code: 'LISTING.BREACH' });
    const voted = { ...TOO_CHEAP, resolution: NEW_VOTE };
    await editListing(PEOPLE.clerk, desk.ports, id, desk.command(), { terms: voted });
    await expect(submit(desk, id)).rejects.toMatchObject({
      code: 'LISTING.INCOMPLETE',
      details: { errors: [{ pointer: '/papers', detail: '缺少:重新表决的成员(代表)会议表决书' }] },
    });
    const record = { kind: 'resolution', file: fileOf('other'), note: null } as const;
    const terms = { ...voted, papers: [...voted.papers, record] };
    await editListing(PEOPLE.clerk, desk.ports, id, desk.command(), { terms });
    const { state } = await submit(desk, id);

    expect(state.submissions.at(-1)?.scope).toBe('full');
    expect(state.steps.slice(0, 3).map(({ step }) => step)).toEqual(['proposal', 'vote', 'publicity']);
    expect(state.state).toBe('review');
  });

  it('at a good price but with other terms takes the whole chain', async () => {
    const desk = await aListingDesk();
    const { id } = await failed(desk, aLease(POND));

    await again(desk, id, { ...CHEAPER, lease: { ...CHEAPER.lease, months: 60 } });
    const { state } = await submit(desk, id);

    expect(state.submissions.at(-1)?.scope).toBe('full');
  });

  it('shows each cut, the cuts together, and who decided', async () => {
    const desk = await aListingDesk();
    const { id } = await failed(desk, aLease(POND));
    await again(desk, id, CHEAPER);

    const { cuts } = await readListing(PEOPLE.clerk, desk.ports, id);

    expect(cuts).toEqual([
      {
        round: 2,
        oldFen: 5_000_000,
        newFen: 4_500_000,
        cutPpm: 100_000,
        cumulativePpm: 100_000,
        decided: { by: '社管会', on: '2024-05-05' },
      },
    ]);
  });

  it('offers the same property', async () => {
    const desk = await aListingDesk();
    const { id } = await failed(desk, aLease(POND));
    const body = { terms: aLease(HALL), decidedBy: '社管会', decidedOn: day('2024-05-05') };

    await expect(openRound(PEOPLE.clerk, desk.ports, id, desk.command(), body)).rejects.toMatchObject({
      code: 'FORM.INVALID',
    });
  });

  it('follows a default too, and the hammer price stays on record', async () => {
    const desk = await aListingDesk();
    const { id } = await approved(desk, aLease(POND));
    await place(desk, id);
    await end(desk, id, 'sold');

    const defaulted = await end(desk, id, 'defaulted');
    const reopened = await again(desk, id, aLease(POND));

    expect(defaulted.rounds[0]).toMatchObject({
      hammered: { fen: 5_600_000 },
      ended: { ending: { outcome: 'defaulted' } },
    });
    expect(reopened.state).toBe('draft');
  });
});

describe('letting by agreement', () => {
  const body = {
    priceFen: fen(45_000_00),
    publicityFrom: day('2024-05-07'),
    publicityUntil: day('2024-05-14'),
    papers: papers('publicity-proof').map(({ file }) => file),
    reason: '两轮流拍,原承租户愿意按底价承租',
  };

  it('goes after the failed rounds the office has set, and takes the asset for the term', async () => {
    const desk = await aListingDesk();
    const id = await secondRoundFailed(desk);
    desk.clock.advance(10 * DAY_MS);

    const { state } = await letByAgreement(PEOPLE.office, desk.ports, id, desk.command(), body);

    expect(state).toMatchObject({ state: 'agreed', agreement: { priceFen: 4_500_000 } });
    expect(await readClaims(desk.ports, POND)).toMatchObject([{ holder: id, state: 'sold', until: '2027-12-31' }]);
  });

  it.each([
    ['a price below the floor', { priceFen: fen(44_999_99) }, '/priceFen'],
    ['a publicity too short', { publicityUntil: day('2024-05-12') }, '/publicityUntil'],
    ['a publicity that is not over', { publicityUntil: day('2024-05-16') }, '/publicityUntil'],
    ['no papers', { papers: [] }, '/papers'],
  ])('refuses %s', async (_, wrong, pointer) => {
    const desk = await aListingDesk();
    const id = await secondRoundFailed(desk);
    desk.clock.advance(10 * DAY_MS);

    const agreed = letByAgreement(PEOPLE.office, desk.ports, id, desk.command(), { ...body, ...wrong });

    await expect(agreed).rejects.toMatchObject({ code: 'FORM.INVALID', details: { errors: [{ pointer }] } });
  });

  it('is too early after one failed round, and is the office’s alone', async () => {
    const desk = await aListingDesk();
    const { id } = await failed(desk, aLease(POND));
    desk.clock.advance(10 * DAY_MS);

    const early = letByAgreement(PEOPLE.office, desk.ports, id, desk.command(), body);
    const byClerk = letByAgreement(PEOPLE.clerk, desk.ports, id, desk.command(), body);

    await expect(early).rejects.toMatchObject({ code: 'FORM.INVALID' });
    await expect(byClerk).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
  });
});
