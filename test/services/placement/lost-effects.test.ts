import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemCaller } from '#shared/domain/caller.ts';
import type { ListingState } from '#shared/domain/listing/listing.ts';
import type { PlacementState } from '#shared/domain/placement/placement.ts';
import { handOver } from '#shared/services/desk/listing/hand-over.ts';
import { returnListing } from '#shared/services/desk/listing/return-listing.ts';
import { withdrawListing } from '#shared/services/desk/listing/withdraw-listing.ts';
import type { EventPorts } from '#shared/services/events/event-ports.ts';
import { sweepEvents } from '#shared/services/events/sweep.ts';
import { askWithdrawal, switchToHandoff } from '#shared/services/placement/reasoned-commands.ts';
import { PEOPLE } from '#test/support/desk.ts';
import { end, pass, submit } from '#test/support/desk-journey.ts';
import {
  anApproved,
  aPlacementDesk,
  attempted,
  LOT,
  listingNow,
  MINUTE_MS,
  type PlacementDesk,
  placementNow,
  prepare,
  work,
} from './placement-desk.ts';

const WHY = { reason: '试验' };
const PRINTED = { packageSha256: 'a'.repeat(64), documents: [] };

type Act = (desk: PlacementDesk, listing: string, id: string) => Promise<unknown>;

/** What people, our functions and the platform may do; what the state refuses is refused. */
const ACTS: Readonly<Record<string, Act>> = {
  return: (desk, listing) =>
    returnListing(PEOPLE.office, desk.ports, listing, desk.command(), { step: 'office', ...WHY }),
  approve: async (desk, listing) => {
    await submit(desk, listing);
    await pass(desk, listing, 'township', PEOPLE.township);
    await pass(desk, listing, 'office', PEOPLE.office);
  },
  prepare: (desk, _, id) => prepare(desk, id),
  'hand over': (desk, listing) => handOver(PEOPLE.clerk, desk.ports, listing, desk.command(), PRINTED),
  withdraw: (desk, listing) => withdrawListing(PEOPLE.office, desk.ports, listing, desk.command(), WHY),
  'ask withdrawal': (desk, _, id) => askWithdrawal(PEOPLE.office, desk.ports, id, desk.command(), WHY),
  switch: (desk, _, id) => switchToHandoff(PEOPLE.office, desk.ports, id, desk.command(), WHY),
  publish: async (desk, _, id) => {
    const { state, attempts } = await placementNow(desk, id);
    if (state !== 'validated') return;
    await work(desk, id, attempted(desk, attempts + 1), { type: 'accepted', data: LOT });
  },
  'take down': async (desk, _, id) => {
    const { withdrawal, lot, state } = await placementNow(desk, id);
    if (withdrawal === null || lot === null || state === 'withdrawn') return;
    await work(desk, id, { type: 'withdrawn', data: { ...WHY, said: 'platform' } });
  },
  end: (desk, listing) => end(desk, listing, 'failed'),
};

/** In which states a placement may be when everything that follows has run, by what its listing says. */
const AGREE: Readonly<Partial<Record<ListingState, readonly PlacementState[]>>> = {
  draft: ['withdrawn'],
  approved: ['pending', 'awaiting-handoff'],
  'handed-over': ['pending', 'validated', 'awaiting-handoff', 'withdrawn'],
  placed: ['accepted', 'live'],
  failed: ['ended', 'withdrawn'],
  withdrawn: ['withdrawn', 'ended'],
};

/** The same desk, with effects that fail as often as told. */
function failingIn(desk: PlacementDesk, fails: () => boolean): PlacementDesk {
  const { listing, placement } = desk.ports.effects;
  const perhaps = (run: typeof listing) => async (ports: EventPorts, id: string) => {
    if (fails()) throw new Error('no queue');
    await run?.(ports, id);
  };
  return { ...desk, ports: { ...desk.ports, effects: { listing: perhaps(listing), placement: perhaps(placement) } } };
}

async function sweepAll(desk: PlacementDesk): Promise<void> {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  for (let run = 0; run < 5; run += 1) {
    desk.clock.advance(10 * MINUTE_MS);
    await sweepEvents(systemCaller('sweep'), { ...desk.ports, due: desk.records, log });
  }
}

describe('a placement and its listing', () => {
  it('agree once everything that follows has run, whatever happened and whatever was lost', async () => {
    const seen = new Set<string>();
    const step = fc.record({ act: fc.constantFrom(...Object.keys(ACTS)), lost: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const desk = await aPlacementDesk();
        const { listing, id } = await anApproved(desk);
        for (const { act, lost } of steps) {
          await ACTS[act]?.(
            failingIn(desk, () => lost),
            listing.id,
            id,
          ).catch(() => undefined);
        }

        await sweepAll(desk);

        const { state, rounds } = await listingNow(desk, listing.id);
        const placement = await placementNow(desk, id);
        seen.add(`${state} ${placement.state}`);
        expect(AGREE[state], `${state} with ${placement.state}`).toContain(placement.state);
        const handedOverBy = rounds[0]?.handedOver?.by.role;
        if (handedOverBy === 'village-clerk' && state !== 'withdrawn') expect(placement.way).toBe('handoff');
        if (placement.attempts > 0) expect(handedOverBy).toBe('system');
      }),
      { numRuns: 80, seed: 7, endOnFailure: true },
    );
    expect(seen.size).toBeGreaterThan(5);
  });
});
