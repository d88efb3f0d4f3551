import { describe, expect, it } from 'vitest';
import { fen } from '#shared/domain/money.ts';
import { readPageAddress } from '#web/catalogue-address.ts';
import { aShownLot, cataloguePage, inHours, someLots } from './showing.ts';

const BASE = 'https://catalogue.example';

/** Addresses of the links whose text or label contains the words. */
function linksTo(html: string, words: string): readonly string[] {
  const anchors = [...html.matchAll(/<a [^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/gs)];
  return anchors.filter(([anchor]) => anchor.includes(words)).map(([, href = '']) => href.replaceAll('&amp;', '&'));
}

function addressed(href: string | undefined) {
  return readPageAddress(new URL(href ?? '', BASE).searchParams);
}

const factory = aShownLot({ title: '织里镇厂房', assetClass: 'factory', tradeKind: 'lease' }, 'bidding', '1').card;
const pond = aShownLot({ title: '晓河村鱼塘', location: '湖州织里', assetClass: 'fish_pond' }, 'sold', '2').card;
const unknown = aShownLot({ title: '某标的' }, 'unknown', '3').card;
const LOTS = [factory, pond, unknown];

describe('the catalogue page', () => {
  it('counts the values of each facet in Chinese, what is unknown last', () => {
    const html = cataloguePage(LOTS);
    const classes = /<legend class="hidden">资产类别<\/legend>(.*?)<\/fieldset>/s.exec(html)?.[1] ?? '';

    const values = [...classes.matchAll(/value="(\w+)"\/?><span>(.*?)<\/span> <span class="soft">(\d+)</g)];
    expect(values.map(([, value, text, count]) => [value, text, count])).toEqual([
      ['factory', '厂房', '1'],
      ['fish_pond', '鱼塘', '1'],
      ['unknown', '未注明', '1'],
    ]);
    expect(html).toContain('共 3 个标的');
  });

  it('keeps what is chosen in the form, and opens its group only', () => {
    const html = cataloguePage(LOTS, {
      text: '织里',
      filters: { class: ['factory'] },
      endsWithinDays: 5,
      sort: 'newest',
    });

    expect(html).toMatch(/<input type="search"[^>]* value="织里"/);
    expect(html).toMatch(/name="class" value="factory" checked/);
    expect(html.match(/<details[^>]* open/g)).toHaveLength(1);
    expect(html).toMatch(/<option value="5" selected="">5 天内结束/);
    expect(html).toMatch(/<option value="newest" selected="">/);
  });

  it('takes each condition away by its chip and keeps the others', () => {
    const query = { text: '织里', filters: { class: ['factory', 'fish_pond'], kind: ['lease'] }, endsWithinDays: 7 };
    const html = cataloguePage(LOTS, query);

    expect(addressed(linksTo(html, '去掉 “织里”')[0]).query).toMatchObject({ ...query, text: '' });
    expect(addressed(linksTo(html, '去掉 资产类别:厂房')[0]).query.filters).toEqual({
      class: ['fish_pond'],
      kind: ['lease'],
    });
    expect(addressed(linksTo(html, '去掉 流转方式:出租')[0]).query.filters).toEqual({ class: query.filters.class });
    expect(addressed(linksTo(html, '去掉 7 天内结束')[0]).query.endsWithinDays).toBeNull();
    expect(linksTo(html, '全部清除')).toEqual(['/#found']);
    expect(cataloguePage(LOTS)).not.toContain('全部清除');
  });

  it('turns pages within the filter', () => {
    const lots = someLots(60, { tradeKind: 'lease' });
    const query = { filters: { kind: ['lease'] }, sort: 'newest' } as const;

    const second = cataloguePage(lots, query, { page: 2 });

    expect(second.match(/<li class="card">/g)).toHaveLength(24);
    expect(second).toContain('第 2 页,共 3 页');
    expect(addressed(linksTo(second, 'rel="prev"')[0])).toMatchObject({ page: 1, query });
    expect(addressed(linksTo(second, 'rel="next"')[0])).toMatchObject({ page: 3, query });
    expect(linksTo(cataloguePage(lots, query, { page: 3 }), 'rel="next"')).toEqual([]);
    expect(linksTo(cataloguePage(lots, query, { page: 1 }), 'rel="prev"')).toEqual([]);
    expect(cataloguePage(someLots(24))).not.toContain('翻页');
  });

  it('leads back from a page that is not there', () => {
    const html = cataloguePage(someLots(30), {}, { page: 9 });

    expect(html).toContain('没有这一页');
    expect(addressed(linksTo(html, '看最后一页')[0]).page).toBe(2);
  });

  it('offers the same filter to programs', () => {
    const html = cataloguePage(LOTS, { text: '织里', filters: { class: ['factory'] } });
    const params = new URLSearchParams({ q: '织里', class: 'factory' });

    for (const form of ['atom', 'csv', 'jsonl']) {
      expect(linksTo(html, `/v1/lots.${form}`)).toEqual([`/v1/lots.${form}?${params}`]);
    }
    expect(html).toContain('<link rel="alternate" type="application/atom+xml"');
  });

  it('marks what the query found in title and place', () => {
    const html = cataloguePage(LOTS, { text: '织里' });

    expect(html).toContain('<mark>织里</mark>镇厂房');
    expect(html).toContain('湖州<mark>织里</mark>');
    expect(cataloguePage(LOTS)).not.toContain('<mark>');
  });

  it('says what to loosen where nothing is found, and what that would find', () => {
    const html = cataloguePage(LOTS, { text: '鱼塘', filters: { class: ['factory'], platform: ['p'] } });

    expect(html).toMatch(/>不限“鱼塘”<\/a>,有 1 个标的/);
    expect(html).toMatch(/>不限资产类别<\/a>,有 1 个标的/);
    expect(html).not.toContain('不限平台');
    expect(html).toContain('查看全部 3 个标的');
    expect(addressed(linksTo(html, '不限“鱼塘”')[0]).query.text).toBe('');
    expect(cataloguePage([])).toContain('目录里还没有标的');
  });

  it('offers each condition alone where no looser query finds anything', () => {
    const html = cataloguePage(LOTS, { text: '鱼塘', filters: { class: ['factory'], kind: ['transfer'] } });

    expect(html).not.toMatch(/<a [^>]*>不限/);
    expect(html).toMatch(/>只找“鱼塘”<\/a>,有 1 个标的/);
    expect(addressed(linksTo(html, '只限资产类别')[0]).query).toMatchObject({
      text: '',
      filters: { class: ['factory'] },
    });
    expect(html).not.toContain('只限流转方式');
  });

  it('says as of when it is while the store does not answer', () => {
    const html = cataloguePage(LOTS, {}, { staleSince: inHours(-2) });

    expect(html).toMatch(
      /role="status">暂时读不到最新数据,以下是 <time[^>]*>2026年5月20日 08:00<\/time>\(2 小时前\) 的数据/,
    );
    expect(cataloguePage(LOTS)).not.toContain('暂时读不到');
  });

  it('shows what nobody reported as a dash, and a price with what it is a price of', () => {
    const bare = cataloguePage([unknown]);
    const priced = cataloguePage([aShownLot({ startPrice: fen(2_499_000), priceBasis: 'per_mu_year' }).card]);

    expect(bare).not.toContain('0.00');
    expect(bare.match(/<dd class="lead">–<\/dd>/g)).toHaveLength(1);
    expect(priced).toContain('24,990.00 元/亩/年');
  });

  it('calls a lot over whose end has passed, and says what its platform last showed', () => {
    const html = cataloguePage([aShownLot({ endsAt: inHours(-1) }).card]);

    expect(html).toContain('<span class="status ended">已结束,结果未报</span>');
    expect(html).toContain('已过结束时间,平台最后显示“竞价中”');
    expect(html).not.toContain('还有');
    expect(cataloguePage([aShownLot({ endsAt: inHours(50) }).card])).toContain('(还有 2 天)');
  });

  it('calls the status of a lot unknown that should have begun and whose end nobody knows', () => {
    const { card } = aShownLot({ startsAt: inHours(-1) }, 'announced');

    const html = cataloguePage([{ ...card, endsAt: null }]);

    expect(html).toContain('<span class="status unknown">状态未知</span>');
    expect(html).toContain('已过开拍时间,平台最后显示“公告中”');
  });
});
