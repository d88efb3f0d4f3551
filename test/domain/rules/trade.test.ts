import { describe, expect, it } from 'vitest';
import { aCheck, anAsset, ids, pondTerms, verdictOf } from './a-listing.ts';

describe('the kind of trade against the class of the asset', () => {
  it('is not spoken of where it is usual', () => {
    expect(ids(aCheck()).filter((rule) => rule.startsWith('desk-trade-'))).toEqual([]);
  });

  it('is doubted where it is not usual', () => {
    const verdict = verdictOf('desk-trade-fish_pond', aCheck({ terms: pondTerms({ tradeKind: 'transfer' }) }));

    expect(verdict).toMatchObject({ kind: 'warning', confidence: 'assumption', pointer: '/tradeKind' });
    expect(verdict.sentence).toContain('请核对资产类别和交易方式');
  });

  it('is doubted once for a class, whichever way it is traded, where the class needs care', () => {
    const homestead = anAsset({ assetClass: 'homestead' });

    const found = ids(aCheck({ assets: [homestead, homestead, anAsset()] }));

    expect(found.filter((rule) => rule.startsWith('desk-trade-'))).toEqual(['desk-trade-homestead']);
  });

  it('says nothing more of shares, which have a rule of their own', () => {
    const assets = [anAsset({ assetClass: 'collective_share' })];

    const found = ids(aCheck({ assets, terms: pondTerms({ tradeKind: 'lease' }) }));

    expect(found).toContain('zj-30');
    expect(found).not.toContain('desk-trade-collective_share');
  });

  it('waits until one is chosen', () => {
    const assets = [anAsset({ assetClass: 'homestead' })];

    expect(ids(aCheck({ assets, terms: pondTerms({ tradeKind: null }) }))).not.toContain('desk-trade-homestead');
  });
});
