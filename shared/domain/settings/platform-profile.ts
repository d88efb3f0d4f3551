import type { LocalDate } from '../time.ts';
import type { AssetClass, TradeCategory } from '../trade.ts';

/**
 * What a platform is in law, which decides what rules bind it: an auction house (拍卖人) holds auctions under the Auction Law
 * (拍卖法); a public platform (公共平台) and a marketplace (网络服务提供者) carry online bidding the seller holds itself.
 */
export type PlatformKind = 'auction-house' | 'public-platform' | 'marketplace';

/** That a platform may be chosen for some lots (准入), as the office decided it. */
export interface Admission {
  readonly platform: string;
  /** Empty: all. */
  readonly assetClasses: readonly AssetClass[];
  /** Empty: all. */
  readonly categories: readonly TradeCategory[];
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  /** The decision it rests on. */
  readonly basis: string;
}
