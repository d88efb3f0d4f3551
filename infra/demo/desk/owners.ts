import type { Fields } from './visitor.ts';

/** An owner of the desk's demo; names end in 演示, codes are synthetic ones that pass their check digits. */
export interface DemoOwner {
  readonly key: string;
  /** The demo account that keeps its register. */
  readonly clerk: string;
  readonly fields: Fields;
}

/** Two villages and a state-owned unit. */
export const DEMO_OWNERS: readonly DemoOwner[] = [
  {
    key: 'yigao',
    clerk: 'clerk-yigao',
    fields: {
      kind: 'collective',
      name: '织里镇义皋村股份经济合作社(演示)',
      uscc: 'N2330502MF00000132',
      division: '330502100237',
      contact: { name: '沈小义', phone: '0572-0000001' },
    },
  },
  {
    key: 'yishan',
    clerk: 'clerk-yishan',
    fields: {
      kind: 'collective',
      name: '八里店镇移沿山村股份经济合作社(演示)',
      uscc: 'N2330502MF0000021W',
      division: '330502101220',
      contact: { name: '陆小移', phone: '0572-0000002' },
    },
  },
  {
    key: 'chengtou',
    clerk: 'clerk-chengtou',
    fields: {
      kind: 'state',
      name: '吴兴城投资产经营有限公司(演示)',
      division: '330502',
      contact: { name: '吴国资', phone: '0572-0000003' },
    },
  },
];
