import { describe, expect, it } from 'vitest';
import { readAsset } from '#shared/services/desk/asset/read-asset.ts';
import { pondOf } from '#test/services/desk-assets/register-desk.ts';
import { PEOPLE } from '#test/support/desk.ts';
import { assetValues } from '#web/pages/desk/assets/asset-values.ts';
import { readAssetForm } from '#web/pages/desk/assets/read-asset-form.ts';
import { aRegisterApp } from './register-app.ts';

type App = Awaited<ReturnType<typeof aRegisterApp>>;

function fieldsOf({ village }: App, more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return {
    _key: 'form-key-x1',
    ownerId: village,
    name: '东塘',
    assetClass: 'fish_pond',
    nature: 'resource',
    division: '330502100214',
    address: '南片',
    area: '12.345',
    'area.unit': 'mu',
    'lease.state': 'vacant',
    'parts.0.name': '',
    'parts.0.area': '',
    'parts.0.area.unit': 'mu',
    ...more,
  };
}

describe('the form of an asset', () => {
  it('enters it without scripts and goes on to its page', async () => {
    const app = await aRegisterApp();

    const answer = await app.send('/desk/assets', fieldsOf(app, { 'parts.1.name': '北口', 'parts.1.area': '4' }));

    expect(answer.status).toBe(303);
    const page = await app.page(answer.headers.get('location') ?? '');
    expect(page).toContain('12.345 亩');
    expect(page).toContain('北口,4 亩');
    expect(page).toContain('织里镇云村村委会');
    expect(page).toContain('状态:<strong>空闲</strong>');
  });

  it('makes one asset of a form sent twice', async () => {
    const app = await aRegisterApp();

    const [first, second] = [
      await app.send('/desk/assets', fieldsOf(app)),
      await app.send('/desk/assets', fieldsOf(app)),
    ];

    expect(second.headers.get('location')).toBe(first.headers.get('location'));
  });

  it('comes back with what was entered and what is wrong beside the field', async () => {
    const app = await aRegisterApp();

    const answer = await app.send(
      '/desk/assets',
      fieldsOf(app, { area: '三亩', 'certificates.1.file': '0123456789abcdef' }),
    );

    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain('id="f-area-error"');
    expect(page).toContain('value="三亩"');
    expect(page).toContain('请填写权证号码。');
    expect(page).toContain('value="东塘"');
  });

  it('grows rows, and is checked, without being saved', async () => {
    const app = await aRegisterApp();

    const more = await (await app.send('/desk/assets', fieldsOf(app, { _more: '1' }))).text();
    const checked = await (await app.send('/desk/assets', fieldsOf(app, { _check: '1', area: '' }))).text();

    expect(more.match(/name="parts\.\d+\.name"/g)).toHaveLength(8);
    expect(checked).toContain('还没有保存');
    expect(checked).toContain('请核对:没有填写面积');
    expect(await app.page('/desk/assets')).toContain('共 0 项');
  });

  it('gives the same asset again that it was filled from', () => {
    const asset = {
      ...pondOf('o1'),
      parts: [{ id: 'p2', name: '东', area: { thousandths: 1_500, unit: 'm2' as const } }],
      certificates: [{ kind: '林权证', number: '1号', file: '0123456789abcdef' }],
      pictures: ['0123456789abcdef', 'fedcba9876543210'],
      priorityHolders: [{ id: 'h1', name: '王五', basis: 'sitting-lessee' as const }],
    };

    expect(readAssetForm(assetValues(asset), 'o1')).toEqual(asset);
  });

  it('gives a new part an id none has', () => {
    const values = {
      ...assetValues({ ...pondOf('o1'), parts: [{ id: 'p2', name: '东', area: null }] }),
      'parts.5.name': '西',
    };

    expect(readAssetForm(values, 'o1').parts.map(({ id }) => id)).toEqual(['p2', 'p3']);
  });
});

describe('amending by the form', () => {
  it('is refused after somebody else was faster, and stays so when sent again', async () => {
    const app = await aRegisterApp();
    const id = await app.enter();
    const edit = (name: string, key: string) =>
      app.send(`/desk/assets/${id}/edit`, { ...fieldsOf(app, { name }), _key: key, _version: '1' });
    expect((await edit('甲塘', 'form-key-a1')).status).toBe(303);

    const late = await edit('乙塘', 'form-key-b1');

    const page = await late.text();
    expect([late.status, page.includes('name="_version" value="1"'), page.includes('内容已被别人修改')]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await readAsset(PEOPLE.clerk, app.ports, id)).asset.name).toBe('甲塘');
  });

  it('shows who changed what', async () => {
    const app = await aRegisterApp();
    const id = await app.enter({}, PEOPLE.accountant);
    await app.send(`/desk/assets/${id}/edit`, { ...fieldsOf(app), _version: '1' });

    const page = await app.page(`/desk/assets/${id}`);

    expect(page).toContain('名称:<del>12亩鱼塘</del> → <ins>东塘</ins>');
    expect(page).toContain('镇农经站<span class="badge">代录</span>');
  });
});

describe('an asset as JSON', () => {
  it('is entered with nested fields and an idempotency key, and read with its version as ETag', async () => {
    const app = await aRegisterApp();
    const body = { ...fieldsOf(app), parts: { 0: { name: '北口' } } };
    const headers = { accept: 'application/json', 'content-type': 'application/json', 'idempotency-key': 'program-1' };

    const made = await app.request('/desk/assets', { method: 'POST', body: JSON.stringify(body), headers });

    const { id, version } = (await made.json()) as { id: string; version: number };
    const read = await app.request(`/desk/assets/${id}`, { headers: { accept: 'application/json' } });
    expect([version, read.headers.get('etag')]).toEqual([1, '"1"']);
    expect(await read.json()).toMatchObject({ asset: { parts: [{ id: 'p1', name: '北口' }] } });
  });
});

describe('strangers', () => {
  it.each(['foreignClerk', 'unitClerk', 'foreignTownship'] as const)('%s learns nothing of it', async (who) => {
    const app = await aRegisterApp();
    const id = await app.enter();

    const statuses = await Promise.all([
      app.request(`/desk/assets/${id}`, {}, PEOPLE[who]),
      app.request(`/desk/owners/${app.village}`, {}, PEOPLE[who]),
    ]);

    expect(statuses.map(({ status }) => status)).toEqual([404, 404]);
    expect(await app.page('/desk/assets', PEOPLE[who])).not.toContain('12亩鱼塘');
  });

  it('cannot enter an asset for the village', async () => {
    const app = await aRegisterApp();

    expect((await app.send('/desk/assets', fieldsOf(app), PEOPLE.foreignClerk)).status).toBe(404);
    expect((await app.send('/desk/assets', fieldsOf(app), PEOPLE.auditor)).status).toBe(403);
    expect((await app.request(`/desk/assets/new?owner=${app.village}`, {}, PEOPLE.foreignClerk)).status).toBe(404);
  });
});
