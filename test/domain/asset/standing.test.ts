import { describe, expect, it } from 'vitest';
import type { LeaseState } from '#shared/domain/asset/asset.ts';
import { differences } from '#shared/domain/asset/differences.ts';
import type { Claim } from '#shared/domain/asset/lock.ts';
import { standingOf } from '#shared/domain/asset/standing.ts';
import { HOME_DISTRICT, townshipOf, townshipsOn } from '#shared/domain/divisions.ts';
import { divisionName, isHomeDivision, villagesOf } from '#shared/domain/villages.ts';
import { anAsset, VILLAGE } from '#test/support/desk.ts';
import { day } from '#test/support/desk-terms.ts';

const TODAY = day('2026-05-06');
const VACANT: LeaseState = { state: 'vacant', incumbent: null, until: null, yearlyRentFen: null };
const CLAIM: Claim = {
  holder: 'l1',
  parts: null,
  takes: 'use',
  from: day('2026-01-01'),
  until: day('2026-12-31'),
  state: 'sold',
};

describe('how an asset stands', () => {
  it.each<[string, Partial<LeaseState>, readonly Claim[]]>([
    ['vacant', {}, []],
    ['unknown', { state: 'unknown' }, []],
    ['let', { state: 'leased', until: TODAY }, []],
    ['lease-over', { state: 'leased', until: day('2026-05-05') }, []],
    ['listed', { state: 'leased' }, [CLAIM, { ...CLAIM, holder: 'l2', state: 'open' }]],
    ['let', {}, [CLAIM]],
    ['vacant', {}, [{ ...CLAIM, until: day('2026-05-05') }]],
    ['let-later', {}, [{ ...CLAIM, from: day('2026-06-01') }]],
    ['let', { state: 'leased' }, [{ ...CLAIM, from: day('2026-06-01') }]],
    ['sold', { state: 'leased' }, [CLAIM, { ...CLAIM, takes: 'transfer', until: null }]],
  ])('is %s with lease %j and claims %j', (standing, lease, claims) => {
    expect(standingOf({ ...VACANT, ...lease }, claims, TODAY).standing).toBe(standing);
  });

  it('names the listing it comes from and its last day', () => {
    expect(standingOf(VACANT, [CLAIM], TODAY)).toEqual({ standing: 'let', until: '2026-12-31', listing: 'l1' });
  });
});

describe('differences of two versions', () => {
  const parts = [
    { id: 'p1', name: '东塘', area: null },
    { id: 'p2', name: '西塘', area: null },
  ];

  it('are none of a thing and itself', () => {
    expect(differences(anAsset(VILLAGE, { parts }), anAsset(VILLAGE, { parts }))).toEqual([]);
  });

  it('name a changed field, and a removed part by its id', () => {
    const after = anAsset(VILLAGE, { parts: parts.slice(1), address: '云村北片' });

    expect(differences(anAsset(VILLAGE, { parts }), after)).toEqual([
      { pointer: '/address', before: '云村南片', after: '云村北片' },
      { pointer: '/parts/p1/id', before: 'p1', after: null },
      { pointer: '/parts/p1/name', before: '东塘', after: null },
    ]);
  });
});

describe('divisions', () => {
  it('say who runs the six subdistricts of 南太湖新区, from own knowledge', () => {
    const managed = HOME_DISTRICT.townships.filter(({ managedBy }) => managedBy?.name === '南太湖新区');

    expect(managed.map(({ name }) => name.slice(0, -2))).toEqual(['凤凰', '康山', '仁皇山', '滨湖', '龙溪', '杨家埠']);
    expect(new Set(managed.map(({ managedBy }) => managedBy?.confidence))).toEqual(new Set(['own_knowledge']));
  });

  it('leave a township out after its last day', () => {
    const old = { ...HOME_DISTRICT.townships[0], validUntil: day('2026-05-05'), validFrom: null };
    const district = { ...HOME_DISTRICT, townships: [old as (typeof HOME_DISTRICT.townships)[number]] };

    expect(townshipsOn(day('2026-05-05'), district)).toHaveLength(1);
    expect(townshipsOn(TODAY, district)).toEqual([]);
  });

  it('name villages with their township, and leave foreign codes as they are', () => {
    expect(divisionName('330502100214')).toBe('织里镇云村村委会');
    expect(divisionName('330502')).toBe('吴兴区');
    expect(divisionName('330503100')).toBe('330503100');
    expect(townshipOf('330502100214')?.name).toBe('织里镇');
    expect(isHomeDivision('330502103001')).toBe(false);
  });

  it('have villages in every township, each below its own code', () => {
    for (const { code } of HOME_DISTRICT.townships) {
      const villages = villagesOf(code);

      expect(villages.length).toBeGreaterThan(0);
      expect(villages.every((village) => /^\d{12}$/.test(village.code) && village.code.startsWith(code))).toBe(true);
    }
  });
});
