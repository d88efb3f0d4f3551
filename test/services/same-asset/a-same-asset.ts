import type { Caller } from '#shared/domain/caller.ts';
import { type LotCard, NOTHING_KNOWN } from '#shared/domain/lot-card.ts';
import { toLotId } from '#shared/domain/lot-id.ts';
import { fen } from '#shared/domain/money.ts';
import type { Instant } from '#shared/domain/time.ts';
import { placementEffects } from '#shared/services/placement/placement-effects.ts';
import { assetGroups, lotsBySource } from '#shared/services/same-asset/asset-groups.ts';
import { confirmPair, refusePair, undoPair } from '#shared/services/same-asset/commands.ts';
import { sameAssetChanged } from '#shared/services/same-asset/decisions.ts';
import { readSameAssets } from '#shared/services/same-asset/head.ts';
import type { SameAssetPorts } from '#shared/services/same-asset/same-asset-ports.ts';
import { readPair } from '#shared/services/same-asset/view.ts';
import { aListingDesk, PEOPLE } from '#test/support/desk.ts';
import type { MemoryItemStore } from '#test/support/memory-item-store.ts';

/** The pond of a village, offered in May on one platform, unless a test says otherwise. */
export function aPond(externalId: string, of: Partial<LotCard> = {}): LotCard {
  const platform = of.platform ?? 'virtual';
  return {
    ...NOTHING_KNOWN,
    lotId: toLotId(platform, externalId),
    platform,
    externalId,
    version: 1,
    status: 'passed-in',
    title: '织里镇云村3号鱼塘招租公告',
    seller: '云村股份经济合作社',
    jurisdiction: '330502',
    township: '330502100',
    location: '织里镇云村南片',
    area: { thousandths: 12_000, unit: 'mu' },
    startPriceFen: fen(24_000_00),
    priceBasis: 'per_year',
    startsAt: '2024-05-02T02:00:00.000Z' as Instant,
    endsAt: '2024-05-03T02:00:00.000Z' as Instant,
    ...of,
  };
}

/** The same pond a month later at a lower price, named otherwise. */
export function againInJune(externalId: string, of: Partial<LotCard> = {}): LotCard {
  return aPond(externalId, {
    title: '(第二次)吴兴区织里镇云村3号鱼塘出租',
    startPriceFen: fen(20_000_00),
    startsAt: '2024-06-02T02:00:00.000Z' as Instant,
    endsAt: '2024-06-03T02:00:00.000Z' as Instant,
    ...of,
  });
}

/** Joining over memory: the lots given, and the desk's listings; or over the records of something else. */
export async function aSameAsset(cards: readonly LotCard[], records?: MemoryItemStore) {
  const desk = await aListingDesk();
  const lots = new Map(cards.map((card) => [card.lotId, card] as const));
  const put = (card: LotCard) => lots.set(card.lotId, card);
  const { platforms, random } = desk.ports;
  const wake = () => Promise.resolve();
  const placement = placementEffects({ wake, publishing: [], platforms, random });
  const ports: SameAssetPorts = {
    ...(records === undefined ? desk.ports : desk.over(records)),
    effects: { ...desk.ports.effects, placement, 'same-asset': sameAssetChanged },
    wake,
    lots: () => Promise.resolve(lots),
  };
  const sides = (a: LotCard, b: LotCard) => ({ a: a.lotId, b: b.lotId });
  const hashOf = async (a: LotCard, b: LotCard) => (await readPair(PEOPLE.office, ports, a.lotId, b.lotId)).pair.hash;
  const seen = async (a: LotCard, b: LotCard) => ({ ...sides(a, b), hash: await hashOf(a, b) });
  return {
    ...desk,
    ports,
    put,
    sides,
    confirm: async (a: LotCard, b: LotCard, by: Caller = PEOPLE.office) =>
      confirmPair(by, ports, desk.command(), await seen(a, b)),
    refuse: async (a: LotCard, b: LotCard) =>
      refusePair(PEOPLE.office, ports, desk.command(), { ...(await seen(a, b)), reason: '两口塘' }),
    undo: (a: LotCard, b: LotCard, reason = '认错了') =>
      undoPair(PEOPLE.office, ports, desk.command(), { ...sides(a, b), reason }),
    /** Ids of the lots of a lot's asset. */
    groupOf: async (card: LotCard) =>
      assetGroups(lotsBySource(lots), await readSameAssets(ports.records))(card).map((member) => member.card.lotId),
  };
}
