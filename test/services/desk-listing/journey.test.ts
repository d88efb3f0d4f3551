import { describe, expect, it } from 'vitest';
import { fen } from '#shared/domain/money.ts';
import { editListing } from '#shared/services/desk/listing/edit-listing.ts';
import { passStep } from '#shared/services/desk/listing/pass-step.ts';
import { readListing } from '#shared/services/desk/listing/read-listing.ts';
import { returnListing } from '#shared/services/desk/listing/return-listing.ts';
import { submitListing } from '#shared/services/desk/listing/submit-listing.ts';
import { aListingDesk, CAR, inOnePerson, PEOPLE, POND, PUBLIC, UNIT } from '#test/support/desk.ts';
import { aDraft, end, inReview, pass, place, submit } from '#test/support/desk-journey.ts';
import { aLease, aSale } from '#test/support/desk-terms.ts';

const DAY_MS = 86_400_000;
const ABOVE_THE_LIMIT = { startPriceFen: fen(400_000_00), reserveFen: null };

describe('the lease of a village pond', () => {
  it('goes from its draft to the hammer by several people, each step with who took it and how long', async () => {
    const desk = await aListingDesk();
    const { id } = await aDraft(desk, aLease(POND, ABOVE_THE_LIMIT));

    await submit(desk, id);
    desk.clock.advance(DAY_MS);
    await pass(desk, id, 'township', PEOPLE.township);
    desk.clock.advance(2 * DAY_MS);
    await pass(desk, id, 'bureau', PEOPLE.bureau);
    await pass(desk, id, 'office', PEOPLE.office);
    await place(desk, id);
    await end(desk, id, 'failed');

    const { listing, timeline } = await readListing(PEOPLE.clerk, desk.ports, id);
    expect(listing.state).toBe('failed');
    expect(timeline.map(({ name, holder, workingDays, limit }) => [name, holder, workingDays, limit])).toEqual([
      ['填写', 'owner', 0, null],
      ['镇街三资办审核', 'township', 1, 3],
      ['区农业农村局审核', 'bureau', 2, 5],
      ['交易中心受理', 'office', 0, 2],
      ['移交', 'office', 0, null],
      ['上架', 'platform', 0, null],
      ['竞价', 'platform', 0, null],
      ['决定再次挂牌或撤回', 'owner', 0, null],
    ]);
    expect(timeline.map(({ ended }) => ended?.by.name ?? null)).toEqual([
      '沈会计',
      '三资办',
      '农业农村局',
      '交易中心',
      '交易中心',
      '平台经办',
      '交易中心',
      null,
    ]);
  });

  it('asks the bureau only from the limit up', async () => {
    const desk = await aListingDesk();

    const small = await inReview(desk, aLease(POND));

    expect(small.submissions[0]?.steps.map(({ id }) => id)).toEqual([
      'proposal',
      'vote',
      'publicity',
      'township',
      'office',
    ]);
    expect(small.steps.map(({ step, by }) => [step, by.id])).toEqual([
      ['proposal', 'clerk-1'],
      ['vote', 'clerk-1'],
      ['publicity', 'clerk-1'],
    ]);
  });

  it('is returned with a reason, corrected, and shown with what changed since', async () => {
    const desk = await aListingDesk();
    const { id } = await inReview(desk, aLease(POND));
    const reason = { step: 'township', reason: '起拍价偏低' };

    await returnListing(PEOPLE.township, desk.ports, id, desk.command(), reason);
    const terms = aLease(POND, { startPriceFen: fen(51_000_00) });
    await editListing(PEOPLE.accountant, desk.ports, id, desk.command(), { terms });
    const resubmitted = await submit(desk, id);

    expect(resubmitted.state.submissions).toHaveLength(2);
    expect(resubmitted.state.editors).toEqual(['clerk-1', 'clerk-2']);
    const { differences, waiting } = await readListing(PEOPLE.township, desk.ports, id);
    expect(waiting?.id).toBe('township');
    expect(differences).toEqual([
      { pointer: '/startPriceFen', name: '起拍价', before: '50,000.00元', after: '51,000.00元' },
    ]);
  });

  it('is never reviewed by who entered, edited or submitted it', async () => {
    const desk = await aListingDesk();
    const both = inOnePerson(PEOPLE.clerk, PEOPLE.township);
    const { id } = await inReview(desk, aLease(POND));

    await expect(pass(desk, id, 'township', both)).rejects.toMatchObject({ code: 'LISTING.OWN_REVIEW' });
    await expect(
      returnListing(both, desk.ports, id, desk.command(), { step: 'township', reason: '撤' }),
    ).rejects.toMatchObject({ code: 'LISTING.OWN_REVIEW' });
  });
});

describe('the sale of a state-owned unit', () => {
  it('takes its own chain', async () => {
    const desk = await aListingDesk();
    const { id } = await aDraft(desk, aSale(CAR), { ownerId: UNIT.id, caller: PEOPLE.unitClerk, platform: PUBLIC });

    await submit(desk, id, PEOPLE.unitClerk);
    await expect(pass(desk, id, 'approval', PEOPLE.bureau)).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
    await pass(desk, id, 'approval', PEOPLE.stateBureau);
    const { state } = await pass(desk, id, 'office', PEOPLE.office);

    expect(state.state).toBe('approved');
  });
});

describe('commands on a listing', () => {
  it('do once what is sent twice, even when the listing has gone on', async () => {
    const desk = await aListingDesk();
    const { id } = await inReview(desk, aLease(POND));
    const command = desk.command({ step: 'township' });
    const body = { step: 'township', opinion: null, papers: [] };

    const first = await passStep(PEOPLE.township, desk.ports, id, command, body);
    await pass(desk, id, 'office', PEOPLE.office);
    const second = await passStep(PEOPLE.township, desk.ports, id, command, body);

    expect(first.repeated).toBe(false);
    expect(second.repeated).toBe(true);
    expect(second.state.steps.filter(({ step }) => step === 'township')).toHaveLength(1);
  });

  it('refuse a version that is not the newest', async () => {
    const desk = await aListingDesk();
    const draft = await aDraft(desk, aLease(POND));
    const terms = aLease(POND, { title: '另一个标题' });

    await editListing(PEOPLE.accountant, desk.ports, draft.id, desk.command(), { terms });
    const stale = submitListing(PEOPLE.clerk, desk.ports, draft.id, desk.command(null, draft.version), {
      justifications: [],
    });

    await expect(stale).rejects.toMatchObject({ code: 'COMMAND.CONFLICT', details: { current: draft.version + 1 } });
  });

  it('write nothing when an edit changes nothing', async () => {
    const desk = await aListingDesk();
    const draft = await aDraft(desk, aLease(POND));

    const saved = await editListing(PEOPLE.clerk, desk.ports, draft.id, desk.command(), { terms: aLease(POND) });

    expect(saved).toMatchObject({ repeated: true, version: draft.version });
  });
});
