import { describe, expect, it } from 'vitest';
import type { AppError } from '#shared/errors/app-error.ts';
import { amendListing } from '#shared/services/desk/listing/amend-listing.ts';
import { confirmAmended } from '#shared/services/placement/confirm-amended.ts';
import { identifyLot } from '#shared/services/placement/identify-lot.ts';
import {
  askWithdrawal,
  confirmWithdrawn,
  resumePlacement,
  switchToHandoff,
} from '#shared/services/placement/reasoned-commands.ts';
import { readPlacement } from '#shared/services/placement/view.ts';
import { PEOPLE, PUBLIC } from '#test/support/desk.ts';
import { place } from '#test/support/desk-journey.ts';
import {
  anApproved,
  aPlacementDesk,
  attempted,
  BASE,
  connect,
  LOT,
  listingNow,
  MINUTE_MS,
  type PlacementDesk,
  placementNow,
  prepare,
  published,
  work,
} from './placement-desk.ts';

const WHY = { reason: '已与平台核实' };

/** A placement nobody knows of whether the platform has it. */
async function doubted(desk: PlacementDesk) {
  const { listing, id } = await anApproved(desk);
  await prepare(desk, id);
  await work(desk, id, attempted(desk), { type: 'doubted', data: { code: 'PLATFORM.ANSWER_LOST' } });
  return { listing, id };
}

async function mayNow(desk: PlacementDesk, id: string) {
  return (await readPlacement(PEOPLE.office, desk.ports, id)).may;
}

describe('what a person may do about a placement', () => {
  it('tries it again when he has seen that the platform has no such lot', async () => {
    const desk = await aPlacementDesk();
    const { id } = await doubted(desk);
    expect(await mayNow(desk, id)).toEqual(['resume', 'identify', 'switch', 'ask-withdrawal']);

    await resumePlacement(PEOPLE.office, desk.ports, id, desk.command(), WHY);

    expect(await placementNow(desk, id)).toMatchObject({ state: 'validated', mayBeThere: false });
    expect(desk.woken.at(-1)).toEqual({ queue: PUBLIC, placement: id });
  });

  it.each([`${BASE}/lots/4711`, `https://${PUBLIC}.example.invalid/lot/4711`])(
    'says that the lot is there, at %s, and the listing has its address',
    async (url) => {
      const desk = await aPlacementDesk();
      const { listing, id } = await doubted(desk);

      await identifyLot(PEOPLE.office, desk.ports, id, desk.command(), { number: ' 4711 ', url });

      expect(await placementNow(desk, id)).toMatchObject({ state: 'accepted', lot: { number: '4711', url } });
      expect((await listingNow(desk, listing.id)).rounds[0]?.placed).toMatchObject({ url, lotId: `${PUBLIC}.4711` });
    },
  );

  it.each([
    ['', LOT.url, '/number'],
    ['1'.repeat(121), LOT.url, '/number'],
    ['4711', 'https://elsewhere.example.invalid/4711', '/url'],
    ['4711', `javascript://${PUBLIC}.example.invalid/`, '/url'],
  ])('is refused the number "%s" at %s', async (number, url, pointer) => {
    const desk = await aPlacementDesk();
    const { id } = await doubted(desk);

    const asked = identifyLot(PEOPLE.office, desk.ports, id, desk.command(), { number, url });

    await expect(asked).rejects.toMatchObject({ code: 'FORM.INVALID', details: { errors: [{ pointer }] } });
  });

  it('turns it over to people', async () => {
    const desk = await aPlacementDesk();
    const { listing, id } = await doubted(desk);

    await switchToHandoff(PEOPLE.office, desk.ports, id, desk.command(), WHY);

    expect(await placementNow(desk, id)).toMatchObject({ state: 'awaiting-handoff', way: 'handoff' });
    const { state } = await listingNow(desk, listing.id);
    expect(state).toBe('handed-over');
  });

  it('has it taken down by the platform, and the listing withdrawn', async () => {
    const desk = await aPlacementDesk();
    const { listing, id } = await published(desk);

    await askWithdrawal(PEOPLE.office, desk.ports, id, desk.command(), { reason: '撤回出租' });
    expect(desk.woken.at(-1)).toEqual({ queue: PUBLIC, placement: id });
    expect(await mayNow(desk, id)).toEqual([]);
    const said = { reason: '撤回出租', said: 'platform' } as const;
    await work(desk, id, attempted(desk, 2, 'withdraw'), { type: 'withdrawn', data: said });

    const { state, withdrawal } = await listingNow(desk, listing.id);
    expect({ state, reason: withdrawal?.reason, by: withdrawal?.by.role }).toEqual({
      state: 'withdrawn',
      reason: '撤回出租',
      by: 'system',
    });
  });

  it('confirms what the platform was told in person', async () => {
    const desk = await aPlacementDesk();
    await connect(desk, false);
    const { listing, id } = await anApproved(desk);
    await place(desk, listing.id, `${PUBLIC}.4711`);
    const changes = { terms: { remarks: '看样请预约' }, reason: '村里要求', justifications: [] };
    await amendListing(PEOPLE.office, desk.ports, listing.id, desk.command(), changes);

    const early = confirmAmended(PEOPLE.office, desk.ports, id, desk.command(), { number: 2 });
    await expect(early).rejects.toMatchObject({ code: 'PLACEMENT.STATE' });
    await confirmAmended(PEOPLE.office, desk.ports, id, desk.command(), { number: 1 });
    expect((await placementNow(desk, id)).amendment?.doneAt).toBe(desk.clock.now());
    const unasked = confirmWithdrawn(PEOPLE.office, desk.ports, id, desk.command(), WHY);
    await expect(unasked).rejects.toMatchObject({ code: 'PLACEMENT.STATE' });
    await askWithdrawal(PEOPLE.office, desk.ports, id, desk.command(), { reason: '撤回出租' });
    await confirmWithdrawn(PEOPLE.office, desk.ports, id, desk.command(), WHY);

    expect(await listingNow(desk, listing.id)).toMatchObject({
      state: 'withdrawn',
      withdrawal: { reason: '撤回出租' },
    });
  });
});

