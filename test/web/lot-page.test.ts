import { describe, expect, it } from 'vitest';
import type { BidEntry } from '#shared/domain/bid-log.ts';
import { toLotCard } from '#shared/domain/lot-card.ts';
import { mergeLot } from '#shared/domain/lot-state.ts';
import { fen, ppm } from '#shared/domain/money.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import { inRoundOrder } from '#shared/domain/rounds.ts';
import { formatBeijing, type Instant } from '#shared/domain/time.ts';
import { catalogueIndex } from '#shared/services/catalogue/catalogue-index.ts';
import { assetGroups } from '#shared/services/same-asset/asset-groups.ts';
import { factRows } from '#web/lot-facts.ts';
import { aShownLot, EVERY_FACT, inHours, lotPage, STAMP } from './showing.ts';

/** What stands after a fact's label: the value, then where it comes from. */
function shownFact(html: string, label: string): string | undefined {
  return new RegExp(`<dt>${label}</dt>(<dd>.*?)</div>`).exec(html)?.[1];
}

describe('the facts on the page of a lot', () => {
  const shown = aShownLot(EVERY_FACT, 'sold');
  const html = lotPage(shown);

  it.each(Object.keys(EVERY_FACT))('show %s with its source', (name) => {
    const rows = factRows(shown.card, shown.state).filter((row) => row.name === name);

    expect(rows).toHaveLength(1);
    const [row] = rows;
    const inWords = row?.time ? `datetime="${formatBeijing(row.time.at)}"` : row?.text;
    expect(row?.text).not.toBe('–');
    expect(shownFact(html, row?.label ?? '')).toContain(inWords);
    expect(shownFact(html, row?.label ?? '')).toMatch(/来源时间 .*2026年5月17日 10:00<\/time>\(3 天前\) · 标的详情/);
  });

  it('show as a dash, each under its name, what nobody reported', () => {
    const { card, state } = aShownLot({});
    const page = lotPage({ card, state });

    for (const { label, seldom } of factRows(card, state)) {
      if (seldom) expect(page).toMatch(new RegExp(`<p class="soft">[^<]*${label}[^<]*:–</p>`));
      else expect(shownFact(page, label)).toBe('<dd>–</dd>');
    }
    expect(page).not.toContain('0.00');
  });

  it.each([
    [{ currentPrice: fen(2_499_000), priceBasis: 'total' } as const, '24,990.00 元<'],
    [{ currentPrice: fen(2_499_000), priceBasis: 'per_mu_year' } as const, '24,990.00 元/亩/年<'],
    [{ currentPrice: fen(2_499_000) }, '24,990.00 元(计价方式未注明)<'],
  ])('show a price with what it is a price of: %j', (facts, text) => {
    expect(shownFact(lotPage(aShownLot(facts)), '当前价')).toContain(text);
  });

  it.each([
    [25_000, '每年 2.5%<'],
    [30_000, '每年 3%<'],
    [1, '每年 0.0001%<'],
    [0, '不递增<'],
  ])('show a yearly rise of %i ppm in words', (rate, text) => {
    expect(shownFact(lotPage(aShownLot({ escalation: ppm(rate) })), '租金递增')).toContain(text);
  });

  it('do not show a hammer price as one where the lot is not sold', () => {
    const page = lotPage(aShownLot({ hammerPrice: fen(100) }, 'passed-in'));

    expect(shownFact(page, '成交价')).toContain('现在的状态不是成交');
  });

  it('show a milestone stated as a day as that day, an auction at midnight with its clock', () => {
    const midnight = '2026-06-03T16:00:00.000Z' as Instant;
    const page = lotPage(aShownLot({ confirmedAt: midnight, endsAt: midnight }));

    expect(shownFact(page, '成交确认')).toContain('<time datetime="2026-06-04">2026年6月4日</time>');
    expect(shownFact(page, '结束时间')).toContain('2026年6月4日 00:00</time>');
  });

  it('leave the kind of document out where no manifest names it', () => {
    const documents = ['gone.detail.x', 'p.gone.x', 'p.constructor.x', ''];

    for (const document of documents) {
      const state = mergeLot(
        aShownLot({}).state,
        { externalId: '1024', facts: { seller: '村' } },
        { ...STAMP, document },
      );
      const page = lotPage({ state, card: toLotCard(state, 1, 0) });
      expect(shownFact(page, '处置单位')).toMatch(/\(3 天前\)<\/span><\/dd>$/);
    }
  });
});

