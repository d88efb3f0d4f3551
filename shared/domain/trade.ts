/**
 * Words of the trade that are easily taken for one another and are kept apart here:
 * a platform shows the lot, a venue is where bidding happens, a service agency (拍卖行) assists,
 * and the sale mode says how the price is found.
 */

/** Trade category (交易类别): whose rules the sale follows. Only `collective` and `state` enter the district's figures. */
export const TRADE_CATEGORIES = ['collective', 'state', 'judicial', 'bankruptcy', 'commercial'] as const;
export type TradeCategory = (typeof TRADE_CATEGORIES)[number];

/** Venue (交易场所): where bids are made. */
export type Venue = 'online' | 'on-site';

/** Sale mode (交易方式): how the price is found. A sell-off (变卖) offers a fixed price after failed rounds. */
export type SaleMode = 'ascending' | 'sell-off' | 'listing' | 'tender' | 'agreement';

/**
 * Round (轮次) of one property: 1 and 2 as counted by the platform (一拍, 二拍), `again` for a further
 * auction whose number is not said (再次拍卖, 重新拍卖), `sell-off` for 变卖.
 */
export type Round = number | 'again' | 'sell-off';
