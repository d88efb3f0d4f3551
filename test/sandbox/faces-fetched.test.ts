import { describe, expect, it } from 'vitest';
import { alibabaFetcher } from '#adapters/alibaba/fetcher.ts';
import { alibaba } from '#adapters/alibaba/index.ts';
import { jdFetcher } from '#adapters/jd/fetcher.ts';
import { jd } from '#adapters/jd/index.ts';
import type { Market } from '#infra/local/sandbox/faces/face.ts';
import type { AuctionPlatform } from '#shared/ports/auction-platform.ts';
import type { FetcherSession, FetchTarget } from '#shared/ports/platform-fetcher.ts';
import { aList, aLot, allSteps } from '#test/adapters/fetch-parts.ts';
import { failureOf } from '#test/adapters/page-client.ts';
import { mapSteps, serveFaces } from './face-server.ts';
import { bidsOf, openHouse } from './faces-parts.ts';
import { DAY } from './terms.ts';

const MARKETS = [
  ['alibaba', alibabaFetcher, 'assets'],
  ['jd', jdFetcher, 'commercial'],
] as const;

/** A house with so many lots on a marketplace, served, and a session with it. */
async function aMarket(market: Market, make: (typeof MARKETS)[number][1], lots: number) {
  const house = openHouse('s8');
  const numbers = Array.from({ length: lots }, (_, index) =>
    house.list(market, { title: `【演示】商铺${index + 1}号`, incrementFen: 1_000, extensionMinutes: 15 }),
  );
  const { asked, session } = await serveFaces(house);
  return { house, numbers, asked, session: session(market, make) };
}

/** Whether the first request brings what the adapter understands; else the code of what is wrong. */
async function outcomeOf(platform: AuctionPlatform, session: FetcherSession, target: FetchTarget): Promise<string> {
  const failure = await failureOf(session.fetch(target, null).then((step) => mapSteps(platform, [step])));
  return failure?.code ?? 'understood';
}

describe.each(MARKETS)("the sandbox's face of %s, read over the wire", (market, make, list) => {
  const platform = { alibaba, jd }[market];

  it('lists every lot, forty a request', async () => {
    const { session, numbers, asked } = await aMarket(market, make, 43);

    const mapped = mapSteps(platform, await allSteps(session, aList(list)));

    expect(mapped.flatMap(({ lots }) => lots.map(({ externalId }) => externalId)).toSorted()).toEqual(
      numbers.toSorted(),
    );
    expect(mapped.flatMap(({ quarantined }) => quarantined)).toEqual([]);
    expect(asked).toHaveLength(2);
  });

  it('shows a new lot with its terms, and says when there is none of a number', async () => {
    const { session, numbers } = await aMarket(market, make, 1);

    const [first] = mapSteps(platform, await allSteps(session, aLot(numbers[0] ?? '', 'terms')));

    expect(first?.lots[0]).toMatchObject({ externalId: numbers[0], facts: { title: '【演示】商铺1号' } });
    expect((await failureOf(session.fetch(aLot('999999999', 'terms'), null)))?.code).toBe('RESOURCE.NOT_FOUND');
  });

  it('shows the end of a lot, its price with it', async () => {
    const { house, session, numbers } = await aMarket(market, make, 1);
    house.time.advance(3 * DAY);
    const { lot } = house.entry(numbers[0] ?? '');

    const mapped = mapSteps(platform, await allSteps(session, aLot(lot.lotId, 'result')));

    expect(lot.status).toBe('sold');
    expect(mapped[0]?.lots[0]).toMatchObject({ status: 'sold', facts: { hammerPrice: lot.hammerPriceFen } });
  });

  it.each([
    ['server-error', 'PLATFORM.UNAVAILABLE'],
    ['lost-answer', 'PLATFORM.UNAVAILABLE'],
    ['captcha', 'DOCUMENT.BLOCKED'],
    ['changed-field', 'DOCUMENT.DRIFT'],
  ] as const)('shows %s as what it is, and is well again afterwards', async (fault, code) => {
    const { house, session, numbers } = await aMarket(market, make, 12);
    house.parts.faults.set('market-page', fault, 2);
    const read = async () => [
      await outcomeOf(platform, session, aList(list)),
      await outcomeOf(platform, session, aLot(numbers[0] ?? '', 'bidding')),
    ];

    expect(await read()).toEqual([code, code]);
    expect(await read()).toEqual(['understood', 'understood']);
  });

  it('can be told to list nothing', async () => {
    const { house, session } = await aMarket(market, make, 2);
    house.parts.faults.set('market-page', 'empty-list', 1);

    const counts = [await allSteps(session, aList(list)), await allSteps(session, aList(list))].map((steps) =>
      mapSteps(platform, steps).map(({ lots }) => lots.length),
    );

    expect(counts).toEqual([[0], [2]]);
  });
});

describe('all bids of a lot of the sandbox', () => {
  it('are read over the wire, page by page, to the very bids of the engine', async () => {
    const { house, session, numbers, asked } = await aMarket('alibaba', alibabaFetcher, 1);
    house.time.advance(3 * DAY);
    const entry = house.entry(numbers[0] ?? '');

    const mapped = mapSteps(alibaba, await allSteps(session, aLot(entry.lot.lotId, 'result')));

    const pages = mapped.slice(1).map(({ bids }) => bids.flatMap((of) => of.bids));
    expect(entry.lot.bids.length).toBeGreaterThan(20);
    expect(
      pages
        .flat()
        .map(({ bidder, price, at }) => ({ bidder, price, at }))
        .toReversed(),
    ).toEqual(bidsOf(entry));
    expect(asked).toHaveLength(1 + pages.length);
    expect(mapped.flatMap(({ quarantined }) => quarantined)).toEqual([]);
  });
});
