import { describe, expect, it } from 'vitest';
import { missingTerms } from '#shared/domain/listing/required.ts';
import { type ListingTerms, NO_TERMS } from '#shared/domain/listing/terms.ts';
import { fen } from '#shared/domain/money.ts';
import { aLease } from '#test/support/desk-terms.ts';
import { anAsset, STATE_UNIT, VILLAGE } from './a-listing.ts';

const GIVEN = { assets: [anAsset()], owner: VILLAGE, platform: 'public-platform' } as const;

function missing(terms: ListingTerms, of: Partial<Parameters<typeof missingTerms>[0]> = {}): readonly string[] {
  return missingTerms({ ...GIVEN, terms, ...of }).map(({ pointer }) => pointer);
}

describe('what has to be there before submission', () => {
  it('is nothing more where all is said', () => {
    expect(missing(aLease('pond'))).toEqual([]);
  });

  it('is told field by field, with the decision of the collective', () => {
    const pointers = missing(NO_TERMS);

    expect(pointers).toEqual(expect.arrayContaining(['/title', '/items', '/startPriceFen', '/resolution/heldOn']));
    expect(new Set(pointers).size).toBe(pointers.length);
  });

  it('asks no resolution of a state unit, but a valuation of what it sells', () => {
    const sale = { ...aLease('car'), tradeKind: 'transfer', resolution: NO_TERMS.resolution } as const;

    expect(missing(sale, { owner: STATE_UNIT })).toEqual([
      '/appraisal/fen',
      '/appraisal/agency',
      '/appraisal/reportOn',
    ]);
  });

  it('asks days of viewing where an auction house sells', () => {
    const { windows, ...terms } = aLease('pond');
    const unseen = { ...terms, windows: { ...windows, viewingFrom: null, viewingUntil: null } };

    expect(missing(unseen)).toEqual([]);
    expect(missing(unseen, { platform: 'auction-house' })).toEqual(['/windows/viewingFrom', '/windows/viewingUntil']);
  });

  it('asks no account where no deposit is taken', () => {
    expect(missing({ ...aLease('pond'), deposit: { ...NO_TERMS.deposit, fen: fen(0) } })).toEqual([]);
    expect(missing({ ...aLease('pond'), deposit: { ...NO_TERMS.deposit, fen: fen(1) } })).toHaveLength(4);
  });

  it('asks that every holder of priority is told', () => {
    const holder = { id: 'h', name: '沈某', basis: 'sitting-lessee' } as const;

    expect(missing(aLease('pond'), { assets: [anAsset({ priorityHolders: [holder] })] })).toEqual(['/priority']);
  });

  it('finds a vote that cannot be', () => {
    const terms = aLease('pond');
    const odd = { ...terms, resolution: { ...terms.resolution, entitled: 50, present: 60, inFavour: 70 } };

    expect(missing(odd)).toEqual(['/resolution/present', '/resolution/inFavour']);
  });
});
