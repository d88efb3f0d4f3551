import { describe, expect, it } from 'vitest';
import type { LotCard } from '#shared/domain/lot-card.ts';
import { fen } from '#shared/domain/money.ts';
import { handOver } from '#shared/services/desk/listing/hand-over.ts';
import { listingAggregate } from '#shared/services/desk/listing/listing-aggregate.ts';
import { load } from '#shared/services/events/load.ts';
import { confirmPair } from '#shared/services/same-asset/commands.ts';
import { readPair, readSameAssetBoard } from '#shared/services/same-asset/view.ts';
import { PEOPLE, POND, PUBLIC, VILLAGE } from '#test/support/desk.ts';
import { approved } from '#test/support/desk-journey.ts';
import { aLease } from '#test/support/desk-terms.ts';
import { aPond, aSameAsset } from './a-same-asset.ts';

/** What the platform shows of the listing. */
function itsLot(of: Partial<LotCard> = {}): LotCard {
  return aPond('4711', {
    platform: PUBLIC,
    title: '云村12亩鱼塘三年承租权公告',
    seller: VILLAGE.name,
    startPriceFen: fen(50_000_00),
    status: 'announced',
    url: `https://${PUBLIC}.example.invalid/lot/4711`,
    ...of,
  });
}

/** A listing handed over, whose lot nobody has entered; and what the platform shows. */
async function aHandedOver(lot: LotCard) {
  const desk = await aSameAsset([lot]);
  const { id } = await approved(desk, aLease(POND));
  const documents = [{ kind: 'notice', number: '吴农交〔2024〕1号', sha256: 'b'.repeat(64) }];
  await handOver(PEOPLE.office, desk.ports, id, desk.command(), { packageSha256: 'a'.repeat(64), documents });
  const sides = [lot.lotId, `placement:${id}-1`].toSorted() as [string, string];
  return { ...desk, id, sides };
}

describe('a listing that was handed over', () => {
  it('is proposed with the lot that looks like it, and confirming enters the lot', async () => {
    const { id, ports, sides, command } = await aHandedOver(itsLot());
    const { proposals } = await readSameAssetBoard(PEOPLE.office, ports);
    expect(proposals.map(({ pair }) => pair)).toEqual([sides]);
    expect(proposals[0]?.evidence.map(({ code }) => code)).toEqual(['title', 'seller', 'place', 'price']);

    const [a, b] = sides;
    await confirmPair(PEOPLE.office, ports, command(), { a, b, hash: proposals[0]?.hash ?? '' });

    const listing = (await load(ports, listingAggregate, id))?.state;
    expect(listing?.state).toBe('placed');
    expect(listing?.rounds[0]?.placed).toMatchObject({ lotId: `${PUBLIC}.4711`, url: itsLot().url });
    const after = await readSameAssetBoard(PEOPLE.office, ports);
    expect(after.proposals).toEqual([]);
    expect(after.merged).toHaveLength(1);
    expect((await readPair(PEOPLE.office, ports, a, b)).may).toEqual([]);
  });

  it('is proposed by its reference, whatever the lot is called', async () => {
    const lot = itsLot();
    const desk = await aHandedOver(lot);
    desk.put({ ...lot, title: '鱼塘', reference: `${desk.id}-1` });

    const { proposals } = await readSameAssetBoard(PEOPLE.office, desk.ports);

    expect(proposals[0]?.evidence[0]).toEqual({ code: 'reference', left: desk.id, right: desk.id });
  });

  it.each([
    ['lies on another platform', { platform: 'elsewhere', lotId: 'elsewhere.4711' }],
    ['carries the reference of another listing', { reference: 'listing00000002b' }],
    ['lies in another township', { township: '330502101' }],
  ])('is not proposed with a lot that %s', async (_, of) => {
    const { ports } = await aHandedOver(itsLot(of));

    expect((await readSameAssetBoard(PEOPLE.office, ports)).proposals).toEqual([]);
  });

  it('keeps its state when the platform gave no address', async () => {
    const { id, ports, sides, command } = await aHandedOver(itsLot({ url: null }));
    const [a, b] = sides;
    const { hash } = (await readPair(PEOPLE.office, ports, a, b)).pair;

    await expect(confirmPair(PEOPLE.office, ports, command(), { a, b, hash })).rejects.toMatchObject({
      code: 'FORM.INVALID',
    });
    expect((await load(ports, listingAggregate, id))?.state.state).toBe('handed-over');
  });
});
