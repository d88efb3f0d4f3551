import { expect, it } from 'vitest';
import { systemCaller } from '#shared/domain/caller.ts';
import { programActor } from '#shared/domain/people/reach.ts';
import type { PlacementEvent } from '#shared/domain/placement/events.ts';
import { addMs } from '#shared/domain/time.ts';
import { listingEffects } from '#shared/services/desk/listing/listing-effects.ts';
import { readListing } from '#shared/services/desk/listing/read-listing.ts';
import { commit } from '#shared/services/events/commit.ts';
import { placementAggregate } from '#shared/services/placement/placement-aggregate.ts';
import { aDesk, type DeskInMemory } from '#test/office/desk-app.ts';
import { aConnection, aPublishing } from '#test/services/inbound/a-pushing-platform.ts';
import { PEOPLE, POND, PUBLIC } from '#test/support/desk.ts';
import { approved } from '#test/support/desk-journey.ts';
import { aLease } from '#test/support/desk-terms.ts';

const CALLER = systemCaller('place');

/** A listing whose platform is just being asked for its lot. */
async function beingPublished(desk: DeskInMemory): Promise<string> {
  await desk.saveSetting('connections', [{ ...aConnection({ platform: PUBLIC, secrets: {} }) }]);
  const publishing = [aPublishing({ platform: PUBLIC })];
  const ports = {
    ...desk.ports,
    effects: { listing: listingEffects({ documents: () => desk.documents, publishing }) },
  };
  const { id } = await approved({ ...desk, ports }, aLease(POND));
  const until = addMs(desk.clock.now(), 120_000);
  const happened: readonly PlacementEvent[] = [
    { type: 'validated', data: { offerSha256: 'a'.repeat(64), amendment: 0 } },
    { type: 'attempted', data: { number: 1, step: 'publish', until } },
  ];
  for (const event of happened) {
    const commander = { caller: CALLER, actor: programActor(CALLER) };
    await commit({ ...ports, effects: {} }, placementAggregate, `${id}-1`, commander, desk.command(), () => event);
  }
  return id;
}

it('a listing that may be at its platform is not withdrawn, and the page leads to where it is taken down', async () => {
  const desk = await aDesk();
  const id = await beingPublished(desk);

  const refused = await desk.submit(PEOPLE.clerk, `/desk/listings/${id}/act/withdraw`, { reason: '村里要自用' });

  const html = await refused.text();
  expect(refused.status).toBe(422);
  expect(html).toContain(`<a href="/desk/placements/${id}-1">打开上架看板中的这一条</a>,由交易中心申请撤下`);
  expect(html).toContain('标的可能已在平台上');
  expect(html).toContain('村里要自用');
  expect((await readListing(PEOPLE.clerk, desk.deskPorts, id)).listing.state).toBe('approved');
});
