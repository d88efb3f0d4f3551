import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { createDeposits } from '#functions/deposits-app.ts';
import type { DepositsDeskPorts } from '#functions/deposits-ports.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { LotCard } from '#shared/domain/lot-card.ts';
import type { LotStatus } from '#shared/domain/lot-status.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import { depositsChanged } from '#shared/services/deposits/deposits-cards.ts';
import { aDesk, BROWSER } from '#test/office/desk-app.ts';
import { putLot, stateDeposit } from '#test/services/deposits/a-ledger-desk.ts';

/** The pages of deposits over memory, with everybody signed in and one lot of 织里镇 that passed in. */
export async function aDepositsDesk() {
  const desk = await aDesk();
  const cards = new Map<string, LotCard>();
  const ports: DepositsDeskPorts = {
    ...desk.deskPorts,
    effects: { ...desk.deskPorts.effects, deposits: depositsChanged },
    lots: async () => cards,
  };
  const app = createDeposits(
    () => ports,
    () => 'https://files.invalid',
  );
  const addLot = async (externalId: string, status: LotStatus = 'passed-in', facts: Partial<LotFacts> = {}) => {
    const card = await putLot(desk.records, externalId, status, facts);
    cards.set(card.lotId, card);
  };
  await addLot('WX-1');
  const request = async (person: Caller, path: string, { headers, ...init }: RequestInit) => {
    const all = { cookie: `session=token-of-${person.id}`, ...Object.fromEntries(new Headers(headers)) };
    const event = { event: {} as APIGatewayProxyEventV2 };
    return app.request(`http://desk.invalid${path}`, { ...init, headers: all }, event);
  };
  const open = (person: Caller, path: string, accept = 'text/html') => request(person, path, { headers: { accept } });
  return {
    ...desk,
    ports,
    addLot,
    state: (bidder: string, refunded: number, setAside = 0) =>
      stateDeposit(desk.records, bidder, refunded, 0, setAside),
    open,
    html: async (person: Caller, path: string) => (await open(person, path)).text(),
    send: (person: Caller, path: string, fields: Readonly<Record<string, string>>) => {
      const body = new URLSearchParams({ _key: ports.ids.next(), ...fields }).toString();
      return request(person, path, { method: 'POST', headers: BROWSER, body });
    },
    bring: (person: Caller, fields: Readonly<Record<string, string>>, table: string) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      form.set('file', new File([table], '期初.csv'));
      const headers = { accept: 'text/html', 'sec-fetch-site': 'same-origin' };
      return request(person, '/desk/deposits/import', { method: 'POST', headers, body: form });
    },
  };
}
