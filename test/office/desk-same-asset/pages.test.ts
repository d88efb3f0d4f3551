import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { createSameAsset } from '#functions/same-asset-app.ts';
import { SAME_ASSET_ACCESS } from '#functions/same-asset-routes.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { sameAssetChanged } from '#shared/services/same-asset/decisions.ts';
import { aDesk, BROWSER, hidden } from '#test/office/desk-app.ts';
import { againInJune, aPond } from '#test/services/same-asset/a-same-asset.ts';
import { PEOPLE } from '#test/support/desk.ts';

const LOTS = [aPond('1'), againInJune('2')];
const BOARD = '/desk/same-asset';
const PAIR = `${BOARD}/pair?a=virtual.1&b=virtual.2`;

async function textOf(answer: Response): Promise<string> {
  return load(await answer.text())('main')
    .text()
    .replace(/\s+/g, ' ');
}

async function aSameAssetDesk() {
  const { deskPorts } = await aDesk();
  const ports = {
    ...deskPorts,
    effects: { ...deskPorts.effects, 'same-asset': sameAssetChanged },
    wake: () => Promise.resolve(),
    lots: () => Promise.resolve(new Map(LOTS.map((card) => [card.lotId, card]))),
  };
  const app = createSameAsset(
    () => ports,
    () => 'https://files.invalid',
  );
  const request = async (person: Caller, path: string, { headers, ...init }: RequestInit) => {
    const all = { cookie: `session=token-of-${person.id}`, ...Object.fromEntries(new Headers(headers)) };
    const environment = { event: {} as APIGatewayProxyEventV2 };
    return app.request(`http://desk.invalid${path}`, { ...init, headers: all }, environment);
  };
  const open = (person: Caller, path: string, accept = 'text/html') => request(person, path, { headers: { accept } });
  const send = async (person: Caller, act: string, fields: Readonly<Record<string, string>> = {}) => {
    const page = await (await open(PEOPLE.office, PAIR)).text();
    const carried = ['a', 'b', 'hash'].map((name) => [name, hidden(page, name)]);
    const all = { _key: ports.ids.next(), ...Object.fromEntries(carried), ...fields };
    return request(person, `${BOARD}/${act}`, {
      method: 'POST',
      headers: BROWSER,
      body: new URLSearchParams(all).toString(),
    });
  };
  return { app, open, send };
}

describe('the board of what may be one asset', () => {
  it('proposes pairs with their evidence, in a page and to programs', async () => {
    const { open } = await aSameAssetDesk();

    const text = await textOf(await open(PEOPLE.auditor, BOARD));
    const json = await (await open(PEOPLE.office, BOARD, 'application/json')).json();

    expect(text).toContain('待确认(1)');
    expect(text).toContain('依据:名称相同或相近、处置单位相同、所在乡镇街道相同、面积相同');
    expect(json).toMatchObject({ proposals: [{ pair: ['virtual.1', 'virtual.2'] }], left: 0, crowded: 0 });
  });

  it.each([PEOPLE.clerk, PEOPLE.township, PEOPLE.operator])('is not for $name', async (person) => {
    const { open } = await aSameAssetDesk();

    expect((await open(person, BOARD)).status).toBe(403);
    expect((await open(person, PAIR)).status).toBe(403);
  });

  it('lists every route it answers with who may call it', async () => {
    const { app } = await aSameAssetDesk();
    const routes = app.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith(BOARD));

    expect(routes.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(
      Object.keys(SAME_ASSET_ACCESS).toSorted(),
    );
  });
});

describe('the page of a pair', () => {
  it('shows what both sides say, and lets the audit decide nothing', async () => {
    const { open } = await aSameAssetDesk();

    const text = await textOf(await open(PEOPLE.auditor, PAIR));

    expect(text).toContain('起拍价 24,000.00(元/年)起拍价 20,000.00(元/年)');
    expect(text).not.toContain('确认为同一资产');
  });

  it('confirms and undoes for the office, and shows both with their evidence', async () => {
    const { open, send } = await aSameAssetDesk();

    const confirmed = await send(PEOPLE.office, 'confirm');
    expect([confirmed.status, confirmed.headers.get('location')]).toEqual([303, PAIR]);
    expect(await textOf(await open(PEOPLE.office, BOARD))).toContain('已确认(1)');

    const refused = await send(PEOPLE.office, 'undo');
    expect(refused.status).toBe(422);
    expect(await textOf(refused)).toContain('请写明撤销的原因');

    expect((await send(PEOPLE.office, 'undo', { reason: '是两口塘' })).status).toBe(303);
    const text = await textOf(await open(PEOPLE.office, PAIR));
    expect(text).toMatch(/确认为同一资产.*当时的依据.*撤销合并.*是两口塘.*当时的依据/);
  });

  it('says that the evidence is another by now', async () => {
    const { send } = await aSameAssetDesk();

    const answer = await send(PEOPLE.office, 'refuse', { hash: 'older' });

    expect(answer.status).toBe(422);
    expect(await textOf(answer)).toContain('两边的资料已有变化');
  });

  it('lets nobody who only reads decide, and knows no lot that is not there', async () => {
    const { open, send } = await aSameAssetDesk();

    expect((await send(PEOPLE.auditor, 'confirm')).status).toBe(403);
    expect((await open(PEOPLE.office, `${BOARD}/pair?a=virtual.1&b=virtual.9`)).status).toBe(404);
    expect((await open(PEOPLE.office, `${BOARD}/pair?a=virtual.1&b=virtual.1`)).status).toBe(404);
  });
});
