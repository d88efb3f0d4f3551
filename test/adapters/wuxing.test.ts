import { describe, expect, it } from 'vitest';
import { describeWords } from '#adapters/kit/open-platform/words.ts';
import { toBidLog } from '#shared/domain/bid-log.ts';
import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import { refusalOf } from './documents.ts';
import { aChangedDocument, type Fields, map } from './wuxing-documents.ts';

const mapResult = (changes: Fields) => map('result', aChangedDocument('result-sold', 'result', changes));

function mapSettlement(milestones: Fields): MappedDocument {
  return map('settlement', aChangedDocument('settlement-complete', 'settlement', { milestones, deposits: undefined }));
}

function aPage(rows: readonly Fields[]): unknown {
  return { schema: 'opi.bids.v1', platformTime: '2026-06-04T13:00:00+08:00', lotId: 'WX-1', total: 99, bids: rows };
}

const BID = { bidId: 'B1', bidder: 'A0001', priceFen: 100, at: '2026-06-04T12:00:00+08:00' };

describe('wuxing bids', () => {
  it('count once each over overlapping pages, known by the platform’s id', () => {
    const row = (n: number) => ({ ...BID, bidId: `B${n}` });
    const pages = [aPage([row(1), row(2), row(3)]), aPage([row(2), row(3), row(4)])];

    const shown = pages.flatMap((page) => map('bids', page).bids).flatMap(({ bids }) => bids);

    expect(shown).toHaveLength(6);
    expect(toBidLog(shown).map(({ platformBidId }) => platformBidId)).toEqual(['B1', 'B2', 'B3', 'B4']);
  });

  it.each([
    ['/bidId', { bidId: undefined }, 'missing'],
    ['/bidder', { bidder: '王测试' }, 'not of the known form'],
    ['/bidder', { bidder: '13800000000' }, 'not of the known form'],
    ['/standing', { standing: 'valid' }, 'unknown word "valid"'],
    ['/at', { at: '2026-06-04' }, 'not of the known form'],
  ])('are quarantined at %s for %j', (field, changes, reason) => {
    const { bids, quarantined } = map('bids', aPage([BID, { ...BID, bidId: 'B2', ...changes }]));

    expect(bids[0]?.bids).toHaveLength(1);
    expect(quarantined).toEqual([{ path: `/bids/1${field}`, reason }]);
  });

  it('are refused with their page when two and more than a fifth are bad', () => {
    const bad = { ...BID, bidder: '' };

    expect(refusalOf(() => map('bids', aPage([BID, bad, bad])))?.code).toBe('DOCUMENT.DRIFT');
  });
});

describe('wuxing result', () => {
  it.each([
    ['/hammerPriceFen', { hammerPriceFen: undefined }, 'a sale without a price'],
    ['/hammerPriceFen', { hammerPriceFen: 14_999_999 }, 'an ascending sale below its start price'],
    [
      '/hammerPriceFen',
      { outcome: 'passed-in', winnerBidder: undefined, hammerPriceFen: 15_000_000 },
      'a price of a lot that is not sold',
    ],
    ['/winnerBidder', { outcome: 'defaulted', hammerPriceFen: undefined }, 'a winner of a lot that is not sold'],
    ['/outcome', { outcome: 'bidding' }, 'unknown word "bidding"'],
    ['/endedAt', { endedAt: '2026-06-04' }, 'not of the known form'],
  ])('is quarantined at %s for %j', (field, changes, reason) => {
    const { lots, quarantined } = mapResult(changes);

    expect(lots).toEqual([]);
    expect(quarantined).toEqual([{ path: `/result${field}`, reason }]);
  });

  it('may be a sale at the start price', () => {
    expect(mapResult({ hammerPriceFen: 15_000_000 }).lots[0]).toMatchObject({ status: 'sold' });
  });
});

