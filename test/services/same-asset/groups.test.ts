import { describe, expect, it } from 'vitest';
import type { LotCard } from '#shared/domain/lot-card.ts';
import { addMs } from '#shared/domain/time.ts';
import { catalogueIndex } from '#shared/services/catalogue/catalogue-index.ts';
import { assetGroups, lotsBySource } from '#shared/services/same-asset/asset-groups.ts';
import { type SameAssets, sameAssetsReader } from '#shared/services/same-asset/head.ts';
import { offersChanged } from '#shared/services/same-asset/offers.ts';
import { aListingDesk, HALL, POND } from '#test/support/desk.ts';
import { aDraft } from '#test/support/desk-journey.ts';
import { aLease } from '#test/support/desk-terms.ts';
import { againInJune, aPond, aSameAsset } from './a-same-asset.ts';

const NOTHING: SameAssets = { version: 0, links: [], offers: {} };
const LISTING = 'listing00000001a';
const OTHER = 'listing00000002b';

/** Who is in the group of the first lot and by which rule, asked of the catalogue and of a fold alike. */
function rulesOf(cards: readonly LotCard[], head: Partial<SameAssets> = {}) {
  const sources = [catalogueIndex(cards), lotsBySource(new Map(cards.map((card) => [card.lotId, card])))];
  const answers = sources.map((source) =>
    assetGroups(source, { ...NOTHING, ...head })(cards[0] as LotCard).map(({ card, by }) => [card.lotId, by?.why.rule]),
  );
  expect(answers[0]).toEqual(answers[1]);
  return answers[0];
}

describe('the lots of one asset', () => {
  it('are all that carry our reference, of any round and platform', () => {
    const lots = [
      aPond('1', { reference: LISTING }),
      againInJune('2', { reference: `${LISTING}-2`, platform: 'elsewhere' }),
      againInJune('3', { reference: OTHER }),
      againInJune('4', { reference: '20240006' }),
    ];

    expect(rulesOf(lots)).toEqual([
      ['virtual.1', undefined],
      ['elsewhere.2', 'listing'],
    ]);
  });

  it('are those of listings that offer the same by the register', () => {
    const lots = [aPond('1', { reference: LISTING }), againInJune('2', { reference: OTHER })];

    expect(rulesOf(lots, { offers: { pond: [LISTING, OTHER] } })).toEqual([
      ['virtual.1', undefined],
      ['virtual.2', 'register'],
    ]);
  });

  it('are those of one property key, on its platform only', () => {
    const propertyKey = '云村3号鱼塘';
    const lots = [
      aPond('1', { propertyKey }),
      againInJune('2', { propertyKey }),
      againInJune('3', { propertyKey, platform: 'elsewhere' }),
    ];

    expect(rulesOf(lots)).toEqual([
      ['virtual.1', undefined],
      ['virtual.2', 'property-key'],
    ]);
  });

  it('follow a lot whose reference changes', () => {
    const index = catalogueIndex([aPond('1', { reference: LISTING }), againInJune('2', { reference: LISTING })]);
    index.apply([againInJune('2')]);

    expect(assetGroups(index, NOTHING)(aPond('1', { reference: LISTING }))).toHaveLength(1);
  });
});

describe('listings that offer the same', () => {
  it('are kept together; one of more or other assets is not', async () => {
    const desk = await aListingDesk();
    const pond = aLease(POND, { lease: { ...aLease(POND).lease } });
    const both = { ...pond, items: [...pond.items, { assetId: HALL, parts: null }] };
    const [first, second, third] = [await aDraft(desk, pond), await aDraft(desk, pond), await aDraft(desk, both)];
    for (const { id } of [first, second, third]) await offersChanged(desk.ports, id);

    const { offers } = await sameAssetsReader(desk.ports)();

    expect(Object.values(offers)).toEqual([[first.id, second.id].toSorted()]);
  });

  it('cost a repeated effect nothing but reads', async () => {
    const desk = await aListingDesk();
    const { id } = await aDraft(desk, aLease(POND));
    await aDraft(desk, aLease(POND));
    await offersChanged(desk.ports, id);
    const refusing = { ...desk.ports, records: { ...desk.records, put: () => Promise.reject(new Error('a write')) } };

    await expect(offersChanged(refusing, id)).resolves.toBeUndefined();
  });
});

describe('what pages read of merges', () => {
  it('is read once in ten seconds, and stays the same value while nothing changes', async () => {
    const [may, june] = [aPond('1'), againInJune('2')];
    const desk = await aSameAsset([may, june]);
    let reads = 0;
    const records = {
      ...desk.ports.records,
      get: (key: Parameters<typeof desk.ports.records.get>[0]) => {
        reads += 1;
        return desk.ports.records.get(key);
      },
    };
    const read = sameAssetsReader({ records, clock: desk.clock });
    const before = await read();
    await desk.confirm(may, june);

    expect(await read()).toBe(before);
    expect(reads).toBe(1);

    desk.clock.advance(10_000);
    const after = await read();

    expect(after.links).toEqual([{ lots: [may.lotId, june.lotId], codes: expect.arrayContaining(['seller', 'area']) }]);
    desk.clock.advance(10_000);
    expect(await read()).toBe(after);
  });

  it('is what was last read while the store does not answer', async () => {
    const desk = await aSameAsset([]);
    const records = { ...desk.ports.records, get: () => Promise.reject(new Error('no store')) };

    expect(await sameAssetsReader({ records, clock: { now: () => addMs(desk.clock.now(), 0) } })()).toEqual(NOTHING);
  });
});
