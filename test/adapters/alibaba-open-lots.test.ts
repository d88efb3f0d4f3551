import { describe, expect, it } from 'vitest';
import { alibaba } from '#adapters/alibaba/index.ts';
import { describeWords } from '#adapters/alibaba/words.ts';
import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import { aDocumentAbout, textOf } from './alibaba-pairs.ts';
import { aDocument, refusalOf } from './documents.ts';

type Fields = Readonly<Record<string, unknown>>;

function map(reply: unknown): MappedDocument {
  return alibaba.map(aDocument('open-platform', JSON.stringify(reply)));
}

function aProject(fields: Fields) {
  const value = { item_id: 1012345679101, title: '湖州市吴兴区厂房', status: '正在进行', ...fields };
  return { auction_zc_project_detail_response: { result: { success: true, value } } };
}

function aList(rows: unknown) {
  return { auction_zc_itemlist_query_response: { result: { success: true, value: { auction_item_list: rows } } } };
}

function anItem(fields: Fields = {}) {
  return { item_id: 1012345679200, title: '湖州市吴兴区设备', auction_status: '即将开始', ...fields };
}

describe('zc.project.detail', () => {
  it.each([
    ['即将开始', 'announced'],
    ['正在进行', 'bidding'],
    ['中止', 'suspended'],
    ['撤回', 'withdrawn'],
    ['流拍', 'passed-in'],
    ['已结束', 'ended'],
  ])('reads %s as %s', (word, status) => {
    expect(map(aProject({ status: word })).lots[0]?.status).toBe(status);
  });

  it.each([
    ['a price and a time of sale', { final_price: 1, winner_time: '2026-05-19 10:00:00' }, 'sold', 1],
    ['a price alone', { final_price: 1 }, 'ended', undefined],
    ['a time of sale alone', { winner_time: '2026-05-19 10:00:00' }, 'ended', undefined],
    ['a price of nought', { final_price: 0, winner_time: '2026-05-19 10:00:00' }, 'ended', undefined],
    ['a time that is none', { final_price: 1, winner_time: '最终成交时间' }, 'ended', undefined],
  ])('takes 已结束 with %s', (_, fields, status, hammerPrice) => {
    const [lot] = map(aProject({ status: '已结束', ...fields })).lots;

    expect([lot?.status, lot?.facts.hammerPrice]).toEqual([status, hammerPrice]);
  });

  it('has no hammer price without a sale, whatever the reply says', () => {
    const lot = map(aProject({ status: '流拍', final_price: 5, winner_time: '2026-05-19 10:00:00' })).lots[0];

    expect(lot?.facts).not.toHaveProperty('hammerPrice');
  });

  it('carries our own reference, unless masking would make it another', () => {
    expect(map(aProject({ out_id: ' WX-2026-0031 ' })).lots[0]?.facts.reference).toBe('WX-2026-0031');
    expect(map(aProject({ out_id: '13900000000' })).lots[0]?.facts).not.toHaveProperty('reference');
    expect(map(aProject({ out_id: '' })).lots[0]?.facts).not.toHaveProperty('reference');
  });

  it.each([
    ['a price in text', { start_price: '1200' }, '/result/value/start_price'],
    ['a price below nought', { start_price: -1 }, '/result/value/start_price'],
    ['a price in fractions of a fen', { final_price: 0.5 }, '/result/value/final_price'],
    ['no status', { status: undefined }, '/result/value/status'],
    ['no lot number', { item_id: 'x' }, '/result/value/item_id'],
  ])('is drift with %s', (_, fields, at) => {
    expect(refusalOf(() => map(aProject(fields)))).toMatchObject({ code: 'DOCUMENT.DRIFT', details: { at } });
  });
});

describe('zc.itemdetail.query', () => {
  const PAID = textOf('open-platform-item-paid');

  it.each([
    ['未支付', []],
    ['未走线上支付', []],
    ['', []],
    ['部分支付', [{ path: '/result/value/remain_info/remain_pay_status', reason: 'unknown word "部分支付"' }]],
  ])('does not say paid of %j', (word, quarantined) => {
    const mapped = alibaba.map(aDocumentAbout('1012345679000', 'open-platform', PAID.replace('已支付', word)));

    expect(mapped.lots[0]?.facts).not.toHaveProperty('paidAt');
    expect(mapped.quarantined).toEqual(quarantined);
  });

  it('needs the lot’s number from its bringer', () => {
    expect(refusalOf(() => alibaba.map(aDocument('open-platform', PAID)))?.details).toEqual({ missing: 'subject' });
  });
});

describe('zc.itemlist.query', () => {
  it('reads words and the codes they stand for alike', () => {
    const rows = describeWords().filter(({ field }) => field === '开放平台列表状态');

    const mapped = map(
      aList(rows.map(({ theirs }, index) => anItem({ item_id: 1012345679200 + index, auction_status: theirs }))),
    );

    expect(rows).toHaveLength(14);
    expect(mapped.lots.map(({ status }) => status)).toEqual(rows.map(({ ours }) => ours));
  });

  it('sets lots aside that went to a creditor, however many', () => {
    const rows = [1, 2, 3].map((index) =>
      anItem({ item_id: 1012345679200 + index, auction_status: index === 1 ? 7 : '已以物抵债' }),
    );

    const { lots, quarantined } = map(aList({ auction_item: [...rows, anItem()] }));

    expect(lots.map(({ externalId }) => externalId)).toEqual(['1012345679200']);
    expect(quarantined.map(({ path }) => path)).toEqual(
      [0, 1, 2].map((index) => `/result/value/auction_item_list/auction_item/${index}/auction_status`),
    );
  });

  it.each(['已暂缓', '100', 8, ''])('quarantines the status %j', (word) => {
    const { lots, quarantined } = map(aList([anItem({ auction_status: word })]));

    expect(lots).toEqual([]);
    expect(quarantined).toEqual([
      { path: '/result/value/auction_item_list/0/auction_status', reason: `unknown status word "${word}"` },
    ]);
  });

  it('leaves a lot out that is shown twice and differently', () => {
    const { lots, quarantined } = map(aList([anItem(), anItem({ auction_status: '正在进行' })]));

    expect(lots).toEqual([]);
    expect(quarantined).toHaveLength(1);
  });

  it.each([
    ['an empty list', []],
    ['no list', undefined],
    ['an empty wrapper', {}],
  ])('is without lots for %s', (_, rows) => {
    expect(map(aList(rows))).toEqual({ lots: [], bids: [], quarantined: [], unread: [] });
  });

  it('is drift when the list is wrapped in another way', () => {
    expect(refusalOf(() => map(aList({ a: [], b: [] })))?.code).toBe('DOCUMENT.DRIFT');
    expect(refusalOf(() => map(aList('x')))?.code).toBe('DOCUMENT.DRIFT');
  });
});
