import type { BidStanding } from '#shared/domain/bid.ts';
import type { DepositConversion } from '#shared/domain/deposits/ledger-statement.ts';
import type { LotStatus } from '#shared/domain/lot-status.ts';
import { PRICE_BASES, type PriceBasis } from '#shared/domain/price.ts';
import {
  ASSET_CLASSES,
  type AssetClass,
  type SaleMode,
  TRADE_KINDS,
  type TradeCategory,
  type TradeKind,
  type Venue,
} from '#shared/domain/trade.ts';
import { tableOf, type WordTable } from '../word-table.ts';

/** Words of the interface, each with ours and the Chinese it stands for. */
export type Words<T extends string> = Readonly<Record<string, { readonly ours: T; readonly zh: string }>>;

/** How a lot ended, or why it stands still. */
export const OUTCOMES = {
  sold: { ours: 'sold', zh: '成交' },
  'passed-in': { ours: 'passed-in', zh: '流拍' },
  withdrawn: { ours: 'withdrawn', zh: '撤回' },
  suspended: { ours: 'suspended', zh: '中止（原因消除后恢复）' },
  deferred: { ours: 'suspended', zh: '暂缓（改期举行）' },
  terminated: { ours: 'withdrawn', zh: '终止（不再恢复）' },
  defaulted: { ours: 'defaulted', zh: '悔拍' },
} as const satisfies Words<LotStatus>;

export const STATUSES = {
  announced: { ours: 'announced', zh: '公告中' },
  registering: { ours: 'announced', zh: '报名中' },
  bidding: { ours: 'bidding', zh: '竞价中' },
  extended: { ours: 'bidding', zh: '延时竞价中' },
  ended: { ours: 'ended', zh: '竞价结束，结果待定' },
  ...OUTCOMES,
} as const satisfies Words<LotStatus>;

export const STANDINGS = {
  leading: { ours: 'leading', zh: '领先' },
  outbid: { ours: 'outbid', zh: '出局' },
  winning: { ours: 'winning', zh: '成交' },
  'taken-back': { ours: 'taken-back', zh: '已撤回（判定无效）' },
} as const satisfies Words<BidStanding>;

/** What a deposit was converted into. */
export const CONVERSIONS = {
  price: { ours: 'price', zh: '转价款' },
  bond: { ours: 'performance-bond', zh: '转履约保证金' },
} as const satisfies Words<DepositConversion>;

export const TRADE_CATEGORY = {
  collective: { ours: 'collective', zh: '农村集体产权' },
  state: { ours: 'state', zh: '国有资产' },
  judicial: { ours: 'judicial', zh: '司法拍卖' },
  bankruptcy: { ours: 'bankruptcy', zh: '破产处置' },
  commercial: { ours: 'commercial', zh: '社会委托' },
} as const satisfies Words<TradeCategory>;

export const SALE_MODE = {
  ascending: { ours: 'ascending', zh: '增价竞价' },
  'sell-off': { ours: 'sell-off', zh: '变卖' },
  listing: { ours: 'listing', zh: '挂牌' },
  tender: { ours: 'tender', zh: '招标' },
  agreement: { ours: 'agreement', zh: '协议' },
} as const satisfies Words<SaleMode>;

export const VENUE = {
  online: { ours: 'online', zh: '网络竞价' },
  'on-site': { ours: 'on-site', zh: '现场竞价' },
} as const satisfies Words<Venue>;

export const PRICE_BASIS: Words<PriceBasis> = toWords(PRICE_BASES, {
  total: '总价',
  per_year: '每年',
  per_month: '每月',
  per_mu_year: '每亩每年',
  per_unit: '单价（每件、每平方米等）',
  percent: '营业额提成，每一个百分点',
});

export const TRADE_KIND: Words<TradeKind> = toWords(TRADE_KINDS, {
  transfer: '转让',
  lease: '出租',
  contract_out: '发包',
  contribute_as_shares: '入股',
  mortgage: '抵押',
  joint_operation: '合作经营',
});

export const ASSET_CLASS: Words<AssetClass> = toWords(ASSET_CLASSES, {
  land_operation_right: '土地经营权',
  forest_right: '林权',
  four_wasteland: '四荒使用权',
  factory: '厂房',
  shop: '商铺',
  office: '办公用房',
  warehouse: '仓库',
  market: '市场',
  land: '集体建设用地、场地',
  fish_pond: '鱼塘',
  other_collective_asset: '其他集体经营性资产',
  production_facility: '农业生产设施设备',
  small_irrigation: '小型水利设施使用权',
  agri_ip: '农业类知识产权',
  collective_share: '集体资产股权',
  farmer_house: '农民房屋',
  homestead: '宅基地使用权',
  water_surface: '水面经营权',
  agri_project: '农村建设项目、产业项目',
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
});

/** Which kind of document an event of each type carries. */
export const EVENT_TYPES = {
  'lot.changed': { ours: 'opi.lot.v1', zh: '标的发布、变更、撤回' },
  'bids.placed': { ours: 'opi.bids.v1', zh: '有新出价' },
  'result.known': { ours: 'opi.result.v1', zh: '结果产生或更正' },
  'settlement.changed': { ours: 'opi.settlement.v1', zh: '成交后节点变化' },
} as const satisfies Words<string>;

/** Every enumeration by the Chinese name of its field. */
export const ENUMERATIONS: Readonly<Record<string, Words<string>>> = {
  状态: STATUSES,
  出价状态: STANDINGS,
  转作何用: CONVERSIONS,
  交易类别: TRADE_CATEGORY,
  交易方式: SALE_MODE,
  交易场所: VENUE,
  计价方式: PRICE_BASIS,
  流转方式: TRADE_KIND,
  资产类别: ASSET_CLASS,
  事件类型: EVENT_TYPES,
};

/** Every word of the interface, its Chinese as the note. */
export function describeWords(): WordTable {
  return Object.entries(ENUMERATIONS).flatMap(([field, words]) => {
    const entries = Object.entries(words);
    const notes = Object.fromEntries(entries.map(([theirs, { zh }]) => [theirs, zh]));
    return tableOf(
      field,
      entries.map(([theirs, { ours }]) => [theirs, ours] as const),
      notes,
    );
  });
}

/** The interface spells our words with hyphens throughout. */
function toWords<T extends string>(ours: readonly T[], zh: Readonly<Record<T, string>>): Words<T> {
  return Object.fromEntries(ours.map((word) => [word.replaceAll('_', '-'), { ours: word, zh: zh[word] }]));
}
