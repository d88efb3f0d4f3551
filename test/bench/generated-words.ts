import { HOME_DISTRICT } from '#shared/domain/divisions.ts';
import type { PriceBasis } from '#shared/domain/price.ts';
import type { Area, AssetClass } from '#shared/domain/trade.ts';

/** Invented platforms. */
export const PLATFORMS = [
  'city-exchange',
  'court-sales',
  'rural-exchange',
  'open-market',
  'result-files',
  'village-board',
];
const VILLAGES =
  `晟舍 大港 郑港 利济 东湾兜 河西 轧村 骥村 洋西 朱湾 义皋 伍浦 庙港 许溇 漾西 陆家湾 常乐 曙光 云村 中横 秦家港
沈家坝 香圩墩 清水兜 白鹤兜 石头桥 升山 移沿山 章家埭 紫金桥 毗山 尹家圩 永福 潘店 西山漾 戴山 梧桐 泉益 东林山 青联 三合 南山 星火
保健 泉心 上强 芳莲 联山 小羊山 大冲 山背 里庄 莫家栅 美妙 茅坞 红里山 菰城 施家桥 王村 道场浜 和孚漾 钱山下 章湾 西塞 杼山 关山 后沈埠
龙山 楂树坞 渡善桥 妙山 稍康 王家坞 大塘兜 白雀 湖山 幻溇 诸墓 杨渎桥 塘甸 戴南 大钱 环山 罗家浜 北山 西凤 黄龙洞`.split(
    /\s+/,
  );
export const STREETS = [
  '晟舍新街',
  '吴兴大道',
  '工业路',
  '康泰路',
  '湖织大道',
  '戴山路',
  '长安路',
  '中兴大道',
  '湖山大道',
  '八里店路',
];
export const COMPANIES = [
  '金洁',
  '珍贝',
  '美欣达',
  '三狮',
  '天外',
  '栋梁',
  '大东',
  '沃盛',
  '华盛',
  '久盛',
  '永兴',
  '金三发',
];

/** What is sold, and how. */
export interface Kind {
  readonly word: string;
  readonly class: AssetClass;
  readonly bases: readonly PriceBasis[];
  readonly unit: Area['unit'] | null;
  /** Of a hundred lots. */
  readonly share: number;
}

const KINDS: readonly Kind[] = [
  { word: '标准厂房', class: 'factory', bases: ['per_year', 'total'], unit: 'm2', share: 14 },
  { word: '厂房', class: 'factory', bases: ['per_year', 'per_month'], unit: 'm2', share: 12 },
  { word: '商铺', class: 'shop', bases: ['per_year', 'per_month'], unit: 'm2', share: 14 },
  { word: '综合楼店面', class: 'shop', bases: ['per_year'], unit: 'm2', share: 6 },
  { word: '办公用房', class: 'office', bases: ['per_year'], unit: 'm2', share: 5 },
  { word: '仓库', class: 'warehouse', bases: ['per_year', 'per_month'], unit: 'm2', share: 5 },
  { word: '鱼塘', class: 'fish_pond', bases: ['per_mu_year', 'per_year'], unit: 'mu', share: 9 },
  { word: '土地经营权', class: 'land_operation_right', bases: ['per_mu_year'], unit: 'mu', share: 10 },
  { word: '林地', class: 'forest_right', bases: ['per_mu_year', 'total'], unit: 'mu', share: 3 },
  { word: '农贸市场摊位', class: 'market', bases: ['per_year'], unit: 'm2', share: 4 },
  { word: '住宅用房', class: 'real_estate', bases: ['total'], unit: 'm2', share: 9 },
  { word: '小型轿车', class: 'vehicle', bases: ['total'], unit: null, share: 3 },
  { word: '报废设备', class: 'scrap', bases: ['total', 'per_unit'], unit: null, share: 2 },
  { word: '户外广告位', class: 'ad_space', bases: ['per_year', 'percent'], unit: null, share: 2 },
  { word: '债权资产包', class: 'claim', bases: ['total'], unit: null, share: 1 },
  { word: '其他资产', class: 'other', bases: ['total'], unit: null, share: 1 },
];
/** Kinds of lots as often as they come. */
export const KINDS_BY_SHARE = KINDS.flatMap((kind) => Array.from({ length: kind.share }, () => kind));

export interface Place {
  readonly township: string;
  readonly townshipName: string;
  readonly village: string;
}

/** Villages, each in one township; most exist, not all of them there. */
export const PLACES: readonly Place[] = VILLAGES.map((village, index) => {
  const { code, name } = HOME_DISTRICT.townships[index % HOME_DISTRICT.townships.length] ?? { code: '', name: '' };
  return { township: code, townshipName: name, village };
});
