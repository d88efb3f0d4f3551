import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { DeskApp } from '#functions/desk/desk-routes.ts';
import { createHandoff } from '#functions/handoff-app.ts';
import type { HandoffDeskPorts } from '#functions/handoff-routes.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { aDesk, BROWSER, type DeskInMemory } from '#test/office/desk-app.ts';
import { handoffParts } from '#test/services/desk-handoff/handoff-desk.ts';
import { memoryObjectStore } from '#test/support/memory-object-store.ts';

/** The pages of handing over, over memory, with everybody signed in. */
export interface HandoffInMemory extends DeskInMemory {
  readonly handoff: DeskApp;
  readonly handoffPorts: HandoffDeskPorts;
  readonly open: (person: Caller | null, path: string, accept?: string) => Promise<Response>;
  /** Sends a form; its key is made up unless given. */
  readonly send: (person: Caller | null, path: string, fields?: Readonly<Record<string, string>>) => Promise<Response>;
}

export async function aHandoffApp(): Promise<HandoffInMemory> {
  const desk = await aDesk();
  const handoffPorts = { ...desk.deskPorts, ...(await handoffParts(memoryObjectStore())) };
  const handoff = createHandoff(
    () => handoffPorts,
    () => 'https://files.invalid',
  );
  const request = async (person: Caller | null, path: string, { headers, ...init }: RequestInit): Promise<Response> => {
    const cookie = person === null ? {} : { cookie: `session=token-of-${person.id}` };
    const all = { host: 'localhost', ...cookie, ...Object.fromEntries(new Headers(headers)) };
    const event = {} as APIGatewayProxyEventV2;
    return handoff.request(`http://desk.invalid${path}`, { ...init, headers: all }, { event });
  };
  return {
    ...desk,
    handoff,
    handoffPorts,
    open: (person, path, accept = 'text/html') => request(person, path, { headers: { accept } }),
    send: (person, path, fields = {}) => {
      const body = new URLSearchParams({ _key: handoffPorts.ids.next(), ...fields }).toString();
      return request(person, path, { method: 'POST', headers: BROWSER, body });
    },
  };
}

/** The one-time link a page shows. */
export function linkIn(html: string): string {
  return /http:\/\/localhost(\/handoff\/[^"<]+)/.exec(html)?.[1] ?? '';
}
