import { describe, expect, it } from 'vitest';
import type { Asset } from '#shared/domain/asset/asset.ts';
import type { PriorityRecord } from '#shared/domain/listing/terms.ts';
import { aCheck, anAsset, day, pondTerms, verdictOf } from './a-listing.ts';

const LESSEE = { id: 'lessee', name: '沈某', basis: 'sitting-lessee' } as const;

const LET_SHOP: Asset = anAsset({
  assetClass: 'shop',
  lease: { state: 'leased', incumbent: '沈某', until: day('2026-09-30'), yearlyRentFen: null },
  priorityHolders: [LESSEE],
});

function told(on: string | null): PriorityRecord {
  const notifiedOn = on === null ? null : day(on);
  return { holderId: 'lessee', name: '沈某', notifiedOn, notifiedBy: null, answer: 'pending', file: null };
}

describe('the lessee of a house', () => {
  it('is told before it is let again', () => {
    const check = (record: PriorityRecord) => aCheck({ assets: [LET_SHOP], terms: pondTerms({ priority: [record] }) });

    expect(verdictOf('cc-734', check(told(null)))).toMatchObject({ kind: 'breach', pointer: '/priority' });
    expect(verdictOf('cc-734', check(told('2026-08-03'))).kind).toBe('ok');
  });

  it('who is not in the register leaves the rule open', () => {
    const check = aCheck({ assets: [{ ...LET_SHOP, priorityHolders: [] }] });

    expect(verdictOf('cc-734', check).kind).toBe('undetermined');
  });

  it('does not exist where it is vacant', () => {
    expect(verdictOf('cc-734', aCheck({ assets: [anAsset({ assetClass: 'shop' })] })).kind).toBe('not-applicable');
  });

  it('is told five days before an auction of the house', () => {
    const check = (on: string) =>
      aCheck({ assets: [LET_SHOP], terms: pondTerms({ tradeKind: 'transfer', priority: [told(on)] }) });

    expect(verdictOf('cc-727', check('2026-08-06')).kind).toBe('ok');
    expect(verdictOf('cc-727', check('2026-08-07'))).toMatchObject({ kind: 'breach', earliest: '2026-08-12' });
  });

  it('has no such right in a fish pond', () => {
    expect(verdictOf('cc-734', aCheck({ assets: [{ ...LET_SHOP, assetClass: 'fish_pond' }] })).kind).toBe(
      'not-applicable',
    );
  });
});

describe('members of the collective', () => {
  it('come first where land is contracted out', () => {
    const onlyMembers = { who: 'members-only', condition: null, papers: [] } as const;
    const contracted = (eligibility = pondTerms().eligibility) =>
      verdictOf('rl-51', aCheck({ terms: pondTerms({ tradeKind: 'contract_out', eligibility }) }));

    expect(contracted().kind).toBe('undetermined');
    expect(contracted(onlyMembers).kind).toBe('ok');
  });
});