describe('the page of a lot', () => {
  it.each([
    ['https://p.example/lots/1', 'https://p.example/lots/1'],
    ['http://p.example/lots/1', null],
    ['https://evil.example/', null],
    ['https://p.example.evil.example/', null],
    ['https://q.example/', null],
    ['https://p.example@evil.example/', null],
    ['https://user:secret@p.example/', null],
    ['https://p.example:8443/', null],
    ['javascript:alert(1)', null],
    ['//p.example/', null],
  ])('links to %s: %s', (url, link) => {
    const page = lotPage(aShownLot({ url }));

    const outward = [...page.matchAll(/<a [^>]*href="(?!\/|#)([^"]*)"[^>]*>/g)];
    expect(outward.map(([, href]) => href)).toEqual(link === null ? [] : [link]);
    for (const [anchor] of outward) expect(anchor).toContain('rel="noopener noreferrer"');
    expect(shownFact(page, '平台网址')).toBeDefined();
  });

  it('links to calendar and data', () => {
    const page = lotPage(aShownLot({ endsAt: inHours(1) }));

    expect(page).toContain('href="/v1/lots/p.1024/calendar.ics"');
    expect(page).toContain('href="/v1/lots/p.1024"');
    expect(lotPage(aShownLot({}))).not.toContain('calendar.ics');
  });

  it('says how long an open lot still has, and never counts below', () => {
    expect(lotPage(aShownLot({ endsAt: inHours(30) }))).toContain('距结束还有 1 天');
    expect(lotPage(aShownLot({ startsAt: inHours(5), endsAt: inHours(30) }, 'announced'))).toContain(
      '距开拍还有 5 小时',
    );

    const over = lotPage(aShownLot({ endsAt: inHours(-1) }));
    expect(over).toContain('<span class="status ended">已结束,结果未报</span>');
    expect(over).toContain('平台最后显示“竞价中”');
    expect(over).not.toContain('还有');
    expect(lotPage(aShownLot({ endsAt: inHours(-1) }, 'passed-in'))).not.toContain('结果未报');
  });

  it('names what in the record cannot all be true, with each outcome shown', () => {
    expect(lotPage(aShownLot({}, 'sold'))).toContain('<strong>待核:</strong>显示成交但没有成交价');

    const reversed = mergeLot(
      aShownLot({ hammerPrice: fen(1) }, 'sold').state,
      { externalId: '1024', status: 'passed-in', facts: {} },
      { ...STAMP, at: inHours(-24) },
    );
    const page = lotPage({ state: reversed, card: toLotCard(reversed, 2, 0) });
    expect(page).toContain('平台先后公布过不同的结果');
    expect(page).toMatch(/成交:来源时间 .*流拍:来源时间/);
  });

  it('shows every bid, and marks those taken back', () => {
    const bid = (price: number, of: Partial<BidEntry> = {}): BidEntry => ({
      bidder: 'B1',
      price: fen(price),
      at: inHours(-2),
      count: 1,
      standing: 'outbid',
      ...of,
    });
    const bids = [bid(100_00), bid(200_00, { standing: 'taken-back' }), bid(300_00, { count: 2 })];

    const page = lotPage(aShownLot({ priceBasis: 'per_year', bidCount: 5 }), { bids });

    expect(page).toContain('已收录 4 次出价,其中已撤回 1 次,平台计 5 次');
    expect(page).toMatch(
      /<tr class="taken-back"><td class="whole">已撤回<\/td>.*<del class="whole">200\.00 元\/年<\/del>/,
    );
    expect(page).toMatch(/300\.00 元\/年<\/span> \(2 次\)/);
    expect(page).toContain('<span class="whole">2026-05-20</span> <span class="whole">08:00:00</span></time>');
    expect(page.match(/<th scope="col">/g)).toHaveLength(4);
    expect(page).toMatch(/<section class="scroll" aria-label="[^"]+" tabindex="0">/);
  });

  it('links the rounds of one property, oldest first, with the evidence', () => {
    const middle = aShownLot({ propertyKey: '织里镇厂房', startsAt: inHours(0) } satisfies Partial<LotFacts>);
    const before = { ...middle.card, lotId: 'p.1', round: 1, startsAt: inHours(-900) };
    const after = { ...middle.card, lotId: 'p.2', round: 2, startsAt: inHours(900) };

    const rounds = inRoundOrder([after, middle.card, before]);
    const sameAsset = assetGroups(catalogueIndex(rounds), { version: 0, links: [], offers: {} })(middle.card);
    const page = lotPage(middle, { rounds, sameAsset });

    expect(rounds.map(({ lotId }) => lotId)).toEqual(['p.1', middle.card.lotId, 'p.2']);
    expect(page).toMatch(/<a rel="prev" href="\/lots\/p\.1">← 上一轮:一拍/);
    expect(page).toMatch(/<a rel="next" href="\/lots\/p\.2">下一轮:二拍/);
    expect(page.indexOf('rel="prev"')).toBeLessThan(page.indexOf('<h1>'));
    expect(page).toContain('相同的资产标识“织里镇厂房”');
  });

  it('says since when the catalogue behind its rounds is old', () => {
    expect(lotPage(aShownLot({}), { staleSince: inHours(-1) })).toMatch(/暂时读不到最新数据,以下是 .*1 小时前/);
    expect(lotPage(aShownLot({}))).not.toContain('暂时读不到');
  });
});
