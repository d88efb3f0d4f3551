import type { TradeCategory } from '#shared/domain/trade.ts';

/** The three platforms of the year, by the part they play in it. */
export type DemoPlatform = 'district' | 'house' | 'portal';

/**
 * Their ids. The district's own platform and the auction house serve the district's register. The portal's pages say
 * neither whose property a lot is nor what its price is a price of, unless a court sells it: its lots are 市场参考.
 */
export const PLATFORM_IDS = { district: 'wuxing', house: 'zhebei', portal: 'alibaba' } as const satisfies Readonly<
  Record<DemoPlatform, string>
>;

/** Platforms and owners the official figures are about. */
export type OfficialPlatform = Exclude<DemoPlatform, 'portal'>;
export type Owner = Extract<TradeCategory, 'collective' | 'state'>;
export const OFFICIAL_PLATFORMS: readonly OfficialPlatform[] = ['district', 'house'];
export const OWNERS: readonly Owner[] = ['collective', 'state'];
