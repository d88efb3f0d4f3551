import { describe, expect, it } from 'vitest';
import type { HandoffSource } from '#shared/domain/handoff/source.ts';
import type { ListingEvent } from '#shared/domain/listing/events.ts';
import type { ListingTerms } from '#shared/domain/listing/terms.ts';
import { fen } from '#shared/domain/money.ts';
import { buildOffer } from '#shared/domain/placement/build-offer.ts';
import type { Offer } from '#shared/domain/placement/offer.ts';
import type { PlacementFault } from '#shared/domain/placement/placement.ts';
import { anAsset, VILLAGE } from '#test/support/desk.ts';
import { aLease, at, day } from '#test/support/desk-terms.ts';
import { listingOf } from '../listing/events.ts';

const POND = { id: 'pond', asset: anAsset(VILLAGE) };

function aSource(terms: ListingTerms, assets: HandoffSource['assets'] = [POND]): HandoffSource {
  const drafted: ListingEvent = { type: 'drafted', data: { ownerId: VILLAGE.id, terms, copyOf: null } };
  return { listing: listingOf([drafted]), owner: VILLAGE, assets, platform: { id: 'p', name: '平台' }, numbers: {} };
}

function built(source: HandoffSource, amendment: { number: number; reason: string } | null = null) {
  return buildOffer({ source, files: [], noticeNumber: '吴资交告〔2026〕1号', amendment });
}

function offerOf(terms: ListingTerms, assets?: HandoffSource['assets']): Offer {
  const made = built(aSource(terms, assets));
  return 'offer' in made ? made.offer : expect.unreachable(JSON.stringify(made.faults));
}

function faultsOf(terms: ListingTerms): readonly PlacementFault[] {
  const made = built(aSource(terms));
  return 'faults' in made ? made.faults : expect.unreachable('it was built');
}

describe('an offer', () => {
  it('says what was approved, under our reference', () => {
    expect(offerOf(aLease('pond'))).toMatchObject({
      reference: 'listing-1',
      platform: 'p',
      round: 1,
      amendment: 0,
      title: '云村12亩鱼塘三年承租权',
      seller: { name: VILLAGE.name, creditCode: VILLAGE.uscc },
      tradeCategory: 'collective',
      assetId: 'pond',
      startPriceFen: 50_000_00,
      reserveFen: 52_000_00,
      depositFen: 5_000_00,
      termMonths: 36,
      biddingStartsAt: at('2024-06-20', 10),
      noticeNumber: '吴资交告〔2026〕1号',
    });
  });

  it('carries the number and the reason of its amendment', () => {
    const made = built(aSource(aLease('pond')), { number: 2, reason: '推迟竞价' });

    expect(made).toMatchObject({ offer: { amendment: 2, amendmentReason: '推迟竞价' } });
  });

  it('names the parts that are offered, so that another round of them is known again', () => {
    const ofParts = (...parts: readonly string[]) => offerOf(aLease('pond', { items: [{ assetId: 'pond', parts }] }));

    expect(ofParts('b', 'a').assetId).toBe('pond.a.b');
    expect(ofParts('a', 'b').assetId).toBe('pond.a.b');
  });

  it('leaves open what the assets of a package do not have in common', () => {
    const hall = { id: 'hall', asset: anAsset(VILLAGE, { assetClass: 'warehouse', area: null, address: '云村北片' }) };
    const items = [POND, hall].map(({ id }) => ({ assetId: id, parts: null }));

    const offer = offerOf(aLease('pond', { items }), [POND, hall]);

    expect(offer).toMatchObject({ assetId: null, assetClass: null, area: null, divisionCode: VILLAGE.division });
    expect(offer.location?.split('、')).toHaveLength(2);
  });

  it('has holders of priority until each of them has waived', () => {
    const holder = {
      holderId: 'h',
      name: '沈小明',
      notifiedOn: day('2024-05-01'),
      notifiedBy: null,
      file: null,
    } as const;
    const answered = (answer: 'pending' | 'exercises' | 'waives') =>
      offerOf(aLease('pond', { priority: [{ ...holder, answer }] })).hasPriorityHolders;

    expect((['pending', 'exercises', 'waives'] as const).map(answered)).toEqual([true, true, false]);
  });

  it('cannot be made while something is missing no platform can do without, and says all of it', () => {
    const windows = { ...aLease('pond').windows, biddingStartsAt: null };

    const faults = faultsOf(aLease('pond', { title: null, startPriceFen: null, windows }));

    expect(faults.map(({ pointer }) => pointer)).toEqual(['/title', '/startPriceFen', '/windows/biddingStartsAt']);
    expect(faults[0]?.detail).toBe('没有填写标题,不能上架');
  });

  it('is the same of the same terms', () => {
    expect(offerOf(aLease('pond'))).toEqual(offerOf(aLease('pond')));
    expect(offerOf(aLease('pond', { startPriceFen: fen(1) }))).not.toEqual(offerOf(aLease('pond')));
  });
});
