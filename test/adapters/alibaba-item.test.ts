import { describe, expect, it } from 'vitest';
import { alibaba } from '#adapters/alibaba/index.ts';
import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import { changed, textOf } from './alibaba-pairs.ts';
import { aDocument, refusalOf } from './documents.ts';

const BIDDING = textOf('item-bidding');
const SOLD = textOf('item-sold');
const HEADLINE = '本场拍卖已成交 ！';

function map(html: string): MappedDocument {
  return alibaba.map(aDocument('item', html));
}

function lotOf(html: string) {
  return map(html).lots[0];
}

describe('alibaba detail page', () => {
  it.each([
    ['本场拍卖已流拍 ！', 'passed-in'],
    ['本场拍卖已撤回！', 'withdrawn'],
    ['本场拍卖已中止', 'suspended'],
    ['本标的已暂缓', 'suspended'],
    ['本场拍卖已成交 ！', 'sold'],
    ['本场变卖已成交', 'sold'],
    ['本场变卖已流拍', 'passed-in'],
  ])('reads the headline %s as %s', (headline, status) => {
    expect(lotOf(changed(SOLD, HEADLINE, headline))?.status).toBe(status);
  });

  it('reads an over page without words, or only 已结束, as ended', () => {
    const silent = changed(changed(SOLD, HEADLINE, ' ！'), /成交价：<em>&yen;<\/em>41,600.88 元/, '');

    expect(lotOf(silent)?.status).toBe('ended');
    expect(lotOf(changed(silent, ' ！', '拍卖已结束'))?.status).toBe('ended');
  });

  it.each(['本场拍卖已终止', '本标的已以物抵债', '本场拍卖未成交', '本场拍卖已撤回，此前流拍'])(
    'does not guess at %s',
    (headline) => {
      const mapped = map(changed(changed(SOLD, HEADLINE, headline), /成交价：<em>&yen;<\/em>41,600.88 元/, ''));

      expect(mapped.lots[0]).not.toHaveProperty('status');
      expect(mapped.quarantined).toEqual([{ path: '/status', reason: `unknown words on an ended lot: "${headline}"` }]);
    },
  );

  it('tells announced, bidding and ended by the page’s clock alone', () => {
    const now = /data-now="\d+"/;
    const at = (text: string) => lotOf(changed(BIDDING, now, `data-now="${Date.parse(text)}"`))?.status;

    expect(at('2026-05-17T01:59:59.999Z')).toBe('announced');
    expect(at('2026-05-17T02:00:00Z')).toBe('bidding');
    expect(at('2026-05-18T02:04:59.999Z')).toBe('bidding');
    expect(at('2026-05-18T02:05:00Z')).toBe('ended');
  });

  it('reads the clock from the time left where it is not said', () => {
    expect(map(changed(BIDDING, /data-now="\d+"/, '')).clock).toBe('2026-05-18T02:01:30.000Z');
  });

  it('takes the hammer price from the winning bid, or else from the words', () => {
    const worded = changed(
      SOLD,
      /<tbody>\n<tr>[\s\S]*<\/tbody><\/table>\n<div class="footer"/,
      '<tbody></tbody></table>\n<div class="footer"',
    );
    const rowOnly = changed(SOLD, /成交价：<em>&yen;<\/em>41,600.88 元/, '');

    expect([worded, rowOnly].map((html) => lotOf(html)?.facts.hammerPrice)).toEqual([4_160_088, 4_160_088]);
    expect(map(worded).bids).toEqual([]);
  });

  it.each([
    ['two prices', '41,600.88 元', '41,700 元', '/hammerPrice', 'the page states more than one hammer price'],
    ['a start price above it', '>36,500 <', '>41,601 <', '/hammerPrice', 'an ascending sale below its start price'],
  ])('says no more than ended of a sale with %s', (_, from, to, path, reason) => {
    const mapped = map(changed(SOLD, from, to));

    expect(mapped.lots[0]?.status).toBe('ended');
    expect(mapped.lots[0]?.facts).not.toHaveProperty('hammerPrice');
    expect(mapped.quarantined).toEqual([{ path, reason }]);
  });

  it('has a current price only once there are bids', () => {
    expect(lotOf(BIDDING)?.facts.currentPrice).toBe(69_796_150);
    expect(lotOf(changed(BIDDING, /(class="J_Record">\s*)3/, '$10'))?.facts).not.toHaveProperty('currentPrice');
    expect(lotOf(changed(BIDDING, /(class="J_Record">\s*)3/, '$1'))?.facts).not.toHaveProperty('currentPrice');
  });

  it.each([
    ['/deposit', '>68,000 <', '>六万八 <', 'unreadable amount under 保证金: "¥六万八"'],
    ['/startPrice', '>687,961.5 <', '>687,961.555 <', 'unreadable amount under 起拍价: "¥687,961.555"'],
    ['/increment', '>5,000 <', '>50,00 <', 'unreadable amount under 加价幅度: "¥50,00"'],
    ['/extensionMinutes', '5分钟', '5次', 'not a number of minutes: "5次"'],
    ['/registrationCount', 'J_Applyer">4', 'J_Applyer">几', 'not a count: "几"'],
    ['/round', '二拍', '三拍', 'unknown round word "三拍"'],
    ['/startsAt', /data-start="\d+"/, 'data-start="1"', 'data-start of #sf-countdown is not a time'],
  ])('quarantines %s and leaves it unsaid', (path, from, to, reason) => {
    const mapped = map(changed(BIDDING, from, to));

    expect(mapped.quarantined).toContainEqual({ path, reason: expect.stringContaining(reason) });
    expect(mapped.lots[0]?.facts).not.toHaveProperty(path.slice(1));
  });

  it('keeps neither time when the end is not after the start', () => {
    const end = /data-end="\d+"/;

    const mapped = map(changed(BIDDING, end, `data-end="${Date.UTC(2026, 4, 17, 2)}"`));

    expect(mapped.lots[0]?.facts).not.toHaveProperty('startsAt');
    expect(mapped.lots[0]?.facts).not.toHaveProperty('endsAt');
    expect(mapped.lots[0]).not.toHaveProperty('status');
  });

  it.each([
    ['【第一次拍卖】', 1],
    ['【第二次拍卖】', 2],
    ['【再次拍卖】', 'again'],
    ['【重新拍卖】', 'again'],
    ['【变卖】', 'sell-off'],
  ])('strips %s from the title into the round', (prefix, round) => {
    const facts = lotOf(changed(SOLD, '【第一次拍卖】', prefix))?.facts;

    expect(facts).toMatchObject({ title: '浙E7K210别克牌小型轿车一辆', round });
  });

  it.each([
    ['一拍', 1],
    ['二拍', 2],
    ['再次拍卖', 'again'],
    ['重新拍卖', 'again'],
    ['变卖', 'sell-off'],
  ])('reads the badge %s of newer pages', (badge, round) => {
    const facts = lotOf(changed(BIDDING, '二拍', badge))?.facts;

    expect(facts).toMatchObject({ round, saleMode: round === 'sell-off' ? 'sell-off' : 'ascending' });
  });

  it('says no round where the title and the badge disagree', () => {
    const mapped = map(changed(BIDDING, '<h1>', '<h1>【第一次拍卖】'));

    expect(mapped.lots[0]?.facts).not.toHaveProperty('round');
    expect(mapped.quarantined).toEqual([{ path: '/round', reason: 'the title and the badge name different rounds' }]);
  });

  it('reads the words of a sell-off without a round word', () => {
    const facts = lotOf(changed(textOf('item-sell-off'), '【变卖】', ''))?.facts;

    expect(facts).toMatchObject({
      round: 'sell-off',
      saleMode: 'sell-off',
      startPrice: 12_000_000,
      deposit: 12_000_000,
    });
  });

  it('leaves other brackets in the title', () => {
    const facts = lotOf(changed(SOLD, '【第一次拍卖】', '【破】'))?.facts;

    expect(facts?.title).toBe('【破】浙E7K210别克牌小型轿车一辆');
    expect(facts).not.toHaveProperty('round');
  });

  it('quarantines a bid it cannot read, without repeating what stands for the bidder', () => {
    const rows = Array.from(
      { length: 10 },
      () => '<tr><td>出局</td><td>A1907</td><td>1</td><td>2026/05/17 10:00:05</td></tr>',
    );
    const many = changed(BIDDING, '<tbody>\n<tr><td><span>领先', `<tbody>${rows.join('')}<tr><td><span>领先`);

    const mapped = map(changed(many, 'B0417', '张三丰'));

    expect(mapped.bids[0]?.bids).toHaveLength(12);
    expect(mapped.quarantined).toEqual([
      { path: '#J_RecordList tr:nth-of-type(12) td:nth-of-type(2)', reason: 'not a public bidder number' },
    ]);
  });

  it('is drift when most bids cannot be read', () => {
    expect(refusalOf(() => map(changed(BIDDING, /出局/g, '落败')))?.code).toBe('DOCUMENT.DRIFT');
  });

  it.each([
    ['the lot number', /id="J_ItemId"/, 'id="x"', { missing: '#J_ItemId' }],
    ['the countdown', 'id="sf-countdown"', 'id="x"', { missing: '#sf-countdown' }],
    ['the title', /<h1>[\s\S]*?<\/h1>/, '<h1> </h1>', { missing: 'h1' }],
    ['its end', '</html>', '', { missing: '</html>' }],
    ['a lot number of digits', 'value="1012345679002"', 'value="x"', { at: '#J_ItemId' }],
  ])('is drift without %s', (_, from, to, details) => {
    expect(refusalOf(() => map(changed(BIDDING, from, to)))).toEqual({ code: 'DOCUMENT.DRIFT', details });
  });

  it('is never read from a page cut short', () => {
    for (let length = 1; length < SOLD.length; length += 97) {
      expect(refusalOf(() => map(SOLD.slice(0, length)))?.code).toMatch(/^DOCUMENT\.(DRIFT|BLOCKED|EMPTY)$/);
    }
  });
});
