import { describe, expect, it } from 'vitest';
import { alibaba } from '#adapters/alibaba/index.ts';
import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import { aDocument, refusalOf } from './documents.ts';

type Fields = Readonly<Record<string, unknown>>;

function map(reply: unknown, kind = 'open-platform'): MappedDocument {
  return alibaba.map(aDocument(kind, JSON.stringify(reply)));
}

function aBidPage(rows: unknown, fields: Fields = {}) {
  return { auction_zc_bidderinfo_pagequery_response: { result: { ...fields, value: { bidder_info_list: rows } } } };
}

function aBid(fields: Fields = {}) {
  return { item_id: 1012345679101, alias_name: 'A121', bid_price: 100_000, bid_time: '2026-05-18 10:00:00', ...fields };
}

describe('zc.bidderinfo.pagequery', () => {
  it('says how many bids the lot has, where the page is of one lot', () => {
    const one = map(aBidPage([aBid()], { total_item: 45 }));
    const two = map(aBidPage([aBid(), aBid({ item_id: 1012345679102 })], { total_item: 45 }));

    expect(one.lots[0]?.facts.bidCount).toBe(45);
    expect(two.lots.map(({ facts }) => facts.bidCount)).toEqual([undefined, undefined]);
    expect(two.bids).toHaveLength(2);
  });

  it('has no bid numbers of the platform’s own, which its other documents lack', () => {
    const [first] = map(aBidPage([aBid({ bid_version_sequence: 7, version: 8 })])).bids;

    expect(first?.bids[0]).not.toHaveProperty('platformBidId');
  });

  it('is empty without a value unless it says that it failed', () => {
    const none = { auction_zc_bidderinfo_pagequery_response: { result: { total_item: 0 } } };
    const failed = { auction_zc_bidderinfo_pagequery_response: { result: { success: false, value: {} } } };

    expect(map(none)).toMatchObject({ lots: [], bids: [] });
    expect(refusalOf(() => map(failed))).toEqual({ code: 'DOCUMENT.DRIFT', details: { code: '' } });
  });

  it.each([
    ['/alias_name', { alias_name: '王测试' }, 'not a public bidder number'],
    ['/bid_price', { bid_price: 10.5 }, 'not of type int'],
    ['/bid_time', { bid_time: '刚刚' }, 'not a time: "刚刚"'],
    ['/item_id', { item_id: 1 }, 'not a lot number'],
  ])('quarantines a bid at %s', (field, fields, reason) => {
    const { bids, quarantined } = map(aBidPage([...Array(5).fill(aBid()), aBid(fields)]));

    expect(bids[0]?.bids).toHaveLength(5);
    expect(quarantined).toEqual([{ path: `/result/value/bidder_info_list/5${field}`, reason }]);
  });
});

describe('a reply of the open platform', () => {
  it.each([
    [11, 'isv.permission-api-package-limit'],
    [26, ''],
    [27, 'invalid-sessionkey'],
    ['27', ''],
    [15, 'isv.invalid-session'],
  ])('is blocked by the error %j %s', (code, sub_code) => {
    const refusal = refusalOf(() => map({ error_response: { code, sub_code, msg: '王测试' } }));

    expect(refusal).toEqual({
      code: 'DOCUMENT.BLOCKED',
      details: { kind: 'login', code: String(code), subCode: sub_code },
    });
  });

  it.each([
    [
      { code: 7, sub_code: 'accesscontrol.limited-by-api-access-count' },
      '7',
      'accesscontrol.limited-by-api-access-count',
    ],
    [{ code: 50, sub_code: '王测试 13900000000' }, '50', ''],
    [{ code: { toString: 1 }, sub_code: null }, '', ''],
    ['x', '', ''],
  ])('is drift with the error %j, which is not quoted', (error_response, code, subCode) => {
    expect(refusalOf(() => map({ error_response }))).toEqual({ code: 'DOCUMENT.DRIFT', details: { code, subCode } });
  });

  it.each([
    ['another call', { auction_zc_project_query_response: {} }, { call: 'auction_zc_project_query' }],
    ['no wrapper', { result: {} }, { missing: 'the wrapper of a reply' }],
    ['a list', [], { missing: 'the wrapper of a reply' }],
    ['no object inside', { auction_zc_project_detail_response: 1 }, { at: '' }],
  ])('is drift with %s', (_, reply, details) => {
    expect(refusalOf(() => map(reply))).toMatchObject({ code: 'DOCUMENT.DRIFT', details });
  });

  it('is blocked when a captcha came in its place', () => {
    expect(refusalOf(() => map({ action: 'captcha' }))?.code).toBe('DOCUMENT.BLOCKED');
  });
});

describe('statistics', () => {
  it.each([
    ['a negative count', 'annually', { publish_count: -1 }],
    ['a count in text', 'monthly', { bid_count: '12' }],
  ])('refuse rows with %s', (_, call, fields) => {
    const row = { period: '2026', courts_bid_stat_sum: fields };

    const reply = { [`auction_gov_data_${call}_get_response`]: { results: [row, row] } };

    expect(refusalOf(() => map(reply, 'statistics'))?.details).toMatchObject({ rows: 2, bad: 2 });
  });

  it('may leave figures out, but never the period', () => {
    const reply = (row: unknown) => ({ auction_gov_data_monthly_get_response: { results: [row] } });

    expect(map(reply({ period: '202604', courts_bid_stat_sum: {} }), 'statistics').quarantined).toEqual([]);
    expect(map(reply({ courts_bid_stat_sum: {} }), 'statistics').quarantined).toEqual([
      { path: '/results/0/period', reason: 'missing' },
    ]);
  });
});
