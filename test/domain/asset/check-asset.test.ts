import { describe, expect, it } from 'vitest';
import type { Asset } from '#shared/domain/asset/asset.ts';
import { checkAsset } from '#shared/domain/asset/check-asset.ts';
import { CLASS_FACTS, tradeDoubts } from '#shared/domain/asset/classes.ts';
import { fen } from '#shared/domain/money.ts';
import { ASSET_CLASSES } from '#shared/domain/trade.ts';
import { anAsset, UNIT, VILLAGE } from '#test/support/desk.ts';
import { day } from '#test/support/desk-terms.ts';

const TODAY = day('2026-05-06');

function check(of: Partial<Asset>, kind: 'collective' | 'state' = 'collective') {
  const { faults, warnings } = checkAsset(anAsset(VILLAGE, of), kind, TODAY);
  return { faults: faults.map(({ pointer }) => pointer), warnings: warnings.map(({ pointer }) => pointer) };
}

const POND = { id: 'p1', name: '东塘', area: { thousandths: 8_000, unit: 'mu' as const } };

describe('an asset being entered', () => {
  it('has nothing to be said when all is usual', () => {
    expect(check({})).toEqual({ faults: [], warnings: [] });
  });

  it.each([
    [{ name: '  ' }, '/name'],
    [{ division: '330502-x' }, '/division'],
    [{ area: { thousandths: 0, unit: 'mu' as const } }, '/area'],
    [{ area: { thousandths: 1.5, unit: 'mu' as const } }, '/area'],
    [{ parts: [POND, { ...POND, name: '西塘' }] }, '/parts/1/id'],
    [{ parts: [POND, { ...POND, id: 'p2' }] }, '/parts/1/name'],
    [{ parts: [{ ...POND, id: '#' }] }, '/parts/0/id'],
    [{ note: '长'.repeat(2001) }, '/note'],
  ])('with a fault is named at its place (case %#)', (of: Partial<Asset>, pointer) => {
    expect(check(of).faults).toEqual([pointer]);
  });

  it.each<[string, Partial<Asset>, string]>([
    ['a class villages do not have', { assetClass: 'equity', nature: null }, '/assetClass'],
    ['a nature that is unusual for the class', { nature: 'non-operating' }, '/nature'],
    ['a share of the collective', { assetClass: 'collective_share', nature: null, area: null }, '/assetClass'],
    ['a homestead', { assetClass: 'homestead' }, '/assetClass'],
    ['no area', { area: null }, '/area'],
    ['parts larger than the whole', { parts: [POND, { ...POND, id: 'p2', name: '西塘' }] }, '/parts'],
  ])('is warned of %s', (_, of, pointer) => {
    const found = check(of);

    expect(found.faults).toEqual([]);
    expect(found.warnings).toEqual([pointer]);
  });

  it('is warned of what is missing about a lease', () => {
    const lease = { state: 'leased', incumbent: '张三', until: day('2026-05-05'), yearlyRentFen: fen(100) } as const;

    expect(check({ lease }).warnings).toEqual(['/lease/until', '/priorityHolders']);
    expect(check({ lease: { ...lease, until: TODAY, incumbent: null } }).warnings).toEqual(['/lease/incumbent']);
  });

  it('of a state-owned unit is held against what units have', () => {
    expect(checkAsset(anAsset(UNIT), 'state', TODAY).warnings.map(({ pointer }) => pointer)).toEqual(['/assetClass']);
  });
});

describe('asset classes', () => {
  it('share no word of ledgers', () => {
    const words = ASSET_CLASSES.flatMap((assetClass) => CLASS_FACTS[assetClass].words);

    expect(words.filter((word, index) => words.indexOf(word) < index)).toEqual([]);
  });

  it('say what is doubtful about a trade', () => {
    expect(tradeDoubts('fish_pond', 'contract_out')).toEqual([]);
    expect(tradeDoubts('fish_pond', 'transfer')).toHaveLength(1);
    expect(tradeDoubts('collective_share', 'transfer')[0]).toContain('第三十条');
  });
});
