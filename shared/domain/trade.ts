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

/** Asset classes (资产类别) of rural property trading (国办发〔2014〕71号 and local lists) and of state owners. */
export const ASSET_CLASSES = [
  'land_operation_right',
  'forest_right',
  'four_wasteland',
  'factory',
  'shop',
  'office',
  'warehouse',
  'market',
  'land',
  'fish_pond',
  'other_collective_asset',
  'production_facility',
  'small_irrigation',
  'agri_ip',
  'collective_share',
  'farmer_house',
  'homestead',
  'water_surface',
  'agri_project',
  'real_estate',
  'vehicle',
  'equipment',
  'equity',
  'claim',
  'scrap',
  'ad_space',
  'operating_right',
  'ip',
  'construction_in_progress',
  'other',
] as const;
export type AssetClass = (typeof ASSET_CLASSES)[number];

/** Kinds of trade (交易方式): what the buyer gets. */
export const TRADE_KINDS = [
  'transfer',
  'lease',
  'contract_out',
  'contribute_as_shares',
  'mortgage',
  'joint_operation',
] as const;
export type TradeKind = (typeof TRADE_KINDS)[number];

/** An area in thousandths of its unit: 1/1000 mu (亩) or 1/1000 m². */
export interface Area {
  readonly thousandths: number;
  readonly unit: 'mu' | 'm2';
}

/**
 * Round (轮次) of one property: 1 and 2 as counted by the platform (一拍, 二拍), `again` for a further
 * auction whose number is not said (再次拍卖, 重新拍卖), `sell-off` for 变卖.
 */
export type Round = number | 'again' | 'sell-off';
