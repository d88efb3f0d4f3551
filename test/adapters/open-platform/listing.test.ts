import { describe, expect, it } from 'vitest';
import { toListing } from '#adapters/kit/open-platform/listing.ts';
import { isSameListing } from '#adapters/kit/open-platform/same-listing.ts';
import { fen } from '#shared/domain/money.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import { failureOf } from '../page-client.ts';
import { aFile, anOffer, readFile } from './offer.ts';

const day = (text: string) => text as LocalDate;

describe('an offer as a listing of the interface', () => {
  it('is written in the interface’s words, times and units', async () => {
    const viewing = { viewingFrom: day('2026-06-11'), viewingUntil: day('2026-06-12') };

    const listing = await toListing(anOffer(viewing), readFile);

    expect(listing).toMatchObject({
      schema: 'opi.listing.v1',
      assetClass: 'fish-pond',
      tradeKind: 'contract-out',
      priceBasis: 'per-mu-year',
      saleMode: 'ascending',
      venue: 'online',
      area: { value: '64.5', unit: 'mu' },
      extensionMinutes: 5,
      viewing: { from: '2026-06-11T00:00:00+08:00', to: '2026-06-13T00:00:00+08:00' },
    });
  });

  it('carries pictures apart from documents, the notice first, each with its bytes', async () => {
    const { pictures, documents } = await toListing(anOffer(), readFile);

    const { sha256 } = aFile('picture', '全景.jpg');
    expect(pictures).toEqual([
      { name: '全景.jpg', sha256, contentType: 'application/pdf', contentBase64: btoaText('bytes of 全景.jpg') },
    ]);
    expect(documents).toMatchObject([{ name: '公告.pdf' }, { name: '合同样本.pdf' }]);
  });

  it('leaves out what is not said, contacts, and what the platform alone can say', async () => {
    const listing = await toListing(anOffer({ assetClass: null, area: null, files: [] }), readFile);

    expect(Object.keys(listing)).not.toEqual(expect.arrayContaining(['assetClass']));
    expect(Object.values(listing)).not.toContain(null);
    expect(JSON.stringify(listing)).not.toMatch(/王测试|13800000000|lotId|status/);
    expect([listing['area'], listing['pictures'], listing['documents']]).toEqual([undefined, undefined, undefined]);
  });

  it('says the reserve price in one field only', async () => {
    const listing = await toListing(anOffer({ reserveFen: fen(26_543_21) }), readFile);

    expect(listing).toMatchObject({ hasReserve: true, reserveFen: 26_543_21 });
    expect(JSON.stringify(listing).split('2654321')).toHaveLength(2);
  });

  it.each([[{ withinSeconds: 300, bySeconds: 120 }], [{ withinSeconds: 90, bySeconds: 90 }]])(
    'refuses the extension rule %j, which the interface has no words for',
    async (extension) => {
      const failure = await failureOf(toListing(anOffer({ extension }), readFile));

      expect(failure).toMatchObject({ code: 'PLACEMENT.REFUSED', details: { faults: [{ pointer: '/extension' }] } });
    },
  );
});

describe('a listing as the platform holds it', () => {
  it('is the same whatever the order of its keys, the form of its times, and its links to files', async () => {
    const ours = await toListing(anOffer(), readFile);
    const held = JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(ours).toReversed())));
    held.startsAt = new Date(held.startsAt).toISOString();
    held.pictures = [{ ...held.pictures[0], contentBase64: undefined, url: 'https://platform.example/1.jpg' }];
    held.maxIncrementFen = null;

    expect(isSameListing(ours, held)).toBe(true);
  });

  it('is another with another price, a field more, or a reserve nobody can see', async () => {
    const ours = await toListing(anOffer(), readFile);
    const hidden = await toListing(anOffer({ reserveFen: fen(25_000_00) }), readFile);

    const same = [
      isSameListing(ours, { ...ours, startPriceFen: 1 }),
      isSameListing(ours, { ...ours, statusReason: '改过' }),
      isSameListing(hidden, hidden),
    ];

    expect(same).toEqual([false, false, false]);
  });
});

function btoaText(text: string): string {
  return Buffer.from(text).toString('base64');
}
