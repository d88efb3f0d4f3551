import { describe, expect, it } from 'vitest';
import { STATUSES } from '#adapters/kit/open-platform/words.ts';
import { aChangedDocument, type Fields, map } from './wuxing-documents.ts';

const mapLot = (changes: Fields) => map('lot', aChangedDocument('lot-announced', 'lot', changes));

describe('wuxing lot', () => {
  it.each(Object.entries(STATUSES).filter(([word]) => word !== 'sold'))('reads the status %s', (word, { ours }) => {
    expect(mapLot({ status: word }).lots[0]?.status).toBe(ours);
  });

  it.each([
    ['/status', { status: 'closed' }, 'unknown word "closed"'],
    ['/status', { status: '王测试' }, 'none of the known values'],
    ['/status', { status: 'toString' }, 'unknown word "toString"'],
    ['/status', { status: undefined }, 'missing'],
    ['/lotId', { lotId: 'a b' }, 'not of the known form'],
    ['/title', { title: ' \u200b ' }, 'not of the known form'],
    ['/statusReason', { statusReason: '因'.repeat(2_001) }, 'not of the known form'],
    ['/priceBasis', { priceBasis: 'per_year' }, 'unknown word "per_year"'],
    ['/startPriceFen', { startPriceFen: 1860.5 }, 'not of type int'],
    ['/startPriceFen', { startPriceFen: '1860' }, 'not of type number'],
    ['/startPriceFen', { startPriceFen: -1 }, 'not of the known form'],
    ['/startPriceFen', { startPriceFen: 2 ** 53 }, 'not of the known form'],
    ['/area/unit', { area: { value: '1', unit: 'ha' } }, 'unknown word "ha"'],
    ['/area/value', { area: { value: '0.000', unit: 'mu' } }, 'not of the known form'],
    ['/area/value', { area: { value: '1.2345', unit: 'mu' } }, 'not of the known form'],
    ['/divisionCode', { divisionCode: '330502' }, 'not of the known form'],
    ['/seller', { seller: '王测试' }, 'not of the known form'],
    ['/url', { url: 'javascript:alert(1)' }, 'not of the known form'],
    ['/startsAt', { startsAt: '2026-06-17 10:00:00' }, 'not of the known form'],
    ['/startsAt', { startsAt: '2026-06-17T10:00:00' }, 'not of the known form'],
    ['/startsAt', { startsAt: '1970-01-01T00:00:00Z' }, 'not of the known form'],
    ['/endsAt', { endsAt: '2026-06-17T10:00:00+08:00' }, 'not after the start'],
    [
      '/registration/to',
      { registration: { from: '2026-06-08T09:00:00Z', to: '2026-06-07T09:00:00Z' } },
      'not after the start',
    ],
    ['/currentPriceFen', { bidCount: 0, currentPriceFen: 1_860_000 }, 'a current price without bids'],
    ['/previousLotId', { previousLotId: 'WX-2026-0412-1' }, 'the lot itself'],
    ['/hammerPriceFen', { hammerPriceFen: 1_860_000 }, 'a price of a lot that is not sold'],
    ['/hammerPriceFen', { status: 'sold' }, 'a sale without a price'],
    ['/hammerPriceFen', { status: 'sold', hammerPriceFen: 1_859_999 }, 'an ascending sale below its start price'],
  ])('is quarantined at %s for %j', (field, changes, reason) => {
    const { lots, quarantined } = mapLot(changes);

    expect(lots).toEqual([]);
    expect(quarantined).toEqual([{ path: `/lot${field}`, reason }]);
  });

  it('may be sold below its start price where bids do not ascend', () => {
    const { lots } = mapLot({ status: 'sold', saleMode: 'agreement', hammerPriceFen: 1_859_999 });

    expect(lots[0]?.facts.hammerPrice).toBe(1_859_999);
  });

  it('takes null for a field left out', () => {
    const [nulls, absent] = [null, undefined].map((none) =>
      mapLot({ seller: none, endsAt: none, viewing: none, area: none, hasReserve: none }),
    );

    expect(nulls).toEqual(absent);
    expect(nulls?.lots[0]?.facts).not.toHaveProperty('reserve');
  });

  it('has no address when its link leads elsewhere', () => {
    expect(mapLot({ url: 'https://example.invalid/lots/1' }).lots[0]?.facts).not.toHaveProperty('url');
  });
});
