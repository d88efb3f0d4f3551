import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BidObservation } from '#shared/domain/bid.ts';
import { LOT_STATUSES } from '#shared/domain/lot-status.ts';
import type { LotObservation } from '#shared/domain/observation.ts';
import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import type { Item } from '#shared/ports/item-store.ts';
import { aBid, aPage } from '#test/support/builders.ts';
import { aReplayDesk, LOT } from './replay-desk.ts';

interface Page {
  readonly minutes: number;
  readonly says: MappedDocument;
  readonly first?: MappedDocument;
}

const bid: fc.Arbitrary<BidObservation> = fc
  .tuple(fc.nat(5), fc.constantFrom('outbid', 'leading', 'taken-back'))
  .map(([second, standing]) => aBid(second, { standing }));

const lot: fc.Arbitrary<LotObservation> = fc
  .tuple(fc.constantFrom('一', '二'), fc.constantFrom(1, 2), fc.constantFrom(...LOT_STATUSES))
  .map(([title, round, status]) => ({ externalId: '1024', status, facts: { title, round } }));

const says: fc.Arbitrary<MappedDocument> = fc
  .tuple(fc.array(lot, { maxLength: 2 }), fc.array(bid, { maxLength: 6 }))
  .map(([lots, bids]) => ({ lots, bids: [{ externalId: '1024', bids }], quarantined: [] }));

const page: fc.Arbitrary<Page> = fc.record(
  { minutes: fc.nat(4), says, first: says },
  { requiredKeys: ['minutes', 'says'] },
);

/** A page of which the first mapping made a bid that is none, so that every replay has something to write. */
const misread: Page = {
  minutes: 2,
  says: { lots: [], bids: [], quarantined: [] },
  first: { lots: [], bids: [{ externalId: '1024', bids: [aBid(59)] }], quarantined: [] },
};

/** What is stored of the lot once every page was brought, mapped and replayed; not how often it was written. */
async function stored(pages: readonly Page[]): Promise<readonly Item[]> {
  const desk = aReplayDesk();
  const documents: string[] = [];
  for (const { minutes, says: now, first } of pages) {
    const content = first === undefined ? aPage(now) : { ...aPage(now), first: aPage(first) };
    const documentId = await desk.bring(content, minutes);
    await desk.map(documentId);
    documents.push(documentId);
  }
  await desk.replay({ documents, lots: [LOT] });
  const items = desk.records.items(`LOT#${LOT}`);
  return items.filter(({ sk }) => sk === 'STATE' || sk.startsWith('BIDS#0002#')).map((item) => ({ ...item, v: 0 }));
}

describe('a replay', () => {
  it('leaves the same bytes in whatever order the documents came', async () => {
    const orders = fc.array(page, { minLength: 1, maxLength: 6 }).chain((some) => {
      const pages = [...some, misread];
      return fc.tuple(fc.constant(pages), fc.shuffledSubarray(pages, { minLength: pages.length }));
    });

    await fc.assert(
      fc.asyncProperty(orders, async ([pages, shuffled]) => {
        expect(await stored(shuffled)).toEqual(await stored(pages));
      }),
      { numRuns: 100 },
    );
  });
});
