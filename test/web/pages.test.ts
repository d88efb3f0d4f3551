import { describe, expect, it } from 'vitest';
import { toLotCard } from '#shared/domain/lot-card.ts';
import { mergeLot, unknownLot } from '#shared/domain/lot-state.ts';
import type { LotStatus } from '#shared/domain/lot-status.ts';
import { fen } from '#shared/domain/money.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import { roundsOf } from '#shared/domain/rounds.ts';
import type { Instant } from '#shared/domain/time.ts';
import { CataloguePage } from '#web/pages/catalogue-page.tsx';
import { LotPage } from '#web/pages/lot-page.tsx';

const NOW = '2026-05-20T02:00:00.000Z' as Instant;
const STAMP = { at: NOW, rank: 1, document: 'd' };
const HOSTILE = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`;

function aLot(facts: Partial<LotFacts>, status: LotStatus = 'bidding') {
  const state = mergeLot(unknownLot('p', HOSTILE), { externalId: HOSTILE, status, facts }, STAMP);
  return { state, card: toLotCard(state, 1, 0) };
}

function cataloguePage(facts: Partial<LotFacts>, status?: LotStatus): string {
  const { card } = aLot(facts, status);
  return String(CataloguePage({ lots: [card], platforms: new Map(), now: NOW, stylesheet: '/s.css' }));
}

function lotPage(facts: Partial<LotFacts>, status?: LotStatus): string {
  const { card, state } = aLot(facts, status);
  return String(LotPage({ card, state, bids: [], rounds: [card], platform: HOSTILE, now: NOW, stylesheet: '/s.css' }));
}

describe('the pages', () => {
  it.each([
    ['catalogue', cataloguePage],
    ['lot', lotPage],
  ])('show hostile text of a platform as text on the %s page', (_, page) => {
    const html = page({ title: HOSTILE, seller: HOSTILE, location: HOSTILE });

    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/<script|<img/);
  });

  it('show what nobody reported as a dash, never as nought', () => {
    const html = cataloguePage({});

    expect(html).toContain('<dd>–</dd>');
    expect(html).not.toContain('0.00');
  });

  it.each([
    [{ currentPrice: fen(2_499_000), priceBasis: 'total' } as const, '24,990.00 元<'],
    [{ currentPrice: fen(2_499_000), priceBasis: 'per_mu_year' } as const, '24,990.00 元/亩/年<'],
    [{ currentPrice: fen(2_499_000) }, '24,990.00 元(计价方式未注明)<'],
  ])('show a price with what it is a price of', (facts, text) => {
    expect(cataloguePage(facts)).toContain(text);
    expect(lotPage(facts)).toContain(text);
  });

  it('say when the end has passed and no outcome is known', () => {
    const past = { endsAt: '2026-05-20T01:59:59.000Z' as Instant };
    const future = { endsAt: '2026-05-20T02:00:01.000Z' as Instant };

    expect(cataloguePage(past)).toContain('已过结束时间,结果未报');
    expect(lotPage(past)).toContain('已过结束时间,结果未报');
    expect(cataloguePage(past, 'passed-in')).not.toContain('结果未报');
    expect(cataloguePage(future)).not.toContain('结果未报');
  });

  it('link the rounds of one property, oldest first, with the evidence', () => {
    const now = aLot({ propertyKey: '织里镇厂房', startsAt: NOW });
    const before = { ...now.card, lotId: 'p.1', startsAt: '2026-04-20T02:00:00.000Z' as Instant };
    const other = { ...before, lotId: 'p.2', propertyKey: '另一处' };
    const elsewhere = { ...before, lotId: 'q.1', platform: 'q' };

    const rounds = roundsOf(now.card, [elsewhere, now.card, other, before]);

    expect(rounds.map(({ lotId }) => lotId)).toEqual(['p.1', now.card.lotId]);
    const html = String(LotPage({ ...now, bids: [], rounds, platform: 'p', now: NOW, stylesheet: '/s.css' }));
    expect(html).toContain('href="/lots/p.1"');
    expect(html).toContain('相同的资产标识“织里镇厂房”');
  });

  it('name what in the record cannot all be true', () => {
    expect(lotPage({}, 'sold')).toContain('显示成交但没有成交价');
  });
});
