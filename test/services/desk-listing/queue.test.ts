import { describe, expect, it } from 'vitest';
import { readListing } from '#shared/services/desk/listing/read-listing.ts';
import { returnListing } from '#shared/services/desk/listing/return-listing.ts';
import { reviewQueue } from '#shared/services/desk/listing/review-queue.ts';
import { todo } from '#shared/services/desk/listing/todo.ts';
import { aListingDesk, HALL, inOnePerson, PEOPLE, POND } from '#test/support/desk.ts';
import { aDraft, approved, end, failed, inReview, place } from '#test/support/desk-journey.ts';
import { aLease } from '#test/support/desk-terms.ts';

const DAY_MS = 86_400_000;
const HALL_LEASE = aLease(HALL, { title: '仓库', permittedBusiness: '仓储' });

describe('the review queue', () => {
  it('holds what waits for the caller, overdue first, then what has waited longest', async () => {
    const desk = await aListingDesk();
    const pond = await inReview(desk, aLease(POND));
    desk.clock.advance(4 * DAY_MS);
    const hall = await inReview(desk, HALL_LEASE);

    const queue = await reviewQueue(PEOPLE.township, desk.ports);

    expect(queue.map(({ card, isOverdue }) => [card.id, card.dueOn, isOverdue])).toEqual([
      [pond.id, '2024-05-09', true],
      [hall.id, '2024-05-14', false],
    ]);
    expect(await reviewQueue(PEOPLE.office, desk.ports)).toEqual([]);
    expect(await reviewQueue(PEOPLE.foreignTownship, desk.ports)).toEqual([]);
  });

  it('never holds what the caller entered himself', async () => {
    const desk = await aListingDesk();
    await inReview(desk, aLease(POND));

    const both = inOnePerson(PEOPLE.clerk, PEOPLE.township);

    expect(await reviewQueue(both, desk.ports)).toEqual([]);
  });
});

describe('what must I do now', () => {
  it('tells each role its own', async () => {
    const desk = await aListingDesk();
    const { id } = await approved(desk, aLease(POND));
    const texts = async () => {
      const of = async (who: keyof typeof PEOPLE) => (await todo(PEOPLE[who], desk.ports)).map(({ action }) => action);
      return { clerk: await of('clerk'), office: await of('office'), operator: await of('operator') };
    };

    expect(await texts()).toEqual({ clerk: [], office: ['handed-over'], operator: ['handed-over'] });
    await place(desk, id);
    expect(await texts()).toEqual({ clerk: [], office: [], operator: [] });
    desk.clock.advance(60 * DAY_MS);
    expect(await texts()).toEqual({ clerk: [], office: ['round-ended'], operator: ['round-ended'] });
    await end(desk, id, 'failed');
    expect(await texts()).toEqual({ clerk: ['round-opened'], office: [], operator: [] });
    expect(await todo(PEOPLE.foreignClerk, desk.ports)).toEqual([]);
  });

  it('gives the reason of a return', async () => {
    const desk = await aListingDesk();
    const { id } = await inReview(desk, aLease(POND));
    await returnListing(PEOPLE.township, desk.ports, id, desk.command(), { step: 'township', reason: '面积不符' });

    const items = await todo(PEOPLE.accountant, desk.ports);

    expect(items.map(({ text }) => text)).toEqual(['已退回,请修改后重新提交:面积不符']);
  });
});

describe('what the caller may do', () => {
  it.each([
    ['clerk', ['edited', 'draw-announced', 'platform-chosen', 'submitted', 'withdrawn', 'document-issued']],
    ['office', ['draw-announced', 'withdrawn', 'document-issued']],
    ['township', []],
    ['auditor', []],
  ] as const)('with a draft as %s', async (who, allowed) => {
    const desk = await aListingDesk();
    const { id } = await aDraft(desk, aLease(POND));

    const view = await readListing(PEOPLE[who], desk.ports, id);

    expect(view.allowed).toEqual(allowed);
  });

  it('with a failed round', async () => {
    const desk = await aListingDesk();
    const { id } = await failed(desk, aLease(POND));

    const clerk = await readListing(PEOPLE.clerk, desk.ports, id);
    const office = await readListing(PEOPLE.office, desk.ports, id);

    expect(clerk.allowed).toEqual(['round-opened', 'withdrawn', 'document-issued', 'scan-returned']);
    expect(office.allowed).toEqual(['let-by-agreement', 'withdrawn', 'document-issued', 'scan-returned']);
  });

  it('under review is for others than those who entered it', async () => {
    const desk = await aListingDesk();
    const { id } = await inReview(desk, aLease(POND));

    const own = await readListing(inOnePerson(PEOPLE.clerk, PEOPLE.township), desk.ports, id);
    const other = await readListing(PEOPLE.township, desk.ports, id);

    expect(own.allowed).not.toContain('step-passed');
    expect(other.allowed).toEqual(['step-passed', 'returned']);
  });
});
