import { describe, expect, it } from 'vitest';
import { systemCaller } from '#shared/domain/caller.ts';
import type { PlacementEvent } from '#shared/domain/placement/events.ts';
import { handOver } from '#shared/services/desk/listing/hand-over.ts';
import { returnListing } from '#shared/services/desk/listing/return-listing.ts';
import { readLog } from '#shared/services/events/load.ts';
import { sweepEvents } from '#shared/services/events/sweep.ts';
import { followRecord } from '#shared/services/placement/follow.ts';
import { syncPlacement } from '#shared/services/placement/sync-placement.ts';
import { keys } from '#shared/services/records/keys.ts';
import { aFullLease } from '#test/services/desk-handoff/handoff-desk.ts';
import { aStamp } from '#test/support/builders.ts';
import { PEOPLE, PUBLIC } from '#test/support/desk.ts';
import { again, end, pass, place, submit } from '#test/support/desk-journey.ts';
import {
  anApproved,
  aPlacementDesk,
  attempted,
  connect,
  LOT,
  listingNow,
  MINUTE_MS,
  type PlacementDesk,
  placementNow,
  prepare,
  published,
  seen,
  work,
} from './placement-desk.ts';

async function typesOf({ ports }: PlacementDesk, id: string): Promise<readonly string[]> {
  const log = await readLog<PlacementEvent>(ports, { kind: 'placement', id });
  return log.map(({ event }) => event.type);
}

describe('a listing whose platform is connected', () => {
  it('is opened, handed over by the system, sent, placed, shown and ended', async () => {
    const desk = await aPlacementDesk();
    const { listing, id } = await anApproved(desk);
    expect(await placementNow(desk, id)).toMatchObject({ state: 'pending', way: 'api', platform: PUBLIC, round: 1 });
    expect(desk.woken).toEqual([{ queue: 'preparations', placement: id }]);

    await prepare(desk, id);
    const { offer } = await placementNow(desk, id);
    const stored = await desk.files.get(`offers/${offer?.sha256}`);
    expect(JSON.parse(new TextDecoder().decode(stored?.bytes))).toMatchObject({
      reference: id,
      noticeNumber: '吴资交告〔2024〕1号',
      files: [
        { role: 'notice', name: '公告.docx' },
        { role: 'document', name: '01-材料.pdf' },
      ],
    });
    expect((await listingNow(desk, listing.id)).rounds[0]?.handedOver?.by.role).toBe('system');
    expect(desk.woken.at(-1)).toEqual({ queue: PUBLIC, placement: id });

    await work(desk, id, attempted(desk), { type: 'accepted', data: LOT });
    const placed = await listingNow(desk, listing.id);
    expect(placed.state).toBe('placed');
    expect(placed.rounds[0]?.placed).toMatchObject({ url: LOT.url, lotId: `${PUBLIC}.4711` });

    await seen(desk, { facts: {}, outcomes: {} }, 'announced');
    await followRecord(desk.ports, await placementNow(desk, id));
    expect(await placementNow(desk, id)).toMatchObject({ state: 'live', shown: { status: 'announced' } });
    await seen(desk, { facts: {}, outcomes: { 'passed-in': aStamp(2) } });
    await followRecord(desk.ports, await placementNow(desk, id));
    expect(await placementNow(desk, id)).toMatchObject({ state: 'ended', outcome: 'passed-in' });
    expect(await typesOf(desk, id)).toEqual([
      'opened',
      'validated',
      'attempted',
      'accepted',
      'shown',
      'shown',
      'ended',
    ]);
  });

  it('is taken back when the office returns it, and opened again when it is approved again', async () => {
    const desk = await aPlacementDesk();
    const { listing, id } = await anApproved(desk);

    await returnListing(PEOPLE.office, desk.ports, listing.id, desk.command(), {
      step: 'office',
      reason: '请核对面积',
    });
    expect(await placementNow(desk, id)).toMatchObject({ state: 'withdrawn' });
    await prepare(desk, id);
    await submit(desk, listing.id);
    await pass(desk, listing.id, 'township', PEOPLE.township);
    await pass(desk, listing.id, 'office', PEOPLE.office);

    expect(await placementNow(desk, id)).toMatchObject({ state: 'pending', way: 'api' });
    expect(await typesOf(desk, id)).toEqual(['opened', 'withdrawn', 'opened']);
  });

  it('keeps its way when the connection is switched off after it was opened', async () => {
    const desk = await aPlacementDesk();
    const { id } = await anApproved(desk);

    await connect(desk, false);
    await prepare(desk, id);

    expect(await placementNow(desk, id)).toMatchObject({ state: 'validated', way: 'api' });
  });

  it('is left to people when a person hands it over first', async () => {
    const desk = await aPlacementDesk();
    const { listing, id } = await anApproved(desk);

    const body = { packageSha256: 'a'.repeat(64), documents: [] };
    await handOver(PEOPLE.office, desk.ports, listing.id, desk.command(), body);
    await prepare(desk, id);

    expect(await placementNow(desk, id)).toMatchObject({ state: 'awaiting-handoff', way: 'handoff', offer: null });
  });
});

