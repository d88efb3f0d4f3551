import { describe, expect, it } from 'vitest';
import { amendmentFaults } from '#shared/domain/listing/amendments.ts';
import type { ListingEvent } from '#shared/domain/listing/events.ts';
import { LISTING_STATES } from '#shared/domain/listing/listing.ts';
import { scopeOf } from '#shared/domain/listing/rounds.ts';
import type { ListingTerms, ListingWindows } from '#shared/domain/listing/terms.ts';
import { mayHappen } from '#shared/domain/listing/transitions.ts';
import { fen, ppm } from '#shared/domain/money.ts';
import { aLease, at, day, papers } from '#test/support/desk-terms.ts';
import { listingOf } from './events.ts';

const TERMS = aLease('pond');
const BEFORE = at('2024-06-10', 9);

function withWindows(windows: Partial<ListingWindows>, of: Partial<ListingTerms> = {}): ListingTerms {
  return { ...TERMS, ...of, windows: { ...TERMS.windows, ...windows } };
}

function pointers(after: ListingTerms, now = BEFORE): readonly string[] {
  return amendmentFaults(TERMS, after, now).map(({ pointer }) => pointer);
}

describe('an amendment of what is on sale', () => {
  it('may change when, whom to call, and the words', () => {
    const later = withWindows(
      {
        viewingUntil: day('2024-06-20'),
        registrationEndsAt: at('2024-06-24', 17),
        biddingStartsAt: at('2024-06-26', 10),
        biddingEndsAt: at('2024-06-27', 10),
      },
      {
        title: '云村十二亩鱼塘',
        remarks: '因天气推迟',
        contact: { name: '张会计', phone: '0572-1111111' },
        deposit: { ...TERMS.deposit, dueAt: at('2024-06-24', 17) },
      },
    );

    expect(amendmentFaults(TERMS, later, BEFORE)).toEqual([]);
  });

  it.each<[string, Partial<ListingTerms>]>([
    ['/startPriceFen', { startPriceFen: fen(60_000_00) }],
    ['/reserveFen', { reserveFen: null }],
    ['/incrementFen', { incrementFen: fen(1) }],
    ['/extension', { extension: null }],
    ['/items', { items: [{ assetId: 'other', parts: null }] }],
    ['/tradeKind', { tradeKind: 'contract_out' }],
    ['/priceBasis', { priceBasis: 'total' }],
    ['/lease/months', { lease: { ...TERMS.lease, months: 60 } }],
    ['/lease/escalationPpm', { lease: { ...TERMS.lease, escalationPpm: ppm(1) } }],
    ['/deposit/fen', { deposit: { ...TERMS.deposit, fen: fen(1) } }],
    ['/deposit/accountNumber', { deposit: { ...TERMS.deposit, accountNumber: '8000000000000002' } }],
    ['/windows/noticeOn', { windows: { ...TERMS.windows, noticeOn: day('2024-06-04') } }],
    ['/eligibility/who', { eligibility: { ...TERMS.eligibility, who: 'organisations' } }],
    ['/resolution/floorFen', { resolution: { ...TERMS.resolution, floorFen: fen(1) } }],
    ['/papers', { papers: papers('proposal') }],
  ])('never changes what was decided: %s', (pointer, change) => {
    expect(pointers({ ...TERMS, ...change })).toEqual([pointer]);
  });

  it('never changes what the form shows of a field only in part', () => {
    const holder = { name: '沈小明', notifiedOn: null, notifiedBy: null, answer: 'pending', file: null } as const;
    const before = { ...TERMS, priority: [{ ...holder, holderId: 'a' }] };
    const after = { ...TERMS, priority: [{ ...holder, holderId: 'b' }] };

    expect(amendmentFaults(before, after, BEFORE).map(({ pointer }) => pointer)).toEqual(['']);
  });

  it('names every fault at once, in words', () => {
    const faults = amendmentFaults(TERMS, { ...TERMS, startPriceFen: fen(1), title: null }, BEFORE);

    expect(faults.map(({ sentence }) => sentence)).toEqual([
      '起拍价已经批准,上架后不能变更;须先撤下,再重新报批',
      '标题已经公告,可以更改,不能删去',
    ]);
  });

  it('is nothing without a change, and nothing once bidding began', () => {
    const later = withWindows({ biddingEndsAt: at('2024-06-22', 10) });

    expect(pointers(TERMS)).toEqual(['']);
    expect(pointers(later, at('2024-06-20', 9))).toEqual([]);
    expect(pointers(later, at('2024-06-20', 10))).toEqual(['/windows/biddingStartsAt']);
  });

  it.each<[string, ListingTerms]>([
    [
      '/windows/biddingStartsAt',
      withWindows(
        { biddingStartsAt: BEFORE, registrationEndsAt: at('2024-06-09', 9) },
        {
          deposit: { ...TERMS.deposit, dueAt: at('2024-06-09', 9) },
        },
      ),
    ],
    ['/windows/biddingEndsAt', withWindows({ biddingEndsAt: at('2024-06-19', 10) })],
    ['/windows/registrationEndsAt', withWindows({ registrationEndsAt: at('2024-06-20', 11) })],
    ['/windows/viewingUntil', withWindows({ viewingUntil: day('2024-06-04') })],
    ['/deposit/dueAt', { ...TERMS, deposit: { ...TERMS.deposit, dueAt: at('2024-06-20', 11) } }],
  ])('keeps times in order: %s', (pointer, after) => {
    expect(pointers(after)).toEqual([pointer]);
  });

  it('happens between handing over and the end of the round only', () => {
    expect(LISTING_STATES.filter((state) => mayHappen(state, 'amended'))).toEqual(['handed-over', 'placed']);
  });
});

describe('a listing that was amended', () => {
  const later = withWindows({ biddingEndsAt: at('2024-06-22', 10) });
  const events: readonly ListingEvent[] = [
    { type: 'drafted', data: { ownerId: 'owner', terms: TERMS, copyOf: null } },
    {
      type: 'submitted',
      data: { chainVersion: 1, rulesVersion: 1, justifications: [], scope: 'full', steps: [] },
    },
    { type: 'handed-over', data: { packageSha256: 'a', documents: [] } },
    { type: 'amended', data: { terms: later, reason: '延长竞价' } },
  ];

  it('says when, why and how often, beside its terms', () => {
    const listing = listingOf([...events, { type: 'amended', data: { terms: TERMS, reason: '恢复' } }]);

    expect(listing).toMatchObject({ state: 'handed-over', terms: TERMS });
    expect(listing.rounds[0]?.terms).toEqual(TERMS);
    expect(listing.rounds[0]?.amendments).toMatchObject([
      { number: 1, reason: '延长竞价', version: 4, terms: later },
      { number: 2, reason: '恢复', version: 5, terms: TERMS },
    ]);
  });

  it('counts anew in the next round, which still keeps to what was decided', () => {
    const failed = { outcome: 'failed', at: at('2024-06-22', 10), cause: '无人报名' } as const;
    const next = { terms: later, decidedBy: '社管会', decidedOn: day('2024-06-25') };

    const listing = listingOf([
      ...events,
      { type: 'placed', data: { url: 'https://example.invalid/1', lotId: null, liveAt: null } },
      { type: 'round-ended', data: failed },
      { type: 'round-opened', data: next },
    ]);

    expect(listing.rounds.map(({ amendments }) => amendments.length)).toEqual([1, 0]);
    expect(scopeOf(listing)).toBe('within-resolution');
  });
});
