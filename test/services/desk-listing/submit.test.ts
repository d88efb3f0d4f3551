import { describe, expect, it } from 'vitest';
import type { ListingTerms } from '#shared/domain/listing/terms.ts';
import type { Verdict } from '#shared/domain/rules/rule.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { choosePlatform } from '#shared/services/desk/listing/choose-platform.ts';
import { draftListing } from '#shared/services/desk/listing/draft-listing.ts';
import { editListing } from '#shared/services/desk/listing/edit-listing.ts';
import { submitListing } from '#shared/services/desk/listing/submit-listing.ts';
import {
  aListingDesk,
  HOUSE,
  type ListingDesk,
  OTHER_POND,
  PEOPLE,
  POND,
  PUBLIC,
  UNADMITTED,
  VILLAGE,
} from '#test/support/desk.ts';
import { aDraft } from '#test/support/desk-journey.ts';
import { aLease, at, day, papers } from '#test/support/desk-terms.ts';

const ONE_DAY_SHORT = aLease(POND).windows;
/** Notice on the 14th for bidding on the 20th: six days. */
const SHORT: Partial<ListingTerms> = { windows: { ...ONE_DAY_SHORT, noticeOn: day('2024-06-14') } };

async function refusal(desk: ListingDesk, id: string, justifications: { rule: string; reason: string }[] = []) {
  try {
    await submitListing(PEOPLE.clerk, desk.ports, id, desk.command(), { justifications });
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('it was submitted');
}

function verdictsOf({ details }: AppError): readonly Verdict[] {
  return (details['verdicts'] ?? []) as unknown as readonly Verdict[];
}

describe('submitting', () => {
  it('refuses missing papers by name', async () => {
    const desk = await aListingDesk();
    const { id } = await aDraft(desk, aLease(POND, { papers: papers('proposal') }));

    const { code, details } = await refusal(desk, id);

    expect(code).toBe('LISTING.INCOMPLETE');
    expect(details['errors']).toEqual([
      { pointer: '/papers', detail: '缺少:成员(代表)会议表决书' },
      { pointer: '/papers', detail: '缺少:公示证明' },
    ]);
  });

  it('refuses a listing without a platform', async () => {
    const desk = await aListingDesk();
    const body = { ownerId: VILLAGE.id, terms: aLease(POND), copyOf: null };
    const { state } = await draftListing(PEOPLE.clerk, desk.ports, desk.command(), body);

    const { code, details } = await refusal(desk, state.id);

    expect([code, details['errors']]).toEqual([
      'LISTING.INCOMPLETE',
      [{ pointer: '/choice', detail: '请选择平台并写明理由' }],
    ]);
  });

  it('refuses a notice too short for an auction house, with the earliest lawful day', async () => {
    const desk = await aListingDesk();
    const { id } = await aDraft(desk, aLease(POND, SHORT), { platform: HOUSE });

    const refused = await refusal(desk, id);

    expect(refused.code).toBe('LISTING.BREACH');
    const [verdict] = verdictsOf(refused).filter(({ rule }) => rule === 'al-45');
    expect(verdict).toMatchObject({ kind: 'breach', earliest: '2024-06-21' });
  });

  it('takes the same notice on a public platform with a reason', async () => {
    const desk = await aListingDesk();
    const { id } = await aDraft(desk, aLease(POND, SHORT));

    const refused = await refusal(desk, id);
    const justifications = verdictsOf(refused).map(({ rule }) => ({ rule, reason: '村民要求尽快出租' }));
    const { state } = await submitListing(PEOPLE.clerk, desk.ports, id, desk.command(), { justifications });

    expect(refused.code).toBe('LISTING.UNJUSTIFIED');
    expect(verdictsOf(refused).every(({ kind }) => kind === 'warning')).toBe(true);
    expect(state).toMatchObject({ state: 'review', submissions: [{ justifications }] });
  });

  it('does not take blank words for a reason', async () => {
    const desk = await aListingDesk();
    const { id } = await aDraft(desk, aLease(POND, SHORT));
    const rules = verdictsOf(await refusal(desk, id)).map(({ rule }) => ({ rule, reason: '  ' }));

    const again = await refusal(desk, id, rules);

    expect(again.code).toBe('LISTING.UNJUSTIFIED');
  });

  it('refuses a platform that lost its admission since it was chosen', async () => {
    const desk = await aListingDesk();
    const { id } = await aDraft(desk, aLease(POND));
    await desk.saveSetting('admissions', []);

    const { code } = await refusal(desk, id);

    expect(code).toBe('LISTING.NOT_ADMITTED');
  });
});

describe('choosing a platform', () => {
  it.each([
    { platform: UNADMITTED, why: 'not admitted' },
    { platform: 'nowhere', why: 'unknown' },
  ])('refuses one that is $why', async ({ platform }) => {
    const desk = await aListingDesk();
    const { id } = await aDraft(desk, aLease(POND));

    const chosen = choosePlatform(PEOPLE.clerk, desk.ports, id, desk.command(), { platform, reason: '近' });

    await expect(chosen).rejects.toMatchObject({
      code: 'LISTING.NOT_ADMITTED',
      details: { admitted: [HOUSE, PUBLIC] },
    });
  });

  it('needs a reason', async () => {
    const desk = await aListingDesk();
    const { id } = await aDraft(desk, aLease(POND));

    const chosen = choosePlatform(PEOPLE.clerk, desk.ports, id, desk.command(), { platform: HOUSE, reason: ' ' });

    await expect(chosen).rejects.toMatchObject({ code: 'FORM.INVALID' });
  });
});

describe('drafting', () => {
  it('refuses an asset or a file of another owner', async () => {
    const desk = await aListingDesk();
    const { id } = await aDraft(desk, aLease(POND));
    const edit = (of: Partial<ListingTerms>) =>
      editListing(PEOPLE.clerk, desk.ports, id, desk.command(), { terms: aLease(POND, of) });

    await expect(edit({ items: [{ assetId: OTHER_POND, parts: null }] })).rejects.toMatchObject({
      code: 'REQUEST.INVALID',
    });
    await expect(edit({ items: [{ assetId: POND, parts: ['north'] }] })).rejects.toMatchObject({
      code: 'REQUEST.INVALID',
    });
    await expect(edit({ papers: [{ kind: 'other', file: 'foreignfile00001', note: null }] })).rejects.toMatchObject({
      code: 'RESOURCE.NOT_FOUND',
    });
  });

  it('copies a listing without its days, vote, notices and papers', async () => {
    const desk = await aListingDesk();
    const first = await aDraft(desk, aLease(POND));
    const body = { ownerId: VILLAGE.id, terms: aLease(POND), copyOf: first.id };

    const { state } = await draftListing(PEOPLE.clerk, desk.ports, desk.command(), body);

    expect(state.copyOf).toBe(first.id);
    expect(state.terms.startPriceFen).toBe(first.terms.startPriceFen);
    expect(state.terms.lease).toEqual({ ...first.terms.lease, startsOn: null });
    expect(state.terms).toMatchObject({ papers: [], windows: { noticeOn: null }, resolution: { heldOn: null } });
    expect(state.terms.deposit.dueAt).toBeNull();
  });

  it('finds the draft again when the command comes twice', async () => {
    const desk = await aListingDesk();
    const command = desk.command('draft');
    const body = { ownerId: VILLAGE.id, terms: aLease(POND, { remarks: String(at('2024-06-01', 9)) }), copyOf: null };

    const first = await draftListing(PEOPLE.clerk, desk.ports, command, body);
    const second = await draftListing(PEOPLE.clerk, desk.ports, command, body);

    expect(second).toMatchObject({ repeated: true, state: { id: first.state.id, version: 1 } });
  });
});
