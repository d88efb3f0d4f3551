import { addDays } from '#shared/domain/calendar/beijing-day.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import type { Fields } from './visitor.ts';

/** A listing of the desk's demo, and how far it is brought. */
export interface DemoListing {
  readonly key: string;
  readonly owner: string;
  readonly asset: string;
  readonly platform: string;
  /** Fields of each step of the entry, by its address; papers are brought by kind. */
  readonly steps: (today: LocalDate) => Readonly<Record<'assets' | 'terms' | 'times' | 'bidders' | 'decision', Fields>>;
  readonly papers: readonly string[];
  /** Who passes which step of the chain, in order; those left wait. */
  readonly passed: readonly { readonly account: string; readonly step: string }[];
}

/** Nine in the morning and later, Beijing time. */
function at(day: LocalDate, clock: string): string {
  return `${day} ${clock}`;
}

function windows(today: LocalDate): Fields {
  return {
    windows: {
      noticeOn: addDays(today, 20),
      viewingFrom: addDays(today, 24),
      viewingUntil: addDays(today, 27),
      registrationEndsAt: at(addDays(today, 33), '17:00'),
      biddingStartsAt: at(addDays(today, 34), '10:00'),
      biddingEndsAt: at(addDays(today, 35), '10:00'),
    },
  };
}

function deposit(today: LocalDate, yuan: string): Fields {
  return {
    yuan,
    accountName: '演示保证金专户',
    accountBank: '演示银行吴兴支行',
    accountNumber: '0000000000000000',
    dueAt: at(addDays(today, 33), '17:00'),
  };
}

function lease(today: LocalDate, months: number): Fields {
  return { startsOn: addDays(today, 90), months: String(months), escalationPercent: '3', payEvery: 'yearly' };
}

function resolution(today: LocalDate): Fields {
  return {
    meeting: 'delegates',
    heldOn: addDays(today, -12),
    entitled: '45',
    present: '41',
    inFavour: '40',
    planPublishedOn: addDays(today, -32),
    publicityFrom: addDays(today, -11),
    publicityUntil: addDays(today, -4),
    floorYuan: '20000',
  };
}

const BIDDERS: Fields = {
  eligibility: { who: 'anyone', papers: '身份证或营业执照' },
};

/** One that waits for its township, and one that is approved and waits for its package. */
export const DEMO_LISTINGS: readonly DemoListing[] = [
  {
    key: 'hall',
    owner: 'yishan',
    asset: 'hall',
    platform: 'wuxing',
    papers: ['proposal', 'resolution', 'publicity-proof'],
    steps: (today) => ({
      assets: {
        title: '移沿山村三号标准厂房五年租赁权(演示)',
        permittedBusiness: '轻纺加工,不得从事化工、印染。',
        contact: { name: '陆小移', phone: '0572-0000002' },
      },
      terms: {
        tradeKind: 'lease',
        priceBasis: 'per_year',
        startPriceYuan: '180000',
        reserveYuan: '190000',
        incrementYuan: '2000',
        extension: { withinSeconds: '300', bySeconds: '300' },
        lease: lease(today, 60),
        deposit: deposit(today, '36000'),
        feesBorneBy: 'buyer',
        taxesBorneBy: 'each-own',
      },
      times: windows(today),
      bidders: BIDDERS,
      decision: { resolution: resolution(today) },
    }),
    passed: [],
  },
  {
    key: 'shop',
    owner: 'yigao',
    asset: 'shop',
    platform: 'zhebei',
    papers: ['proposal', 'resolution', 'publicity-proof'],
    steps: (today) => ({
      assets: {
        title: '义皋村老街12号店面三年租赁权(演示)',
        permittedBusiness: '零售、茶馆,不得经营餐饮明火。',
        contact: { name: '沈小义', phone: '0572-0000001' },
      },
      terms: {
        tradeKind: 'lease',
        priceBasis: 'per_year',
        startPriceYuan: '26000',
        incrementYuan: '500',
        extension: { withinSeconds: '180', bySeconds: '180' },
        lease: lease(today, 36),
        deposit: deposit(today, '5000'),
        feesBorneBy: 'buyer',
        taxesBorneBy: 'each-own',
      },
      times: windows(today),
      bidders: BIDDERS,
      decision: { resolution: resolution(today) },
    }),
    passed: [
      { account: 'reviewer-zhili', step: 'township' },
      { account: 'office-centre', step: 'office' },
    ],
  },
];
