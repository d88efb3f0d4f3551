import type { OfficialPlatform, Owner } from './platforms.ts';
import type { Draws } from './random.ts';

/** A kind of asset: how it is called, what its buyer gets, and what it usually costs. */
export interface AssetKind {
  /** Asset class in the words of the district platform, and in those of the auction house's table. */
  readonly classWord: string;
  readonly tableWord: string;
  readonly noun: string;
  readonly tradeKind: 'lease' | 'contract-out' | 'transfer';
  /** Area in tenths of the unit. */
  readonly area?: { readonly unit: 'm2' | 'mu'; readonly from: number; readonly to: number };
  /** Yuan: rent of a year, or the whole price of a transfer. */
  readonly price: readonly [from: number, to: number];
  /** Terms in months; none for a transfer. */
  readonly terms: readonly number[];
}

const BUILDING = (from: number, to: number) => ({ unit: 'm2', from: from * 10, to: to * 10 }) as const;
const FIELD = (from: number, to: number) => ({ unit: 'mu', from: from * 10, to: to * 10 }) as const;

const SHOP: AssetKind = {
  classWord: 'shop',
  tableWord: '商铺',
  noun: '店面',
  tradeKind: 'lease',
  area: BUILDING(28, 260),
  price: [14_000, 120_000],
  terms: [36, 36, 60, 24, 30],
};
const FACTORY: AssetKind = {
  classWord: 'factory',
  tableWord: '厂房',
  noun: '厂房',
  tradeKind: 'lease',
  area: BUILDING(600, 5_200),
  price: [70_000, 460_000],
  terms: [60, 60, 36, 96, 120],
};
const OFFICE: AssetKind = {
  classWord: 'office',
  tableWord: '办公用房',
  noun: '办公用房',
  tradeKind: 'lease',
  area: BUILDING(60, 900),
  price: [22_000, 240_000],
  terms: [36, 60, 36],
};
const WAREHOUSE: AssetKind = {
  classWord: 'warehouse',
  tableWord: '仓库',
  noun: '仓库',
  tradeKind: 'lease',
  area: BUILDING(200, 2_400),
  price: [20_000, 190_000],
  terms: [36, 60, 18],
};
const POND: AssetKind = {
  classWord: 'fish-pond',
  tableWord: '鱼塘',
  noun: '鱼塘',
  tradeKind: 'contract-out',
  area: FIELD(6, 90),
  price: [6_000, 96_000],
  terms: [60, 36, 60],
};
const LAND_RIGHT: AssetKind = {
  classWord: 'land-operation-right',
  tableWord: '土地经营权',
  noun: '连片农田',
  tradeKind: 'contract-out',
  area: FIELD(15, 320),
  price: [9_000, 180_000],
  terms: [60, 36, 84],
};
const YARD: AssetKind = {
  classWord: 'land',
  tableWord: '土地',
  noun: '集体场地',
  tradeKind: 'lease',
  area: FIELD(1, 22),
  price: [12_000, 150_000],
  terms: [36, 60],
};
/** Houses sold for good; the largest sums of the year. */
export const REAL_ESTATE: AssetKind = {
  classWord: 'real-estate',
  tableWord: '其他',
  noun: '房产',
  tradeKind: 'transfer',
  area: BUILDING(80, 1_600),
  price: [620_000, 7_600_000],
  terms: [],
};
const VEHICLE: AssetKind = {
  classWord: 'vehicle',
  tableWord: '车辆',
  noun: '轿车',
  tradeKind: 'transfer',
  price: [12_000, 96_000],
  terms: [],
};
/** What a depot clears out. */
export const EQUIPMENT: AssetKind = {
  classWord: 'equipment',
  tableWord: '设备',
  noun: '报废设备',
  tradeKind: 'transfer',
  price: [8_000, 420_000],
  terms: [],
};
const AD_SPACE: AssetKind = {
  classWord: 'ad-space',
  tableWord: '其他',
  noun: '户外广告位',
  tradeKind: 'lease',
  price: [18_000, 260_000],
  terms: [36, 24],
};

type Shares = readonly (readonly [kind: AssetKind, sold: number, unsold: number])[];

/** What each platform is given to sell, and how often it sells: shops go easily, fields hardly, whoever sells them. */
const MIX = {
  district: {
    collective: [
      [SHOP, 26, 14],
      [FACTORY, 22, 16],
      [WAREHOUSE, 10, 10],
      [POND, 18, 24],
      [LAND_RIGHT, 16, 28],
      [YARD, 8, 8],
    ],
    state: [
      [REAL_ESTATE, 34, 26],
      [OFFICE, 22, 28],
      [SHOP, 20, 14],
      [EQUIPMENT, 12, 12],
      [AD_SPACE, 12, 20],
    ],
  },
  house: {
    collective: [
      [SHOP, 46, 34],
      [FACTORY, 22, 24],
      [WAREHOUSE, 12, 12],
      [POND, 12, 18],
      [YARD, 8, 12],
    ],
    state: [
      [VEHICLE, 40, 16],
      [EQUIPMENT, 22, 22],
      [SHOP, 20, 30],
      [OFFICE, 18, 32],
    ],
  },
} as const satisfies Readonly<Record<OfficialPlatform, Readonly<Record<Owner, Shares>>>>;

export function drawAssetKind(draws: Draws, platform: OfficialPlatform, owner: Owner, isSold: boolean): AssetKind {
  const shares: Shares = MIX[platform][owner];
  return draws.weighted(shares.map(([kind, sold, unsold]) => [kind, isSold ? sold : unsold] as const));
}
