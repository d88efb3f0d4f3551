import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { CONTRACTS_ACCESS } from '#functions/contracts-routes.ts';
import { joinAccess } from '#functions/desk/desk-app.ts';
import { type AfterSalePorts, createAfterSale } from '#functions/settlement-app.ts';
import { SETTLEMENT_ACCESS } from '#functions/settlement-routes.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { aDesk, BROWSER } from '#test/office/desk-app.ts';
import { afterSales } from '#test/services/settlement/settlement-desk.ts';

/** Who may call what of the pages of what follows a sale. */
export const ACCESS = joinAccess([SETTLEMENT_ACCESS, CONTRACTS_ACCESS]);

type Fields = Readonly<Record<string, string>>;

/** The pages of what follows a sale over memory, with everybody signed in. */
export async function anAfterSaleDesk() {
  const desk = await aDesk();
  const sales = afterSales(desk);
  const { effects, lots, cipher } = sales.ports;
  const ports: AfterSalePorts = { ...desk.deskPorts, effects: { ...desk.deskPorts.effects, ...effects }, lots, cipher };
  const app = createAfterSale(
    () => ports,
    () => 'https://files.invalid',
  );
  const request = async (person: Caller | null, path: string, { headers, ...init }: RequestInit) => {
    const cookie: Fields = person === null ? {} : { cookie: `session=token-of-${person.id}` };
    const all = { ...cookie, ...Object.fromEntries(new Headers(headers)) };
    return app.request(
      `http://desk.invalid${path}`,
      { ...init, headers: all },
      { event: {} as APIGatewayProxyEventV2 },
    );
  };
  const send = (person: Caller | null, path: string, fields: Fields = {}, accept = 'text/html') => {
    const body = new URLSearchParams({ _key: ports.ids.next(), ...fields }).toString();
    return request(person, path, { method: 'POST', headers: { ...BROWSER, accept }, body });
  };
  return {
    ...sales,
    deskPorts: ports,
    afterSale: app,
    open: (person: Caller | null, path: string, accept = 'text/html') => request(person, path, { headers: { accept } }),
    send,
  };
}
