import { describe, expect, it } from 'vitest';
import { amendAsset } from '#shared/services/desk/asset/amend-asset.ts';
import { readAsset } from '#shared/services/desk/asset/read-asset.ts';
import { registerAsset } from '#shared/services/desk/asset/register-asset.ts';
import { lockAssets } from '#shared/services/events/asset-lock.ts';
import { PEOPLE } from '#test/support/desk.ts';
import { day } from '#test/support/desk-terms.ts';
import { aRegisterDesk, pondOf } from './register-desk.ts';

const PARTS = [
  { id: 'p1', name: '东塘', area: null },
  { id: 'p2', name: '西塘', area: null },
];
const OPEN = { takes: 'use', from: day('2024-06-01'), until: day('2027-05-31'), version: 1 } as const;

describe('entering an asset', () => {
  it('makes one asset however often the command comes', async () => {
    const { ports, village, command } = await aRegisterDesk();
    const asked = command({ name: '鱼塘' });

    const first = await registerAsset(PEOPLE.clerk, ports, asked, pondOf(village));
    const second = await registerAsset(PEOPLE.clerk, ports, asked, pondOf(village));

    expect(second).toMatchObject({ id: first.id, version: 1, repeated: true });
  });

  it('is refused with a sentence at each place', async () => {
    const { enter } = await aRegisterDesk();

    await expect(enter({ name: '' })).rejects.toMatchObject({
      code: 'FORM.INVALID',
      details: { errors: [{ pointer: '/name', detail: '请填写资产名称。' }] },
    });
  });

  it('shows the accountant who enters for the village as such', async () => {
    const { ports, enter } = await aRegisterDesk();

    const id = await enter({}, PEOPLE.accountant);

    const { history } = await readAsset(PEOPLE.clerk, ports, id);
    expect(history[0]?.by).toMatchObject({ name: '镇农经站', onBehalf: true });
  });

  it.each([
    ['foreignClerk', 'RESOURCE.NOT_FOUND'],
    ['unitClerk', 'RESOURCE.NOT_FOUND'],
    ['operator', 'RESOURCE.NOT_FOUND'],
    ['township', 'ACCESS.DENIED'],
    ['auditor', 'ACCESS.DENIED'],
  ] as const)('is refused to %s with %s', async (who, code) => {
    const { enter } = await aRegisterDesk();

    await expect(enter({}, PEOPLE[who])).rejects.toMatchObject({ code });
  });

  it('is refused with a file of another owner', async () => {
    const { enter } = await aRegisterDesk();

    await expect(enter({ pictures: ['0123456789abcdef'] })).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
  });
});

describe('amending an asset', () => {
  it('keeps who changed what, field by field', async () => {
    const { ports, command, enter } = await aRegisterDesk();
    const id = await enter();

    await amendAsset(PEOPLE.office, ports, command({}, 1), id, (before) => ({ ...before, address: '云村北片' }));

    const { version, history, asset } = await readAsset(PEOPLE.auditor, ports, id);
    expect([version, asset.address]).toEqual([2, '云村北片']);
    expect(history.map((change) => [change.version, change.by.name, change.differences])).toEqual([
      [2, '交易中心', [{ pointer: '/address', before: '云村南片', after: '云村北片' }]],
      [1, '沈会计', []],
    ]);
  });

  it('is refused over a version that is not the newest', async () => {
    const { ports, command, enter } = await aRegisterDesk();
    const id = await enter();
    await amendAsset(PEOPLE.clerk, ports, command({}, 1), id, (before) => ({ ...before, note: '甲' }));

    const late = amendAsset(PEOPLE.clerk, ports, command({}, 1), id, (before) => ({ ...before, note: '乙' }));

    await expect(late).rejects.toMatchObject({ code: 'COMMAND.CONFLICT', details: { current: 2 } });
  });

  it('never moves it to another owner', async () => {
    const { ports, command, enter, otherVillage } = await aRegisterDesk();
    const id = await enter();

    const moved = amendAsset(PEOPLE.office, ports, command(), id, (before) => ({ ...before, ownerId: otherVillage }));

    await expect(moved).rejects.toMatchObject({ code: 'FORM.INVALID' });
  });

  it('does not take away a part that a listing holds, and names the listing', async () => {
    const { ports, command, enter } = await aRegisterDesk();
    const id = await enter({ parts: PARTS });
    const standing = { standingOf: async () => 'open' as const };
    await lockAssets(ports, 'listing-1', [{ assetId: id, parts: ['p1'] }], { ...OPEN, ...standing });
    const without = (part: string) =>
      amendAsset(PEOPLE.clerk, ports, command(), id, (before) => ({
        ...before,
        parts: before.parts.filter((each) => each.id !== part),
      }));

    await expect(without('p1')).rejects.toMatchObject({
      code: 'ASSET.PART_HELD',
      details: { part: 'p1', listing: 'listing-1' },
    });
    await expect(without('p2')).resolves.toMatchObject({ version: 2 });
    expect((await readAsset(PEOPLE.clerk, ports, id)).standing).toMatchObject({
      standing: 'listed',
      listing: 'listing-1',
    });
  });
});

describe('reading an asset', () => {
  it.each(['foreignClerk', 'foreignTownship', 'unitClerk', 'stateBureau', 'operator'] as const)(
    'tells %s that there is none',
    async (who) => {
      const { ports, enter } = await aRegisterDesk();
      const id = await enter();

      await expect(readAsset(PEOPLE[who], ports, id)).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
    },
  );

  it.each(['township', 'bureau', 'auditor'] as const)('lets %s see and not change it', async (who) => {
    const { ports, enter } = await aRegisterDesk();
    const id = await enter();

    expect((await readAsset(PEOPLE[who], ports, id)).mayAmend).toBe(false);
  });
});
