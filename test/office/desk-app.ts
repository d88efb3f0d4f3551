import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { createDesk } from '#functions/desk/desk-app.ts';
import type { DeskPorts } from '#functions/desk/desk-ports.ts';
import type { DeskApp } from '#functions/desk/desk-routes.ts';
import { DESK_MODULES } from '#functions/desk/modules.ts';
import { effects } from '#functions/effects.ts';
import { type Caller, systemCaller } from '#shared/domain/caller.ts';
import { feeBook } from '#shared/domain/fees/book.ts';
import type { PersonEvent } from '#shared/domain/people/person.ts';
import { personAggregate } from '#shared/services/access/person-aggregate.ts';
import { startSession } from '#shared/services/access/session-item.ts';
import { assetChanged } from '#shared/services/desk/asset/asset-cards.ts';
import { ownerChanged } from '#shared/services/desk/owner/owner-cards.ts';
import { commit } from '#shared/services/events/commit.ts';
import {
  aListingDesk,
  CAR,
  HALL,
  type ListingDesk,
  OTHER_POND,
  OTHER_VILLAGE,
  PEOPLE,
  POND,
  UNIT,
  VILLAGE,
} from '#test/support/desk.ts';
import { countingIds } from '#test/support/fixed-ambient.ts';
import { memoryObjectStore } from '#test/support/memory-object-store.ts';

const ACTOR = { id: 'setup', name: '初始录入', role: 'system', scope: '', onBehalf: false } as const;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Headers with which a browser sends a form of the page it shows, and asks for a page back. */
export const BROWSER = {
  accept: 'text/html',
  'content-type': 'application/x-www-form-urlencoded',
  'sec-fetch-site': 'same-origin',
};

/** Lets a person have his assignments and a session. */
async function signIn(ports: DeskPorts, { id, name = id, assignments = [] }: Caller): Promise<void> {
  for (const assignment of assignments) {
    const event: PersonEvent = { type: 'assigned', data: { assignment } };
    const command = { id: `assign-${id}`, body: null };
    await commit(ports, personAggregate, id, { caller: systemCaller('setup'), actor: ACTOR }, command, () => event);
  }
  await startSession(ports, `token-of-${id}`, { person: id, name });
}

/** The whole desk over memory, with everybody signed in. */
export interface DeskInMemory extends ListingDesk {
  readonly app: DeskApp;
  readonly deskPorts: DeskPorts;
  readonly get: (person: Caller | null, path: string, accept?: string) => Promise<Response>;
  /** Sends a form as a browser without scripts does. */
  readonly submit: (person: Caller | null, path: string, fields: Fields, headers?: Fields) => Promise<Response>;
  /** Sends JSON as a program does, with a fresh key. */
  readonly sendJson: (person: Caller, path: string, body: unknown, headers?: Fields) => Promise<Response>;
}

type Fields = Readonly<Record<string, string>>;

function cookieOf(person: Caller | null): Fields {
  return person === null ? {} : { cookie: `session=token-of-${person.id}` };
}

export async function aDesk(): Promise<DeskInMemory> {
  const desk = await aListingDesk();
  const ids = countingIds('fresh-key-');
  const rest = { files: memoryObjectStore(), ids, log: quiet, fees: feeBook([]), effects };
  const deskPorts: DeskPorts = { ...desk.ports, ...rest };
  for (const { id } of [VILLAGE, OTHER_VILLAGE, UNIT]) await ownerChanged(deskPorts, id);
  for (const id of [POND, HALL, OTHER_POND, CAR]) await assetChanged(deskPorts, id);
  for (const person of Object.values(PEOPLE)) await signIn(deskPorts, person);
  const filesOrigin = () => 'https://files.invalid';
  const app = createDesk({ ports: () => deskPorts, modules: DESK_MODULES, filesOrigin });
  const request = async (path: string, init: RequestInit): Promise<Response> =>
    app.request(`http://desk.invalid${path}`, init, { event: {} as APIGatewayProxyEventV2 });
  const get = (person: Caller | null, path: string, accept = 'text/html') =>
    request(path, { headers: { ...cookieOf(person), accept } });
  const post = (person: Caller | null, path: string, headers: Fields, body: string) =>
    request(path, { method: 'POST', headers: { ...cookieOf(person), ...headers }, body });
  return {
    ...desk,
    app,
    deskPorts,
    get,
    submit: (person, path, fields, headers = {}) =>
      post(person, path, { ...BROWSER, ...headers }, new URLSearchParams({ _key: ids.next(), ...fields }).toString()),
    sendJson: (person, path, body, headers = {}) => {
      const own = { accept: 'application/json', 'content-type': 'application/json', 'idempotency-key': ids.next() };
      return post(person, path, { ...own, ...headers }, JSON.stringify(body));
    },
  };
}

/** The value of a hidden field of a page. */
export function hidden(html: string, name: string): string {
  return new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}