describe('a listing whose platform takes packages', () => {
  it('waits for people, is accepted with the address they bring, followed, and ended with its round', async () => {
    const desk = await aPlacementDesk();
    await connect(desk, false);
    const { listing, id } = await anApproved(desk);
    expect(await placementNow(desk, id)).toMatchObject({ state: 'awaiting-handoff', way: 'handoff' });
    expect(desk.woken).toEqual([]);

    await place(desk, listing.id, `${PUBLIC}.4711`);
    expect(await placementNow(desk, id)).toMatchObject({ state: 'accepted', lot: { number: '4711', revision: null } });
    await seen(desk, { facts: {}, outcomes: {} }, 'bidding');
    desk.clock.advance(MINUTE_MS);
    await prepare(desk, id);
    expect(await placementNow(desk, id)).toMatchObject({ state: 'live' });
    await end(desk, listing.id, 'failed');

    expect(await placementNow(desk, id)).toMatchObject({ state: 'ended', outcome: 'passed-in' });
    await again(desk, listing.id, aFullLease());
    expect(await typesOf(desk, id)).toEqual(['opened', 'accepted', 'shown', 'ended']);
  });

  it('is accepted without a number where the address carries none, and then not followed', async () => {
    const desk = await aPlacementDesk();
    await connect(desk, false);
    const { listing, id } = await anApproved(desk);

    await place(desk, listing.id);

    expect(await placementNow(desk, id)).toMatchObject({ state: 'accepted', lot: { number: '' } });
    expect(await desk.records.get(keys.placementWork(id))).not.toHaveProperty('dueAt');
  });
});

describe('what follows', () => {
  it('changes nothing when it is repeated', async () => {
    const desk = await aPlacementDesk();
    const { listing, id } = await published(desk);
    const logs = () => desk.records.items().filter(({ sk }) => sk.startsWith('EVENT#'));
    const before = logs();

    for (const kind of ['listing', 'placement', 'listing'] as const) {
      await desk.ports.effects[kind]?.(desk.ports, kind === 'listing' ? listing.id : id);
    }
    await syncPlacement(desk.ports, await listingNow(desk, listing.id));

    expect(logs()).toEqual(before);
  });

  it('is made up for by the sweeper where the queues were not there', async () => {
    const desk = await aPlacementDesk();
    const { id } = await anApproved(desk);
    await prepare(desk, id);
    const noQueue = () => Promise.reject(new Error('no queue'));
    const broken = { ...desk.ports, effects: { ...desk.ports.effects, placement: noQueue } };
    await work({ ...desk, ports: broken }, id, attempted(desk), { type: 'accepted', data: LOT });
    const { listingId } = await placementNow(desk, id);
    expect((await listingNow(desk, listingId)).state).toBe('handed-over');
    desk.clock.advance(5 * MINUTE_MS);

    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    await sweepEvents(systemCaller('sweep'), { ...desk.ports, due: desk.records, log });

    expect((await listingNow(desk, listingId)).state).toBe('placed');
  });
});
