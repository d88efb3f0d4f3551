import { describe, expect, it } from 'vitest';
import { manifests } from '#adapters/manifests.ts';
import { fen } from '#shared/domain/money.ts';
import type { LotFacts, LotObservation } from '#shared/domain/observation.ts';
import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import { aLot, minute } from '#test/support/builders.ts';
import { brokenRules } from './invariants.ts';

const manifest = { ...(manifests[0] ?? expect.unreachable('no platforms')), hosts: ['auction.example'] };

function broken(mapped: Partial<MappedDocument>): readonly string[] {
  return brokenRules({ lots: [], bids: [], quarantined: [], ...mapped }, manifest).map((rule) =>
    rule.replace(/^.*?: /, ''),
  );
}

function brokenBy(facts: Partial<LotFacts>, lot: Partial<LotObservation> = {}): readonly string[] {
  return broken({ lots: [{ externalId: '1', facts, ...lot }] });
}

describe('brokenRules', () => {
  it('finds nothing to complain of in a sound lot and its bids', () => {
    const { facts } = aLot({ url: 'https://auction.example/lot/1', startPrice: fen(1), hammerPrice: fen(1) }, 'sold');
    const bids = [{ bidder: 'A1234', price: fen(1), at: minute(1), standing: 'winning' } as const];

    expect(
      broken({
        clock: minute(1),
        lots: [{ externalId: '1', status: 'sold', facts }],
        bids: [{ externalId: '1', bids }],
      }),
    ).toEqual([]);
  });

  it.each([
    ['its id is 1 to 120 characters', {}, { externalId: ' ' }],
    ['its id is 1 to 120 characters', {}, { externalId: 'x'.repeat(121) }],
    ['its status is a known word', {}, { status: 'closed' as never }],
    ['only a sale has a hammer price', { hammerPrice: fen(1) }, { status: 'ended' as const }],
    [
      'an ascending sale ends at or above its start',
      { saleMode: 'ascending' as const, startPrice: fen(2), hammerPrice: fen(1) },
      { status: 'sold' as const },
    ],
    ['figures are whole, safe and not negative', { bidCount: 0.5 }, {}],
    ['figures are whole, safe and not negative', { deposit: -1 as never }, {}],
    ['figures are whole, safe and not negative', { area: { thousandths: Number.NaN, unit: 'mu' as const } }, {}],
    ['a counted round is the first or a later one', { round: 0 }, {}],
    ['times are instants', { liveAt: '2026-06-01' as never }, {}],
    ['a lot starts before it ends', { startsAt: minute(1), endsAt: minute(1) }, {}],
    ['no span ends before it starts', { publicityStartsAt: minute(2), publicityEndsAt: minute(1) }, {}],
    ['an address is https on a host of the manifest', { url: 'http://auction.example/' }, {}],
    ['an address is https on a host of the manifest', { url: 'https://evil.example/' }, {}],
    ['an address is https on a host of the manifest', { url: 'https://auction.example:8443/' }, {}],
    ['an address is https on a host of the manifest', { url: '/lot/1' }, {}],
    ['text is short and well formed', { title: '长'.repeat(501) }, {}],
    ['text is short and well formed', { title: '\ud800' }, {}],
    ['no fact is empty or undefined', { title: '' }, {}],
    ['no personal number comes out', { seller: '某公司13800000000' }, {}],
    ['no personal number comes out', { statusReason: '330501199001011234' }, {}],
  ])('finds a lot that breaks: %s', (rule, facts, lot) => {
    expect(brokenBy(facts, lot)).toContain(`not so: ${rule}`);
  });

  it.each([
    ['each lot appears once', { lots: [aLot(), aLot()] }],
    ['its clock is an instant', { clock: '2026-06-01' as never }],
    ['rows in quarantine have a path and a reason', { quarantined: [{ path: '', reason: 'x' }] }],
    ['quarantine repeats no personal number', { quarantined: [{ path: '/x', reason: '"13800000000"' }] }],
  ])('finds a document that breaks: %s', (rule, mapped) => {
    expect(broken(mapped)).toContain(`not so: ${rule}`);
  });

  it.each([
    ['prices are whole, safe and not negative', { price: 0.1 as never }],
    ['times of bids are instants', { at: '' as never }],
    ['standings are known words', { standing: 'won' as never }],
    ['bidders are public numbers', { bidder: '王先生' }],
  ])('finds a bid that breaks: %s', (rule, change) => {
    const bid = { bidder: 'A1234', price: fen(1), at: minute(1), standing: 'winning' as const, ...change };

    expect(broken({ bids: [{ externalId: '1', bids: [bid] }] })).toContain(`not so: ${rule}`);
  });

  it('takes a sale without a price for a contradiction, not for a broken rule', () => {
    expect(brokenBy({}, { status: 'sold' })).toEqual([]);
  });
});
