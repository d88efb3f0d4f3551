import type { JsonObject } from '#infra/opi/wire.ts';
import { fromEpochMs } from '#shared/domain/time.ts';

const MINUTE = 60_000;

const DEMO_LOTS: readonly (readonly [title: string, assetClass: string, kind: string, startPriceFen: number])[] = [
  ['【演示】沿街商铺7号三年租赁权', 'shop', 'lease', 1_860_000],
  ['【演示】鱼塘12亩五年承包权', 'fish-pond', 'contract-out', 960_000],
  ['【演示】闲置厂房三年租赁权', 'factory', 'lease', 9_800_000],
  ['【演示】办公用房两年租赁权', 'office', 'lease', 2_400_000],
  ['【演示】旧农机一批转让', 'equipment', 'transfer', 560_000],
  ['【演示】仓库一年租赁权', 'warehouse', 'lease', 1_200_000],
];

/** The listings a new sandbox begins with: they open one after another from two minutes on. */
export function demoListings(now: number): readonly JsonObject[] {
  return DEMO_LOTS.map(([title, assetClass, tradeKind, startPriceFen], index): JsonObject => {
    const startsAt = now + (2 + index * 2) * MINUTE;
    return {
      schema: 'opi.listing.v1',
      reference: `DEMO-LISTING-${index + 1}`,
      round: 1,
      title,
      tradeCategory: 'collective',
      assetClass,
      tradeKind,
      saleMode: 'ascending',
      venue: 'online',
      seller: '演示村股份经济合作社',
      location: '演示镇演示村',
      priceBasis: tradeKind === 'transfer' ? 'total' : 'per-year',
      startPriceFen,
      hasReserve: index === 2,
      ...(index === 2 && { reserveFen: Math.floor(startPriceFen * 1.1) }),
      depositFen: Math.floor(startPriceFen / 10),
      incrementFen: Math.floor(startPriceFen / 50),
      extensionMinutes: 5,
      startsAt: fromEpochMs(startsAt),
      endsAt: fromEpochMs(startsAt + 40 * MINUTE),
    };
  });
}
