import { beforeEach, describe, expect, it } from 'vitest';
import type { Asset } from '#shared/domain/asset/asset.ts';
import { feeBook } from '#shared/domain/fees/book.ts';
import { component, percent, schedule, source } from '#shared/domain/fees/declare.ts';
import type { ListingTerms } from '#shared/domain/listing/terms.ts';
import { beijingDate } from '#shared/domain/time.ts';
import { type PlatformOptionPorts, platformOptions } from '#shared/services/desk/platform-options.ts';
import { aListingDesk, anAsset, HOUSE, type ListingDesk, POND, PUBLIC, VILLAGE } from '#test/support/desk.ts';
import { aLease, at, day } from '#test/support/desk-terms.ts';
import { aSoldRound, beijing } from '#test/support/round-facts.ts';

let desk: ListingDesk;
let ports: PlatformOptionPorts;

beforeEach(async () => {
  desk = await aListingDesk();
  ports = { ...desk.ports, fees: feeBook([]) };
});

function options(terms: ListingTerms = aLease(POND), asset: Asset = anAsset(VILLAGE)) {
  return platformOptions(ports, { terms, assets: [asset], owner: VILLAGE, round: 1, previous: [] });
}

function shortNotice(): ListingTerms {
  const { windows, ...terms } = aLease(POND);
  return { ...terms, windows: { ...windows, noticeOn: day('2024-06-14'), biddingStartsAt: at('2024-06-20', 10) } };
}

/** An agreement on 5 % of the first year's rent, paid by the buyer. */
function agreement(platform: string) {
  const buyer = component({
    code: 'buyer',
    payer: 'buyer',
    category: 'commission',
    base: 'first_year_rent',
    formula: percent(50_000),
  });
  return schedule({
    id: 'agreed',
    title: '协议',
    platform,
    confidence: 'agreement',
    agreementNumber: '协1',
    source: source({ title: '协议', quality: 'agreement' }),
    effectiveFrom: day('2024-01-01'),
    components: [buyer],
  });
}

describe('the platforms a listing may go to', () => {
  it('are those admitted, each with its rules: the same short notice breaks the law at one and warns at the other', async () => {
    const found = await options(shortNotice());

    expect(found.map(({ platform, kind }) => [platform, kind])).toEqual([
      [HOUSE, 'auction-house'],
      [PUBLIC, 'public-platform'],
    ]);
    expect(found.map(({ counts }) => [counts.breach, counts.warning])).toEqual([
      [1, 1],
      [0, 1],
    ]);
  });

  it('leave out who is not admitted for the class, or no longer', async () => {
    const decided = { categories: [], from: '2020-01-01', basis: 'x' };
    await desk.saveSetting('admissions', [
      { platform: PUBLIC, assetClasses: ['warehouse'], until: null, ...decided },
      { platform: HOUSE, assetClasses: [], until: '2020-12-31', ...decided },
    ]);

    expect(await options()).toEqual([]);
  });

  it('cost what was agreed on the listing’s own price, buyer and seller apart, and say where nothing was', async () => {
    await desk.saveSetting('agreements', [JSON.parse(JSON.stringify(agreement(HOUSE)))]);

    const [house, open] = await options();

    expect(house?.fees).toMatchObject({ kind: 'fees', charge: { buyer: { fen: 250_000 }, seller: { fen: 0 } } });
    expect(open?.fees).toEqual({ kind: 'no-agreed-schedule', platform: PUBLIC });
  });

  it('say nothing of fees while there is no price', async () => {
    const [house] = await options({ ...aLease(POND), startPriceFen: null });

    expect(house?.fees).toBeNull();
  });
});

describe('the clocks of a platform', () => {
  it('are its own medians, and unknown below ten lots', async () => {
    const asOf = desk.clock.now();
    const lots = Array.from({ length: 12 }, (_, index) =>
      aSoldRound({
        lotId: `lot-${index}`,
        platform: HOUSE,
        materialsCompleteAt: beijing('2023-06-12 09:00'),
        liveAt: beijing('2023-06-14 09:00'),
      }),
    );
    const facts = [...lots, aSoldRound({ lotId: 'other', platform: PUBLIC })];
    ports = { ...ports, facts: async () => ({ hash: 'h', at: asOf, facts }) };

    const [house, open] = await options();

    expect(beijingDate(asOf) > '2023-07-01').toBe(true);
    expect(house?.clocks[0]).toEqual({
      clock: 'listing',
      name: '上架用时',
      unit: 'working-days',
      median: 2,
      atMost: false,
      lots: 12,
    });
    expect(open?.clocks[0]?.median).toBeNull();
  });

  it('are unknown without facts', async () => {
    const [house] = await options();

    expect(house?.clocks.map(({ clock, median, lots }) => [clock, median, lots])).toEqual([
      ['listing', null, 0],
      ['result', null, 0],
      ['refund', null, 0],
    ]);
  });
});
