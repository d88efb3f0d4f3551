import type { Fields } from './visitor.ts';

/** An asset of the desk's demo. */
export interface DemoAsset {
  readonly key: string;
  readonly owner: string;
  readonly fields: Fields;
  readonly hasPicture: boolean;
}

/** Assets as their owners' clerks enter them; the fish ponds are left for whoever tries the desk to list. */
export const DEMO_ASSETS: readonly DemoAsset[] = [
  {
    key: 'ponds',
    owner: 'yigao',
    hasPicture: true,
    fields: {
      name: '北塘鱼塘',
      assetClass: 'fish_pond',
      nature: 'resource',
      division: '330502100237',
      address: '织里镇义皋村北塘,太湖溇港旁',
      area: '36.5',
      'area.unit': 'mu',
      'parts.0.name': '一号塘',
      'parts.0.area': '12.2',
      'parts.0.area.unit': 'mu',
      'parts.1.name': '二号塘',
      'parts.1.area': '11.8',
      'parts.1.area.unit': 'mu',
      'parts.2.name': '三号塘',
      'parts.2.area': '12.5',
      'parts.2.area.unit': 'mu',
      'lease.state': 'vacant',
      ledgerNumber: 'YG-2019-017',
      permittedUse: '水产养殖',
    },
  },
  {
    key: 'shop',
    owner: 'yigao',
    hasPicture: false,
    fields: {
      name: '老街12号店面',
      assetClass: 'shop',
      nature: 'operating',
      division: '330502100237',
      address: '织里镇义皋村老街12号',
      area: '86',
      'area.unit': 'm2',
      'lease.state': 'vacant',
      ledgerNumber: 'YG-2011-003',
      permittedUse: '商业',
    },
  },
  {
    key: 'hall',
    owner: 'yishan',
    hasPicture: false,
    fields: {
      name: '三号标准厂房',
      assetClass: 'factory',
      nature: 'operating',
      division: '330502101220',
      address: '八里店镇移沿山村工业小区',
      area: '1250',
      'area.unit': 'm2',
      'lease.state': 'vacant',
      ledgerNumber: 'YS-2015-008',
      permittedUse: '工业',
    },
  },
  {
    key: 'van',
    owner: 'chengtou',
    hasPicture: false,
    fields: {
      name: '浙E演示1号货车',
      assetClass: 'vehicle',
      division: '330502',
      address: '吴兴城投停车场',
      'lease.state': 'vacant',
      note: '2014年登记,行驶里程约18万公里。',
    },
  },
];
