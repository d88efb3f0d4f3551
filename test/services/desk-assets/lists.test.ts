import { describe, expect, it } from 'vitest';
import { keptOwners } from '#shared/services/desk/asset/kept-owners.ts';
import { type AssetFilter, listAssets } from '#shared/services/desk/asset/list-assets.ts';
import { registerAsset } from '#shared/services/desk/asset/register-asset.ts';
import { listOwners, readOwner } from '#shared/services/desk/owner/read-owner.ts';
import { amendOwner, registerOwner } from '#shared/services/desk/owner/register-owner.ts';
import { lockAssets } from '#shared/services/events/asset-lock.ts';
import { aPerson, PEOPLE } from '#test/support/desk.ts';
import { day } from '#test/support/desk-terms.ts';
import { aRegisterDesk, pondOf } from './register-desk.ts';

async function aFullRegister() {
  const desk = await aRegisterDesk();
  const pond = await desk.enter({ name: '东塘', ledgerNumber: 'YC-01' });
  await desk.enter({ name: '仓库', assetClass: 'warehouse', nature: 'operating', address: '村口' });
  const other = { ...pondOf(desk.otherVillage), name: '外塘', division: '330502101220' };
  await registerAsset(PEOPLE.office, desk.ports, desk.command(), other);
  const car = {
    ...pondOf(desk.unit),
    name: '公务车',
    assetClass: 'vehicle' as const,
    nature: null,
    division: '330502',
  };
  await registerAsset(PEOPLE.office, desk.ports, desk.command(), car);
  return { ...desk, pond };
}

describe('the list of assets', () => {
  it.each([
    ['clerk', ['东塘', '仓库']],
    ['accountant', ['东塘', '仓库']],
    ['foreignClerk', []],
    ['foreignTownship', ['外塘']],
    ['bureau', ['东塘', '仓库', '外塘']],
    ['stateBureau', ['公务车']],
    ['office', ['公务车', '东塘', '仓库', '外塘']],
    ['operator', []],
  ] as const)('shows %s what it may see: %j', async (who, names) => {
    const { ports } = await aFullRegister();

    const { lines, total } = await listAssets(PEOPLE[who], ports, {});

    expect(lines.map(({ asset }) => asset.name)).toEqual(names);
    expect(total).toBe(names.length);
  });

  it.each<[AssetFilter, readonly string[]]>([
    [{ text: 'yc-01' }, ['东塘']],
    [{ text: '云村 村口' }, ['仓库']],
    [{ assetClass: 'warehouse' }, ['仓库']],
    [{ division: '330502101' }, ['外塘']],
    [{ standing: 'listed' }, ['东塘']],
    [{ standing: 'vacant', assetClass: 'fish_pond' }, ['外塘']],
  ])('is restricted by %j', async (filter, names) => {
    const { ports, pond } = await aFullRegister();
    const claim = { takes: 'use', from: day('2024-06-01'), until: null, version: 1 } as const;
    const request = { ...claim, standingOf: async () => 'open' as const };
    await lockAssets(ports, 'listing-1', [{ assetId: pond, parts: null }], request);

    const { lines } = await listAssets(PEOPLE.office, ports, filter);

    expect(lines.map(({ asset }) => asset.name)).toEqual(names);
  });

  it('comes in pages', async () => {
    const { ports, enter } = await aRegisterDesk();
    for (let at = 0; at < 51; at++) await enter({ name: `塘${String(at).padStart(2, '0')}` });

    const { lines, total } = await listAssets(PEOPLE.clerk, ports, {}, 2);

    expect([total, lines.map(({ asset }) => asset.name)]).toEqual([51, ['塘50']]);
  });
});

describe('owners', () => {
  it('are entered by the office alone', async () => {
    const { ports, command } = await aRegisterDesk();
    const details = { kind: 'state' as const, name: '新单位', uscc: null, division: '330502', contact: null };

    const asked = registerOwner(PEOPLE.clerk, ports, command(), details);

    await expect(asked).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
  });

  it('keep their kind and their township', async () => {
    const { ports, command, village } = await aRegisterDesk();
    const { owner } = await readOwner(PEOPLE.office, ports, village);
    const { id: _, ...details } = owner;
    const amend = (of: Partial<typeof details>) =>
      amendOwner(PEOPLE.office, ports, command(), village, { ...details, ...of });

    await expect(amend({ kind: 'state' })).rejects.toMatchObject({ code: 'FORM.INVALID' });
    await expect(amend({ division: '330502101220' })).rejects.toMatchObject({ code: 'FORM.INVALID' });
    await expect(amend({ name: '云村经济合作社' })).resolves.toMatchObject({ version: 2 });
    expect((await readOwner(PEOPLE.clerk, ports, village)).history[0]?.differences).toEqual([
      { pointer: '/name', before: '云村股份经济合作社', after: '云村经济合作社' },
    ]);
  });

  it('are kept by their own clerks', async () => {
    const { ports, unit } = await aRegisterDesk();
    const unitClerk = aPerson('clerk-9', '单位经办', { role: 'owner-clerk', scope: unit });

    const kept = async (who: typeof unitClerk) => (await keptOwners(who, ports)).map(({ name }) => name);

    expect(await kept(unitClerk)).toEqual(['吴兴区某国有公司']);
    expect(await kept(PEOPLE.clerk)).toEqual(['云村股份经济合作社']);
    expect(await kept(PEOPLE.auditor)).toEqual([]);
    expect((await listOwners(PEOPLE.auditor, ports)).length).toBe(3);
  });
});
