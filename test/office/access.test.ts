import { Hono } from 'hono/tiny';
import { describe, expect, it } from 'vitest';
import { type AdmittedEnv, admission, type RouteTable } from '#functions/admission.ts';
import { COMPARE_ACCESS } from '#functions/compare-access.ts';
import { createComparison } from '#functions/compare-app.ts';
import { createDesk } from '#functions/desk/desk-app.ts';
import { addPeopleRoutes, PEOPLE_ACCESS } from '#functions/desk/people.ts';
import { OFFICE_ACCESS } from '#functions/office-access.ts';
import { createRouter } from '#infra/local/routes.ts';
import { officeFunctions } from '#infra/topology-office.ts';
import type { Route } from '#infra/topology-shape.ts';
import { PERSON_ROLES, type PersonRole } from '#shared/domain/people/role.ts';
import { endSession } from '#shared/services/access/session-item.ts';
import { memoryEventPorts } from '#test/support/event-ports.ts';
import { countingIds, seededRandom } from '#test/support/fixed-ambient.ts';
import { memoryObjectStore } from '#test/support/memory-object-store.ts';
import { OPERATOR_EVENT, PUBLIC_EVENT, signedIn } from '#test/support/sign-in.ts';
import { anOffice } from './office-app.ts';

type App = Pick<Hono<AdmittedEnv>, 'request' | 'routes'>;

interface Site {
  readonly app: App;
  readonly table: RouteTable;
  /** A browser's cookies of somebody in the roles. */
  readonly enter: (person: string, ...roles: readonly PersonRole[]) => Promise<string>;
  readonly leave: (person: string) => Promise<void>;
  readonly wait: (ms: number) => void;
}

const LOG = { info: () => {}, warn: () => {}, error: () => {} };

const SITES: Readonly<Record<string, () => Site>> = {
  office() {
    const { app, ports, clock } = anOffice();
    return site(app, OFFICE_ACCESS, { ...ports, clock, effects: {} });
  },
  compare() {
    const ports = memoryEventPorts();
    const readFacts = async () => ({ hash: 'empty', at: null, facts: [] });
    const given = { ...ports, readFacts, readLedger: async () => [], manifests: [], schedules: [] };
    return site(createComparison(given), COMPARE_ACCESS, ports);
  },
  people() {
    const ports = memoryEventPorts();
    const more = { files: memoryObjectStore(), ids: countingIds('key-0000'), random: seededRandom(1), log: LOG };
    const given = () => ({ ...ports, ...more, platforms: [], publishing: [], fees: { schedules: [] } as never });
    const modules = [{ access: PEOPLE_ACCESS, add: addPeopleRoutes }];
    return site(createDesk({ ports: given, modules, filesOrigin: () => 'http://files.invalid' }), PEOPLE_ACCESS, ports);
  },
};

function site(app: App, table: RouteTable, ports: ReturnType<typeof memoryEventPorts>): Site {
  return {
    app,
    table,
    enter: (person, ...roles) => signedIn(ports, person, ...roles),
    leave: (person) => endSession(ports, `token-of-${person}`),
    wait: (ms) => ports.clock.advance(ms),
  };
}

/** The routes of the app itself, without what is done before each of them. */
function routesOf({ app }: Site): readonly string[] {
  const routes = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);
  return [...new Set(routes)].filter((route) => !route.includes('/static/'));
}

/** The status a route answers with; being sent to sign in counts as 401. */
async function statusOf({ app }: Site, route: string, cookie: string, event = PUBLIC_EVENT): Promise<number> {
  const [method = '', path = ''] = route.split(' ');
  const headers = { cookie, host: 'localhost', 'sec-fetch-site': 'same-origin', 'idempotency-key': 'key-of-the-test' };
  const filled = path.replace(/:\w+/g, 'nobody-1');
  const answer = await app.request(`http://localhost${filled}`, { method, headers }, { event });
  return answer.headers.get('location')?.startsWith('/sign-in?to=') ? 401 : answer.status;
}

describe.each(Object.entries(SITES))('the routes of %s', (_, make) => {
  const routes = routesOf(make());

  it('are those the table names, no more and no fewer', () => {
    expect(routes.toSorted()).toEqual(Object.keys(make().table).toSorted());
  });

  it.each(routes)('%s opens to the roles of the table and to no other', async (route) => {
    const place = make();
    const allowed = place.table[route];
    for (const role of PERSON_ROLES) {
      const status = await statusOf(place, route, await place.enter(`the-${role}`, role));
      const may = Array.isArray(allowed) && allowed.includes(role);

      expect([role, may ? status : [401, 403].includes(status)]).toEqual([role, may ? expect.any(Number) : true]);
      if (may) expect([role, [401, 403, 500].includes(status)]).toEqual([role, false]);
    }
  });

  it.each(routes)('%s opens to nobody without a session that holds', async (route) => {
    const place = make();
    const ended = await place.enter('ended', ...PERSON_ROLES);
    await place.leave('ended');
    const expired = await place.enter('expired', ...PERSON_ROLES);
    place.wait(12 * 3_600_000);
    const noRole = await place.enter('newcomer');

    for (const cookie of ['', 'session=forged', ended, expired]) expect(await statusOf(place, route, cookie)).toBe(401);
    expect([401, 403]).toContain(await statusOf(place, route, noRole));
  });

  it.each(routes)("%s opens to the operator's programs where it is theirs alone", async (route) => {
    const place = make();

    const status = await statusOf(place, route, '', OPERATOR_EVENT);

    expect(status === 401).toBe(place.table[route] !== 'operator');
  });
});

describe('a route that is in no table', () => {
  it('is open to nobody', async () => {
    const ports = memoryEventPorts();
    const app = new Hono<AdmittedEnv>();
    app.use(admission({}, () => ports));
    app.get('/office/forgotten', (context) => context.text('secret'));
    app.onError((thrown, context) => context.text(thrown.message, 403));
    const cookie = await signedIn(ports, 'p1', ...PERSON_ROLES);

    const answer = await app.request(
      'http://localhost/office/forgotten',
      { headers: { cookie } },
      { event: OPERATOR_EVENT },
    );

    expect([answer.status, await answer.text()]).toEqual([403, 'the route is open to nobody']);
  });
});

describe('the gateway', () => {
  const routes: readonly Route[] = [officeFunctions.office, officeFunctions.compare].flatMap(({ triggers }) =>
    triggers.flatMap((trigger): readonly Route[] => trigger.routes),
  );
  const find = createRouter(routes.map((route) => ({ route })));

  it.each(Object.entries({ ...OFFICE_ACCESS, ...COMPARE_ACCESS }))(
    'lets %s through as its table says',
    (route, access) => {
      const [method = '', path = ''] = route.split(' ');

      const match = find(method, path.replace(/:\w+/g, 'x'));

      expect(match?.route.access).toBe(access === 'operator' ? 'operator' : 'session');
    },
  );
});
