import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { createCollection } from '#functions/collection-app.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { newTask, type TaskSubject } from '#shared/domain/collection/task.ts';
import type { LotCard } from '#shared/domain/lot-card.ts';
import type { CollectMessage } from '#shared/messages/collect.ts';
import { putTask } from '#shared/services/collection/all-tasks.ts';
import { aDesk, BROWSER } from '#test/office/desk-app.ts';
import { aFetching } from '#test/services/collection-health/a-collection.ts';
import { PUBLIC } from '#test/support/desk.ts';
import { OPERATOR_EVENT, PUBLIC_EVENT } from '#test/support/sign-in.ts';

/** A setting that switches the public platform on. */
export const ON = { platform: PUBLIC, enabled: true, base: null, requestsPerMinute: null, lists: null, retired: null };

const LISTS = [
  { id: 'sale', title: '正在进行', shows: 'page' },
  { id: 'ended', title: '已经结束', shows: 'page' },
] as const;

type Fields = Readonly<Record<string, string>>;

/** Collection over memory, with everybody signed in; the public platform can be read, the others cannot. */
export async function aCollectionDesk() {
  const desk = await aDesk();
  const lots = new Map<string, LotCard>();
  const sent: CollectMessage[] = [];
  let asked: () => Promise<void> = async () => undefined;
  const ports = {
    ...desk.deskPorts,
    fetching: [aFetching({ platform: PUBLIC, lists: LISTS })],
    lots: async () => lots,
    send: async (_: string, message: CollectMessage) => {
      sent.push(message);
      if (sent.length === 1) await asked();
    },
  };
  const app = createCollection(
    () => ports,
    () => 'https://files.invalid',
  );
  const ask = async (path: string, init: RequestInit, event: APIGatewayProxyEventV2 = PUBLIC_EVENT) =>
    app.request(`http://desk.invalid${path}`, init, { event });
  const cookie = (person: Caller) => `session=token-of-${person.id}`;
  return {
    ...desk,
    ports,
    lots,
    sent,
    /** Does something when the first request is sent. */
    onAsked: (act: () => Promise<void>) => {
      asked = act;
    },
    open: (person: Caller, path: string, accept = 'text/html') =>
      ask(path, { headers: { cookie: cookie(person), accept } }),
    send: (person: Caller, path: string, fields: Fields = {}) => {
      const body = new URLSearchParams({ _key: ports.ids.next(), ...fields }).toString();
      return ask(path, { method: 'POST', headers: { ...BROWSER, cookie: cookie(person) }, body });
    },
    /** As a program with the operator's credentials; with a body it posts. */
    operator: (path: string, body?: unknown) => {
      const headers = { 'content-type': 'application/json' };
      const init = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) };
      return ask(path, init, OPERATOR_EVENT);
    },
    putTask: async (subject: TaskSubject, of: Partial<ReturnType<typeof newTask>> = {}) => {
      const now = ports.clock.now();
      await putTask(ports.records, PUBLIC, { ...newTask(subject), dueAt: now, lastAt: now, ...of }, now);
    },
  };
}
