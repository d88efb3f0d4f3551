import { beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '#shared/domain/caller.ts';
import type { Listing } from '#shared/domain/listing/listing.ts';
import { fen } from '#shared/domain/money.ts';
import type { Verdict } from '#shared/domain/rules/rule.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { type AmendBody, amendListing } from '#shared/services/desk/listing/amend-listing.ts';
import { handOver } from '#shared/services/desk/listing/hand-over.ts';
import { readLog } from '#shared/services/events/load.ts';
import { aListingDesk, HALL, HOUSE, type ListingDesk, PEOPLE, POND } from '#test/support/desk.ts';
import { aDraft, approved, end, pass, place, submit } from '#test/support/desk-journey.ts';
import { aLease, at, day } from '#test/support/desk-terms.ts';

const TERMS = aLease(POND);
const LATER = { ...TERMS.windows, biddingEndsAt: at('2024-06-22', 10) };
const REASON = '村里停电,竞价结束顺延';

/** Bidding two days after the notice. */
const AT_ONCE: AmendBody['terms'] = {
  windows: {
    ...TERMS.windows,
    viewingFrom: day('2024-06-03'),
    viewingUntil: day('2024-06-04'),
    registrationEndsAt: at('2024-06-05', 9),
    biddingStartsAt: at('2024-06-05', 10),
  },
  deposit: { ...TERMS.deposit, dueAt: at('2024-06-05', 9) },
};

let desk: ListingDesk;
let listing: Listing;

beforeEach(async () => {
  desk = await aListingDesk();
  listing = await place(desk, (await approved(desk, TERMS)).id);
});

function amend(terms: AmendBody['terms'], of: { caller?: Caller } & Partial<AmendBody> = {}) {
  const { caller = PEOPLE.office, reason = REASON, justifications = [] } = of;
  return amendListing(caller, desk.ports, listing.id, desk.command(), { terms, reason, justifications });
}

async function refusal(attempt: Promise<unknown>): Promise<AppError> {
  const error = await attempt.catch((thrown: unknown) => thrown);
  if (error instanceof AppError) return error;
  throw new Error('it was amended');
}

function verdictsOf(error: AppError): readonly Verdict[] {
  return error.details['verdicts'] as unknown as readonly Verdict[];
}

/** A listing whose reviewers all passed it. */
async function approvedOf(id: string): Promise<Listing> {
  await pass(desk, id, 'township', PEOPLE.township);
  return (await pass(desk, id, 'office', PEOPLE.office)).state;
}

describe('amending what a platform has', () => {
  it('changes what it says and keeps the rest, with number, reason and who', async () => {
    const { state } = await amend({ windows: LATER });

    expect(state.state).toBe('placed');
    expect(state.terms).toEqual({ ...TERMS, windows: LATER });
    expect(state.rounds[0]?.amendments).toMatchObject([
      { number: 1, reason: REASON, terms: { windows: LATER }, by: { id: 'office-1', role: 'office' } },
    ]);
  });

  it('is done again with the next number', async () => {
    await amend({ windows: LATER });

    const { state } = await amend({ remarks: '请自带身份证' });

    expect(state.rounds[0]?.amendments.map(({ number }) => number)).toEqual([1, 2]);
    expect(state.terms).toMatchObject({ windows: LATER, remarks: '请自带身份证' });
  });

  it('happens once when the command is repeated', async () => {
    const command = desk.command({ asked: 'once' });
    const body = { terms: { windows: LATER }, reason: REASON, justifications: [] };
    await amendListing(PEOPLE.office, desk.ports, listing.id, command, body);

    const again = await amendListing(PEOPLE.office, desk.ports, listing.id, command, body);

    expect(again.repeated).toBe(true);
    expect(again.state.rounds[0]?.amendments).toHaveLength(1);
  });

  it.each(['clerk', 'operator', 'township', 'auditor'] as const)('is not for the %s', async (person) => {
    const error = await refusal(amend({ windows: LATER }, { caller: PEOPLE[person] }));

    expect(error.code).toBe('ACCESS.DENIED');
  });

  it('needs a reason', async () => {
    const error = await refusal(amend({ windows: LATER }, { reason: ' ' }));

    expect(error).toMatchObject({ code: 'FORM.INVALID', details: { errors: [{ pointer: '/reason' }] } });
  });

  it('never touches what was decided', async () => {
    const error = await refusal(amend({ startPriceFen: fen(1_00) }));

    expect(error).toMatchObject({ code: 'FORM.INVALID', details: { errors: [{ pointer: '/startPriceFen' }] } });
  });

  it('is over when bidding began', async () => {
    desk.clock.advance(60 * 86_400_000);

    expect((await refusal(amend({ windows: LATER }))).code).toBe('FORM.INVALID');
  });

  it('breaks no rule a submission may not break, and names the rule', async () => {
    const { id } = await aDraft(desk, { ...TERMS, items: [{ assetId: HALL, parts: null }] }, { platform: HOUSE });
    await submit(desk, id);
    listing = await approvedOf(id);
    await handOver(PEOPLE.office, desk.ports, id, desk.command(), { packageSha256: 'a', documents: [] });

    const error = await refusal(amend(AT_ONCE));

    expect(error.code).toBe('LISTING.BREACH');
    expect(verdictsOf(error).map(({ kind }) => kind)).toContain('breach');
    expect(
      verdictsOf(error)
        .map(({ citation }) => citation)
        .join(),
    ).toContain('拍卖法');
  });

  it('needs a reason for each rule that warns of it, which is kept', async () => {
    const error = await refusal(amend(AT_ONCE));
    const justifications = verdictsOf(error).map(({ rule }) => ({ rule, reason: '已征得全体报名人同意' }));

    await amend(AT_ONCE, { justifications });

    const log = await readLog(desk.ports, { kind: 'listing', id: listing.id });
    expect(error.code).toBe('LISTING.UNJUSTIFIED');
    expect(justifications).not.toEqual([]);
    expect(log.at(-1)?.event).toMatchObject({ type: 'amended', data: { justifications } });
  });

  it('asks for no reason for what was warned of before', async () => {
    const justifications = verdictsOf(await refusal(amend(AT_ONCE))).map(({ rule }) => ({ rule, reason: '已说明' }));
    await amend(AT_ONCE, { justifications });

    const { state } = await amend({ remarks: '请自带身份证' });

    expect(state.rounds[0]?.amendments).toHaveLength(2);
  });

  it('leaves nothing out that a submission needs', async () => {
    const error = await refusal(amend({ contact: { name: '沈会计', phone: ' ' } }));

    expect(error).toMatchObject({ code: 'LISTING.INCOMPLETE', details: { errors: [{ pointer: '/contact/phone' }] } });
  });

  it('has no place before it was handed over or after it ended', async () => {
    await end(desk, listing.id, 'failed');

    expect((await refusal(amend({ windows: LATER }))).code).toBe('LISTING.STATE');
  });
});
