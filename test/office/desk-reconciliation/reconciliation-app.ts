import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { createReconciliation } from '#functions/reconciliation-app.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { aDesk, BROWSER } from '#test/office/desk-app.ts';
import { aReconciliation } from '#test/services/reconciliation/a-reconciliation.ts';

/** The sales are over by then, and whoever signed in still is. */
const THREE_HOURS_MS = 3 * 3_600_000;

/** The reconciliation board over memory, with everybody signed in. */
export async function aReconciliationDesk() {
  const desk = await aDesk();
  const { records, clock } = desk;
  clock.advance(THREE_HOURS_MS);
  const made = aReconciliation({ records, clock });
  const ports = { ...desk.deskPorts, ...made.ports };
  const app = createReconciliation(
    () => ports,
    () => 'https://files.invalid',
  );
  const request = async (person: Caller, path: string, { headers, ...init }: RequestInit) => {
    const all = { cookie: `session=token-of-${person.id}`, ...Object.fromEntries(new Headers(headers)) };
    const environment = { event: {} as APIGatewayProxyEventV2 };
    return app.request(`http://desk.invalid${path}`, { ...init, headers: all }, environment);
  };
  return {
    app,
    bring: made.bring,
    open: (person: Caller, path: string, accept = 'text/html') => request(person, path, { headers: { accept } }),
    send: (person: Caller, path: string, fields: Readonly<Record<string, string>>) => {
      const body = new URLSearchParams({ _key: ports.ids.next(), ...fields }).toString();
      return request(person, path, { method: 'POST', headers: BROWSER, body });
    },
  };
}