describe('a command on a placement', () => {
  const commands = {
    resume: (desk: PlacementDesk, id: string, caller = PEOPLE.office, body = WHY) =>
      resumePlacement(caller, desk.ports, id, desk.command(), body),
    switch: (desk: PlacementDesk, id: string, caller = PEOPLE.office, body = WHY) =>
      switchToHandoff(caller, desk.ports, id, desk.command(), body),
    'ask-withdrawal': (desk: PlacementDesk, id: string, caller = PEOPLE.office, body = WHY) =>
      askWithdrawal(caller, desk.ports, id, desk.command(), body),
  } as const;
  const all = Object.entries(commands);

  it.each(all)('is for the office alone: %s', async (_, run) => {
    const desk = await aPlacementDesk();
    const { id } = await doubted(desk);

    const { clerk, auditor, township, operator, foreignClerk, foreignOperator } = PEOPLE;
    const codes = await Promise.all(
      [clerk, auditor, township, operator, foreignClerk, foreignOperator].map((caller) =>
        run(desk, id, caller as typeof PEOPLE.office).catch((error: unknown) => (error as AppError).code),
      ),
    );

    const denied = 'ACCESS.DENIED';
    expect(codes).toEqual([denied, denied, denied, denied, 'RESOURCE.NOT_FOUND', 'RESOURCE.NOT_FOUND']);
  });

  it.each(all)('wants a reason: %s', async (_, run) => {
    const desk = await aPlacementDesk();
    const { id } = await doubted(desk);

    await expect(run(desk, id, PEOPLE.office, { reason: ' ' })).rejects.toMatchObject({ code: 'FORM.INVALID' });
  });

  it.each(all)('waits for a call that is under way: %s', async (_, run) => {
    const desk = await aPlacementDesk();
    const { id } = await anApproved(desk);
    await prepare(desk, id);
    await work(desk, id, attempted(desk));

    await expect(run(desk, id)).rejects.toMatchObject({ code: 'PLACEMENT.STATE' });
    desk.clock.advance(3 * MINUTE_MS);
    expect(await mayNow(desk, id)).toContain('ask-withdrawal');
  });

  it('is carried out once, however often it is sent', async () => {
    const desk = await aPlacementDesk();
    const { id } = await doubted(desk);
    const command = desk.command();

    await resumePlacement(PEOPLE.office, desk.ports, id, command, WHY);
    const { repeated } = await resumePlacement(PEOPLE.office, desk.ports, id, command, WHY);

    expect(repeated).toBe(true);
  });
});
