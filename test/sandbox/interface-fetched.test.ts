import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSendAround } from '#adapters/kit/http-send.ts';
import { openPlatformFetcher } from '#adapters/kit/open-platform/fetcher.ts';
import { fetching } from '#adapters/wuxing/fetching.ts';
import { wuxing } from '#adapters/wuxing/index.ts';
import { demoListings } from '#infra/local/sandbox/demo-lots.ts';
import type { FetchStep } from '#shared/ports/platform-fetcher.ts';
import { aList, aLot, allSteps } from '#test/adapters/fetch-parts.ts';
import { mapSteps } from './face-server.ts';
import { aListing, KEY, type RunningSandbox, runSandbox } from './running.ts';
import { DAY, HOUR, START } from './terms.ts';

let sandbox: RunningSandbox;

beforeEach(async () => {
  sandbox = await runSandbox();
});

afterEach(() => sandbox.close());

function aSession() {
  const around = createSendAround({ privateHosts: [new URL(sandbox.url).host] });
  return openPlatformFetcher(around, fetching).connect({
    base: `${sandbox.url}/sandbox`,
    options: {},
    secrets: { key: KEY },
  });
}

function numbersOf(steps: readonly FetchStep[]): readonly string[] {
  return mapSteps(wuxing, steps).flatMap(({ lots }) => lots.map(({ externalId }) => externalId));
}

describe("the sandbox's interface, read over the wire", () => {
  it('shows every lot at first, and from then on what changed', async () => {
    await sandbox.list(aListing('LST-1'));
    // Long after its sale nothing of it changes any more.
    sandbox.time.advance(120 * DAY);
    await sandbox.beat();
    sandbox.time.advance(HOUR);
    const session = aSession();
    const whole = await allSteps(session, aList('changes'));
    sandbox.time.advance(HOUR);
    const [listing] = demoListings(START + 130 * DAY);
    const { json } = await sandbox.list({ ...listing, reference: 'LST-2' });

    const since = await session.fetch(aList('changes'), whole.at(-1)?.resume ?? null);

    expect(numbersOf(whole)).toHaveLength(1);
    expect(numbersOf([since])).toEqual([json.lotId]);
  });

  it('shows all that there is of a lot that was sold, and closes its deposits', async () => {
    const { json } = await sandbox.list(aListing());
    const lotId = json.lotId ?? '';
    sandbox.time.advance(20 * DAY);
    await sandbox.beat();

    const result = mapSteps(wuxing, await allSteps(aSession(), aLot(lotId, 'result')));
    const settlement = mapSteps(wuxing, await allSteps(aSession(), aLot(lotId, 'settlement')));

    expect(result.flatMap(({ lots }) => lots.flatMap(({ status }) => status ?? []))).toEqual(['sold', 'sold']);
    expect(result.flatMap(({ bids }) => bids.flatMap((of) => of.bids)).length).toBeGreaterThan(0);
    const deposits = settlement.flatMap((mapped) => mapped.deposits ?? []).flatMap((of) => of.deposits);
    expect(deposits.length).toBeGreaterThan(0);
    for (const { paid, converted, refunded, forfeited, held } of deposits) {
      expect(converted + refunded + forfeited + held).toBe(paid);
    }
    expect([...result, ...settlement].flatMap(({ quarantined }) => quarantined)).toEqual([]);
  });
});
