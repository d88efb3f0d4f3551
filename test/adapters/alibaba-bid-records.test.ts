import { describe, expect, it } from 'vitest';
import { alibaba } from '#adapters/alibaba/index.ts';
import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import { aDocumentAbout } from './alibaba-pairs.ts';
import { aDocument, refusalOf } from './documents.ts';

const LOT = '1012345679000';
const HEAD = '状态,竞买号,价格,时间';
const WON = '成交,C3071,"1,286,400.50",2026年05月19日 10:08:41';
const LOST = '出局,K0258,"1,281,400.50",2026年05月19日 10:06:12';

function map(content: string): MappedDocument {
  return alibaba.map(aDocumentAbout(LOT, 'bid-records', content));
}

function table(...lines: readonly string[]): string {
  return [HEAD, ...lines].join('\n');
}

function reply(...records: readonly string[]): string {
  return `{records:[${records.join(',')}]}`;
}

function bidsOf({ bids }: MappedDocument) {
  return bids.flatMap((ofLot) => ofLot.bids);
}

describe('alibaba bid records', () => {
  it.each(['lot-1', ' 1012345679000 '])('are of the lot their bringer says: %j', (subject) => {
    const { lots, bids } = alibaba.map(aDocumentAbout(subject, 'bid-records', table(WON)));

    expect([...lots, ...bids].map(({ externalId }) => externalId)).toEqual([subject.trim(), subject.trim()]);
  });

  it.each([
    ['nobody says of which lot', aDocument('bid-records', table(WON))],
    ['the number is blank', aDocumentAbout(' ', 'bid-records', table(WON))],
    ['the number is no number at all', aDocumentAbout('1\n2', 'bid-records', table(WON))],
    ['the number is too long to be one', aDocumentAbout('1'.repeat(121), 'bid-records', table(WON))],
  ])('are refused when %s', (_, document) => {
    expect(refusalOf(() => alibaba.map(document))).toEqual({
      code: 'DOCUMENT.DRIFT',
      details: { missing: 'subject' },
    });
  });

  it('say that kinds of them need the lot’s number', () => {
    const needing = Object.entries(alibaba.manifest.documentKinds).filter(([, { needsSubject }]) => needsSubject);

    expect(needing.map(([kind]) => kind)).toEqual(['bid-records']);
  });

  it.each([
    ['a table', table(WON, LOST)],
    [
      'a reply',
      reply(
        '{alias:"C3071",date:"20260519 10:08:41",price:"1,286,400.50",status:99}',
        '{alias:"K0258",date:"20260519 10:06:12",price:"1,281,400.50",status:-1}',
      ),
    ],
    [
      'a reply in JSON, times in milliseconds',
      JSON.stringify({
        records: [
          { alias: 'C3071', bidTime: 1779156521000, price: '1286400.5', status: '99' },
          { alias: 'K0258', bidTime: '1779156372000', price: '1281400.5', status: '-1' },
        ],
      }),
    ],
  ])('say the same as %s', (_, content) => {
    const mapped = map(content);

    expect(bidsOf(mapped)).toEqual([
      { bidder: 'C3071', price: 128_640_050, at: '2026-05-19T02:08:41.000Z', standing: 'winning' },
      { bidder: 'K0258', price: 128_140_050, at: '2026-05-19T02:06:12.000Z', standing: 'outbid' },
    ]);
    expect(mapped.lots).toEqual([{ externalId: LOT, status: 'sold', facts: { hammerPrice: 128_640_050 } }]);
    expect(mapped.quarantined).toEqual([]);
  });

  it('say nothing of the lot without a winning bid, and never how many bids there are', () => {
    expect(map(table(LOST)).lots).toEqual([]);
    expect(map(table()).bids).toEqual([]);
    expect(map(reply())).toEqual({ lots: [], bids: [], quarantined: [], unread: [] });
    expect(map(table(WON)).lots[0]?.facts).not.toHaveProperty('bidCount');
  });

  it('take a winning bid pasted twice for one sale', () => {
    expect(map(table(WON, HEAD, WON, LOST)).lots[0]).toMatchObject({ status: 'sold' });
  });

  it.each([
    ['two winning prices', '成交,K0258,"1,281,400.50",2026年05月19日 10:06:12', 'more than one winning price'],
    ['a bid above the winning one', '出局,K0258,"1,286,400.51",2026年05月19日 10:06:12', 'a bid above the winning one'],
  ])('do not say sold with %s', (_, line, reason) => {
    const mapped = map(table(WON, line));

    expect(mapped.lots).toEqual([]);
    expect(bidsOf(mapped)).toHaveLength(2);
    expect(mapped.quarantined).toEqual([{ path: '/hammerPrice', reason }]);
  });

  it.each([
    ['/A7', '落败,K0258,"1,281",2026年05月19日 10:06:12', 'unknown status word "落败"'],
    ['/A7', ',K0258,"1,281",2026年05月19日 10:06:12', 'unknown status word ""'],
    ['/B7', '出局,张三丰,"1,281",2026年05月19日 10:06:12', 'not a public bidder number'],
    ['/C7', '出局,K0258,"1,28",2026年05月19日 10:06:12', 'not an amount: "1,28"'],
    ['/C7', '出局,K0258,无,2026年05月19日 10:06:12', 'not an amount: "无"'],
    ['/D7', '出局,K0258,"1,281",2026年02月30日 10:06:12', 'not a time: "2026年02月30日 10:06:12"'],
    ['/D7', '出局,K0258,"1,281"', 'not a time: ""'],
  ])('quarantine a line of a table at %s: %s', (path, line, reason) => {
    const mapped = map(table(LOST, LOST, LOST, LOST, LOST, line));

    expect(mapped.quarantined).toEqual([{ path, reason }]);
    expect(bidsOf(mapped)).toHaveLength(5);
  });

  it.each([
    ['/records/5/status', '{alias:"K0258",date:"20260519 10:06:12",price:"1",status:0}', 'unknown status word "0"'],
    ['/records/5/alias', '{alias:"张三丰",date:"20260519 10:06:12",price:"1"}', 'not a public bidder number'],
    ['/records/5/alias', '{date:"20260519 10:06:12",price:"1"}', 'missing'],
    ['/records/5/price', '{alias:"K0258",date:"20260519 10:06:12",price:"-1"}', 'not an amount: "-1"'],
    ['/records/5/price', '{alias:"K0258",date:"20260519 10:06:12",price:1}', 'not of type string'],
    ['/records/5/date', '{alias:"K0258",date:"刚刚",price:"1"}', 'not a time: "刚刚"'],
    ['/records/5/date', '{alias:"K0258",price:"1"}', 'not a time'],
    ['/records/5/bidTime', '{alias:"K0258",price:"1",bidTime:"1779156372"}', 'not a time'],
    ['/records/5', 'null', 'not of type object'],
  ])('quarantine a record of a reply at %s: %s', (path, record, reason) => {
    const good = '{alias:"K0258",date:"20260519 10:06:12",price:"1,281",status:-1}';

    const mapped = map(reply(good, good, good, good, good, record));

    expect(mapped.quarantined).toEqual([{ path, reason }]);
    expect(bidsOf(mapped)).toHaveLength(5);
  });

  it('leave the standing open where the reply does not say it', () => {
    expect(bidsOf(map(reply('{alias:"K0258",date:"20260519 10:06:12",price:"1"}')))[0]?.standing).toBe('unknown');
  });

  it('tell of columns by their heads, page by page', () => {
    const other = ['时间,竞买号,价格,状态', '2026年05月19日 10:06:12,K0258,"1,281,400.50",出局'];

    expect(bidsOf(map(table(WON, ...other))).map(({ standing }) => standing)).toEqual(['winning', 'outbid']);
  });

  it.each([
    ['a table without its head', `${WON}\n${LOST}`, { missing: '状态,竞买号,价格,时间' }],
    ['half a table without its head', [LOST, LOST, HEAD, LOST].join('\n'), { rows: 3, bad: 2 }],
    ['a table with broken quotes', table('出局,"K0258'), { line: 2 }],
    ['a reply without records', '{currentPage:1}', { missing: '/records' }],
    ['a reply that runs code', '{records:[fetch("x")]}', { at: 10, reason: 'not a literal' }],
    ['a reply cut off', reply('{alias:"K02'), { reason: 'text without end' }],
    ['some page', '<html><body>竞买记录</body></html>', { missing: '状态,竞买号,价格,时间' }],
  ])('are refused when they are %s', (_, content, details) => {
    expect(refusalOf(() => map(content))).toMatchObject({ code: 'DOCUMENT.DRIFT', details });
  });

  it.each([
    ['captcha', 'cb({"ret":[],"action":"captcha"})'],
    ['captcha', 'window.x={"action":"captcha"}'],
    ['punish', '{"url":"https://sf.taobao.com/punish?x5secdata=1"}'],
    ['login', '<title>淘宝网 - 登录</title>'],
  ])('are blocked by %s: %s', (kind, content) => {
    expect(refusalOf(() => map(content))).toEqual({ code: 'DOCUMENT.BLOCKED', details: { kind } });
  });
});
