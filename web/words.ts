import type { BidStanding } from '#shared/domain/bid.ts';
import type { Contradiction } from '#shared/domain/lot-state.ts';
import type { AssetClass, SaleMode, TradeCategory, Venue } from '#shared/domain/trade.ts';

/** Shown for a value nobody reported; never 0. */
export const UNKNOWN = '–';

/** Trade categories (交易类别) in the words people use. */
export const CATEGORY_TEXT: Readonly<Record<TradeCategory, string>> = {
  collective: '农村集体',
  state: '国有资产',
  judicial: '司法',
  bankruptcy: '破产',
  commercial: '商业',
};

/** Asset classes (资产类别) in the words people use. */
export const ASSET_CLASS_TEXT: Readonly<Record<AssetClass, string>> = {
  land_operation_right: '土地经营权',
  forest_right: '林权',
  four_wasteland: '四荒地',
  factory: '厂房',
  shop: '商铺',
  office: '办公用房',
  warehouse: '仓库',
  market: '市场',
  land: '建设用地、场地',
  fish_pond: '鱼塘',
  other_collective_asset: '其他集体经营性资产',
  production_facility: '农业生产设施设备',
  small_irrigation: '小型水利设施',
  agri_ip: '农业类知识产权',
  collective_share: '集体资产股权',
  farmer_house: '农民房屋',
  homestead: '宅基地',
  water_surface: '水面',
  agri_project: '农村建设、产业项目',
  real_estate: '房地产',
  vehicle: '车辆',
  equipment: '机器设备',
  equity: '企业股权',
  claim: '债权',
  scrap: '废旧物资',
  ad_space: '广告位',
  operating_right: '经营权',
  ip: '知识产权',
  construction_in_progress: '在建工程',
  other: '其他',
};

/** Venues (交易场所) in the words people use. */
export const VENUE_TEXT: Readonly<Record<Venue, string>> = { online: '网络', 'on-site': '现场' };

/** Sale modes (交易方式) in the words people use. */
export const SALE_MODE_TEXT: Readonly<Record<SaleMode, string>> = {
  ascending: '竞价',
  'sell-off': '变卖',
  listing: '挂牌',
  tender: '招标',
  agreement: '协议',
};

/** What a platform says of one bid. */
export const STANDING_TEXT: Readonly<Record<BidStanding, string>> = {
  unknown: UNKNOWN,
  leading: '领先',
  outbid: '出局',
  winning: '成交',
  'taken-back': '已撤回',
};

/** What a person should check, and why. */
export const CONTRADICTION_TEXT: Readonly<Record<Contradiction, string>> = {
  'outcome-reversed': '平台先后公布过不同的结果',
  'reopened-after-outcome': '公布结果之后平台又显示为进行中',
  'sold-without-hammer': '显示成交但没有成交价',
  'hammer-below-start': '成交价低于起拍价',
  'ends-before-start': '结束时间早于开始时间',
};
