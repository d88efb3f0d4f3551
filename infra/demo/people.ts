import type { Appointment } from '#shared/domain/people/check-assignment.ts';

/** A made-up person who can be signed in as with one click on the embedded host. */
export interface DemoAccount {
  /** The issuer's `sub`, and our id of the person. */
  readonly id: string;
  readonly name: string;
  /** What the person is, in words. */
  readonly title: string;
  readonly appointments: readonly Omit<Appointment, 'from'>[];
}

const PLAIN = { onBehalf: false, bureau: null, until: null } as const;

/** The owner the state-owner clerk of the demo works for. */
const STATE_OWNER = 'wuxing-chengtou-demo';

/** The accounts of the embedded host: each role once or twice, in real places, all names invented. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  {
    id: 'clerk-yigao',
    name: '沈小义',
    title: '织里镇义皋村,村级经办',
    appointments: [{ role: 'village-clerk', scope: '330502100237', ...PLAIN }],
  },
  {
    id: 'clerk-yishan',
    name: '陆小移',
    title: '八里店镇移沿山村,村级经办',
    appointments: [{ role: 'village-clerk', scope: '330502101220', ...PLAIN }],
  },
  {
    id: 'accountant-zhili',
    name: '钱会计',
    title: '织里镇,为各村代录的会计',
    appointments: [{ role: 'village-clerk', scope: '330502100', ...PLAIN, onBehalf: true }],
  },
  {
    id: 'clerk-chengtou',
    name: '吴国资',
    title: '吴兴城投(演示),国有单位经办',
    appointments: [{ role: 'owner-clerk', scope: STATE_OWNER, ...PLAIN }],
  },
  {
    id: 'reviewer-zhili',
    name: '周审核',
    title: '织里镇三资办,镇街审核',
    appointments: [{ role: 'township-reviewer', scope: '330502100', ...PLAIN }],
  },
  {
    id: 'reviewer-balidian',
    name: '潘审核',
    title: '八里店镇三资办,镇街审核',
    appointments: [{ role: 'township-reviewer', scope: '330502101', ...PLAIN }],
  },
  {
    id: 'bureau-agriculture',
    name: '农经科',
    title: '区农业农村局,主管部门审核',
    appointments: [{ role: 'bureau-reviewer', scope: '330502', ...PLAIN, bureau: 'agriculture' }],
  },
  {
    id: 'bureau-state-assets',
    name: '产权科',
    title: '区国资主管部门,主管部门审核',
    appointments: [{ role: 'bureau-reviewer', scope: '330502', ...PLAIN, bureau: 'state-assets' }],
  },
  {
    id: 'office-centre',
    name: '郑受理',
    title: '区公共资源交易中心',
    appointments: [{ role: 'office', scope: '330502', ...PLAIN }],
  },
  {
    id: 'operator-zhebei',
    name: '浙拍经办',
    title: '浙北拍卖,平台经办',
    appointments: [{ role: 'platform-operator', scope: 'zhebei', ...PLAIN }],
  },
  {
    id: 'operator-wuxing',
    name: '区平台经办',
    title: '吴兴区线上交易平台,平台经办',
    appointments: [{ role: 'platform-operator', scope: 'wuxing', ...PLAIN }],
  },
  {
    id: 'auditor',
    name: '施审计',
    title: '区审计,只看不改',
    appointments: [{ role: 'auditor', scope: '330502', ...PLAIN }],
  },
  { id: 'newcomer', name: '新同事', title: '还没有任职的人', appointments: [] },
];