describe('wuxing settlement', () => {
  const END = '2026-06-04T12:07:31+08:00';

  it.each([
    ['contractSignedAt', { endedAt: END, contractSignedAt: '2026-06-03' }, 'before endedAt'],
    ['paidAt', { endedAt: END, paidAt: '2026-06-04T12:07:30+08:00' }, 'before endedAt'],
    ['handedOverAt', { liveAt: '2026-05-25', handedOverAt: '2026-05-24' }, 'before liveAt'],
    [
      'liveAt',
      { materialsCompleteAt: '2026-05-18', liveAt: '2026-05-17T10:00:00+08:00' },
      'before materialsCompleteAt',
    ],
    ['publicityEndsAt', { publicityStartsAt: '2026-06-05', publicityEndsAt: '2026-06-04' }, 'before publicityStartsAt'],
    ['contractSignedAt', { contractSignedAt: '2026-06-21' }, 'after platformTime'],
    ['paidAt', { paidAt: '2026-06-31' }, 'not of the known form'],
    ['endedAt', { endedAt: '2026-06-04' }, 'not of the known form'],
  ])('is quarantined at %s for %j', (milestone, milestones, reason) => {
    const { lots, quarantined } = mapSettlement(milestones);

    expect(lots).toEqual([]);
    expect(quarantined).toEqual([{ path: `/settlement/milestones/${milestone}`, reason }]);
  });

  it.each([
    ['a day is that of the instant before it', { endedAt: END, contractSignedAt: '2026-06-04' }],
    ['publicity lies ahead', { publicityStartsAt: '2026-06-21', publicityEndsAt: '2026-06-25' }],
    [
      'the contract was signed before publicity ended',
      { publicityEndsAt: '2026-06-11', contractSignedAt: '2026-06-09' },
    ],
    ['deposits went back before the contract', { depositsRefundedAt: '2026-06-09', contractSignedAt: '2026-06-15' }],
    ['nothing happened yet', {}],
  ])('is taken when %s', (_, milestones) => {
    expect(mapSettlement(milestones)).toMatchObject({ lots: [{ externalId: 'WX-2026-0397-2' }], quarantined: [] });
  });

  it('keeps a day as the 00:00 in Beijing it begins with', () => {
    expect(mapSettlement({ paidAt: '2026-06-16' }).lots[0]?.facts.paidAt).toBe('2026-06-15T16:00:00.000Z');
  });
});

describe('wuxing document', () => {
  it.each([
    [61, { total: 61 }],
    [0, { total: 0 }],
    [undefined, { total: null }],
    [undefined, {}],
  ])('is a list that says of all pages together: %j lots, for %j', (listed, total) => {
    const list = { schema: 'opi.lots.v1', platformTime: '2026-06-04T13:00:00+08:00', lots: [], ...total };

    expect(map('lots', list).listed).toBe(listed);
  });

  it('says nothing of all lots where it counts bids', () => {
    expect(map('bids', aPage([BID]))).not.toHaveProperty('listed');
  });

  it.each([
    ['an array', [], { at: '/schema', found: '""', supported: 'opi.lot.v1' }],
    ['nothing', null, { at: '/schema', found: '""', supported: 'opi.lot.v1' }],
    ['an error reply', { code: 500, message: '王测试' }, { code: '"500"' }],
    ['a later version', { schema: 'opi.lot.v10' }, { at: '/schema', found: '"opi.lot.v10"', supported: 'opi.lot.v1' }],
    ['no lot', { schema: 'opi.lot.v1', platformTime: '2026-06-10T00:00:00Z' }, { at: '/lot', reason: 'missing' }],
  ])('is drift when it is %s', (_, content, details) => {
    expect(refusalOf(() => map('lot', content))).toEqual({ code: 'DOCUMENT.DRIFT', details });
  });

  it.each([
    ['EMPTY', ' \n'],
    ['DRIFT', '{"schema":'],
    ['BLOCKED', '<title>用户登录</title>'],
  ])('is refused as %s for %j', (code, content) => {
    expect(refusalOf(() => map('lot', Buffer.from(content)))?.code).toBe(`DOCUMENT.${code}`);
  });

  it('says where inside an event it drifts', () => {
    const event = {
      schema: 'opi.event.v1',
      id: 'evt_1',
      type: 'bids.placed',
      occurredAt: '2026-06-04T12:00:00+08:00',
      data: { schema: 'opi.bids.v1', platformTime: '2026-06-04T12:00:00+08:00', bids: [] },
    };

    expect(refusalOf(() => map('event', event))?.details).toEqual({ at: '/data/lotId', reason: 'missing' });
  });

  it('may state a total that disagrees with its rows', () => {
    const page = { schema: 'opi.lots.v1', platformTime: '2026-06-10T00:00:00Z', total: 7, lots: [] };

    expect(map('lots', page)).toMatchObject({ lots: [], quarantined: [] });
  });
});

describe('wuxing words', () => {
  it('are told with our word and the Chinese they stand for', () => {
    expect(describeWords()).toContainEqual({
      field: '计价方式',
      theirs: 'per-mu-year',
      ours: 'per_mu_year',
      note: '每亩每年',
    });
    expect(describeWords().filter(({ note }) => note === undefined)).toEqual([]);
  });

  it('are lower case with hyphens, events with dots', () => {
    expect(describeWords().filter(({ theirs }) => !/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(theirs))).toEqual([]);
  });
});
