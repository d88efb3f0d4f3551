import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { effects } from '#functions/effects.ts';
import { createPlacements, type PublishingDeskPorts } from '#functions/placements-app.ts';
import { type Caller, systemCaller } from '#shared/domain/caller.ts';
import type { ListingTerms } from '#shared/domain/listing/terms.ts';
import type { PlacementEvent } from '#shared/domain/placement/events.ts';
import { placementId } from '#shared/domain/placement/placement.ts';
import { addMs } from '#shared/domain/time.ts';
import { listingEffects } from '#shared/services/desk/listing/listing-effects.ts';
import { load } from '#shared/services/events/load.ts';
import { logEvent } from '#shared/services/placement/log-event.ts';
import { placementAggregate } from '#shared/services/placement/placement-aggregate.ts';
import { placementEffects } from '#shared/services/placement/placement-effects.ts';
import { aDesk, BROWSER } from '#test/office/desk-app.ts';
import { PEOPLE, POND, PUBLIC } from '#test/support/desk.ts';
import { approved } from '#test/support/desk-journey.ts';
import { aLease } from '#test/support/desk-terms.ts';
import { aPublishing } from './a-publishing.ts';
import { memorySecrets } from './memory-secrets.ts';

const CONNECTION = {
  platform: PUBLIC,
  enabled: true,
  base: 'https://open.example.invalid',
  options: {},
  secrets: {},
  requestsPerMinute: 60,
};

const PUBLISHING = [aPublishing(PUBLIC, { limits: { confidence: 'assumed', source: '测试' } })];

type Desk = Awaited<ReturnType<typeof aDesk>>;

function portsOf(desk: Desk): PublishingDeskPorts {
  const { platforms, random } = desk.deskPorts;
  const given = { platforms, random, publishing: PUBLISHING, wake: () => Promise.resolve() };
  const own = {
    ...effects,
    listing: listingEffects({ documents: () => desk.documents, publishing: PUBLISHING }),
    placement: placementEffects(given),
  };
  return { ...desk.deskPorts, ...given, effects: own, secrets: memorySecrets({}), publishers: [] };
}

/** The status board over memory, with everybody signed in and the public platform connected. */
export async function aPlacementDesk() {
  const desk = await aDesk();
  const ports = portsOf(desk);
  await desk.saveSetting('connections', [CONNECTION]);
  const app = createPlacements(
    () => ports,
    () => 'https://files.invalid',
  );
  const request = async (person: Caller, path: string, { headers, ...init }: RequestInit) => {
    const all = { cookie: `session=token-of-${person.id}`, ...Object.fromEntries(new Headers(headers)) };
    return app.request(
      `http://desk.invalid${path}`,
      { ...init, headers: all },
      { event: {} as APIGatewayProxyEventV2 },
    );
  };
  const happened = async (id: string, ...events: readonly PlacementEvent[]) => {
    for (const event of events) {
      const placement = (await load(ports, placementAggregate, id))?.state;
      if (placement === undefined) throw new Error(`no placement ${id}`);
      await logEvent(systemCaller('place'), ports, placement, event);
    }
  };
  return {
    ...desk,
    ports,
    /** The app of publishing; `app` is the desk's. */
    publishing: app,
    /** An approved listing; answers the id of its placement. */
    approve: async (terms: ListingTerms) => placementId((await approved({ ...desk, ports }, terms)).id, 1),
    happened,
    /** A moment from now. */
    later: (ms: number) => addMs(ports.clock.now(), ms),
    open: (person: Caller, path: string, accept = 'text/html') => request(person, path, { headers: { accept } }),
    send: (person: Caller, path: string, fields: Readonly<Record<string, string>> = {}) => {
      const body = new URLSearchParams({ _key: ports.ids.next(), ...fields }).toString();
      return request(person, path, { method: 'POST', headers: BROWSER, body });
    },
    sendJson: (person: Caller, path: string, body: unknown) => {
      const key = { 'idempotency-key': ports.ids.next() };
      const headers = { accept: 'application/json', 'content-type': 'application/json', ...key };
      return request(person, path, { method: 'POST', headers, body: JSON.stringify(body) });
    },
  };
}

/** What the platform says no to, once and for all. */
export function refusedFor(detail: string): PlacementEvent {
  const faults = [{ pointer: '/title', code: 'title.long', detail }];
  return {
    type: 'refused',
    data: { stage: 'platform', step: 'publish', code: 'listing.invalid', faults, retryAt: null },
  };
}

/** The offer is ready to be sent. */
export const VALIDATED: PlacementEvent = {
  type: 'validated',
  data: { offerSha256: 'a'.repeat(64), amendment: 0 },
};

export const NUMBER = '47-11';
export const ADDRESS = `https://${PUBLIC}.example.invalid/lot/4711`;

/** The page of a placement that waits to be prepared. */
export async function aPlacement(title = '12亩鱼塘三年租赁') {
  const desk = await aPlacementDesk();
  const id = await desk.approve(aLease(POND, { title }));
  const page = `/desk/placements/${id}`;
  return { ...desk, id, page, html: async () => (await desk.open(PEOPLE.office, page)).text() };
}

/** The platform has it. */
export function accepted(url = ADDRESS) {
  return { type: 'accepted', data: { number: NUMBER, url, revision: 1 } } as const;
}
