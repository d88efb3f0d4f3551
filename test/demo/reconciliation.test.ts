import { beforeAll, describe, expect, it } from 'vitest';
import { manifests } from '#adapters/manifests.ts';
import { platforms } from '#adapters/registry.ts';
import { wuxing2023 } from '#infra/demo/wuxing-2023/demo.ts';
import type { LotId } from '#shared/domain/lot-id.ts';
import { listItems } from '#shared/services/reconciliation/list-items.ts';
import { readLotCheck } from '#shared/services/reconciliation/lot-check.ts';
import { platformsShowingBids } from '#shared/services/reconciliation/shows-bids.ts';
import { day } from '#test/support/desk-terms.ts';
import { sha256 } from '#test/support/fixed-ambient.ts';
import { aLoadedYear } from './loaded-year.ts';

const YEAR = { from: day('2023-01-01'), to: day('2023-12-31') };
let year: Awaited<ReturnType<typeof aLoadedYear>>;

beforeAll(async () => {
  year = await aLoadedYear(wuxing2023.defaultSeed);
});

describe("the demo year's lots held against their bids", () => {
  it('agree but for one, and what is not held against bids says why', async () => {
    const { cards, records } = year;
    const showing = await platformsShowingBids({ records, platforms: manifests });
    const found: Record<string, number> = {};

    for (const { lotId, platform } of cards) {
      const basis = { winner: null, showsBids: showing.has(platform) };
      const read = await readLotCheck({ records, hash: sha256 }, lotId as LotId, basis);
      const { unchecked, findings } = read?.check ?? { unchecked: null, findings: [] };
      const codes = findings.map(({ code }) => code);
      for (const name of codes.length > 0 ? codes : [unchecked ?? 'agrees']) found[name] = (found[name] ?? 0) + 1;
    }

    // One list page tells of a lot passed in four minutes before the time at which the platform says its result was known.
    expect(found).toEqual({
      ...{ agrees: 601, 'result-after-seen': 1 },
      ...{ 'not-over': 55, 'on-site': 148, 'bids-not-shown': 78 },
    });
  });
});

describe("the demo year's lists of results", () => {
  it('agree with the record lot by lot', async () => {
    const { records, documents } = year;
    const ports = { records, documents, hash: sha256, platforms: manifests, readers: platforms };
    const cards = new Map(year.cards.map((card) => [card.lotId as string, card]));

    const lists = await Promise.all(
      manifests.map(({ id }) => listItems(ports, { platform: id, cards, said: new Map() }, YEAR)),
    );

    const items = lists.flatMap((list) => list.items);
    expect(items.length).toBeGreaterThan(10);
    expect(items.filter(({ differences }) => differences > 0)).toEqual([]);
  });
});
