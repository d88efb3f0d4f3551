import { demoPdf } from '#infra/demo/desk/papers.ts';
import { type DeskPerson, deskPerson, type Typed } from '#test/support/desk-browser.ts';
import type { DeskHost } from '#test/support/desk-host.ts';

const ACCOUNTS = {
  clerk: 'clerk-yigao',
  stranger: 'clerk-yishan',
  accountant: 'accountant-zhili',
  township: 'reviewer-zhili',
  bureau: 'bureau-agriculture',
  office: 'office-centre',
  auditor: 'auditor',
  operator: 'operator-zhebei',
} as const;

/** Those who have to do with a listing of 义皋村, each signed in. */
export type People = Readonly<Record<keyof typeof ACCOUNTS, DeskPerson>>;

export async function signedInPeople(host: DeskHost): Promise<People> {
  const people = Object.fromEntries(
    Object.entries(ACCOUNTS).map(([part, account]) => [part, deskPerson(host.url, account)]),
  ) as People;
  await Promise.all(Object.values(people).map((person) => person.signIn()));
  return people;
}

const VILLAGE: Typed = {
  kind: 'collective',
  name: '织里镇义皋村股份经济合作社(演示)',
  uscc: 'N2330502MF00000132',
  division: '330502100237',
  'contact.name': '沈小义',
  'contact.phone': '0572-0000001',
};

/** The fish pond with its three parts, as it is typed into the form of an asset. */
export const POND: Typed = {
  name: '北塘鱼塘',
  assetClass: 'fish_pond',
  nature: 'resource',
  division: '330502100237',
  address: '织里镇义皋村北塘,太湖溇港旁',
  area: '36.5',
  'parts.0.name': '一号塘',
  'parts.0.area': '12.2',
  'parts.1.name': '二号塘',
  'parts.1.area': '11.8',
  'lease.state': 'vacant',
  permittedUse: '水产养殖',
};

/** A third part: the form shows two empty rows at first, and more when asked. */
export const THIRD_PART: Typed = { 'parts.2.name': '三号塘', 'parts.2.area': '12.5' };

/** Only the owner, the reviewers and the office may read it. */
export const RESERVE = '365017';

const DAYS = {
  noticeOn: '2026-03-23',
  viewingFrom: '2026-03-24',
  viewingUntil: '2026-03-26',
  registrationEndsAt: '2026-03-28T17:00',
} as const;

/** Six days from the notice to the auction: one too few; the seventh is 30 March. */
export const SHORT_NOTICE = { biddingStartsAt: '2026-03-29T10:00', biddingEndsAt: '2026-03-29T15:00' } as const;
export const LAWFUL_NOTICE = { biddingStartsAt: '2026-03-30T10:00', biddingEndsAt: '2026-03-30T15:00' } as const;

function windows(bidding: typeof SHORT_NOTICE | typeof LAWFUL_NOTICE): Typed {
  return Object.fromEntries(Object.entries({ ...DAYS, ...bidding }).map(([name, value]) => [`windows.${name}`, value]));
}

/** What a clerk types into each step of a listing: the ponds for three years, above the limit of the bureau. */
export function pondTerms(
  items: string,
  { bidding = LAWFUL_NOTICE as typeof SHORT_NOTICE | typeof LAWFUL_NOTICE, startsOn = '2026-07-01' } = {},
): Readonly<Record<'assets' | 'terms' | 'times' | 'bidders' | 'decision', Typed>> {
  return {
    assets: {
      title: '义皋村北塘鱼塘三年租赁权',
      items,
      permittedBusiness: '水产养殖',
      'contact.name': '沈小义',
      'contact.phone': '0572-0000001',
    },
    terms: {
      tradeKind: 'lease',
      priceBasis: 'per_year',
      startPriceYuan: '360000',
      reserveYuan: RESERVE,
      incrementYuan: '2000',
      'extension.withinSeconds': '180',
      'extension.bySeconds': '180',
      'lease.startsOn': startsOn,
      'lease.months': '36',
      'lease.escalationPercent': '3',
      'lease.payEvery': 'yearly',
      'deposit.yuan': '50000',
      'deposit.accountName': '演示保证金专户',
      'deposit.accountBank': '演示银行吴兴支行',
      'deposit.accountNumber': '0000000000000000',
      'deposit.dueAt': '2026-03-28T17:00',
      feesBorneBy: 'buyer',
      taxesBorneBy: 'each-own',
    },
    times: windows(bidding),
    bidders: { 'eligibility.who': 'anyone', 'eligibility.papers': '身份证或营业执照' },
    decision: {
      'resolution.meeting': 'delegates',
      'resolution.heldOn': '2026-02-25',
      'resolution.entitled': '45',
      'resolution.present': '41',
      'resolution.inFavour': '40',
      'resolution.planPublishedOn': '2026-02-05',
      'resolution.publicityFrom': '2026-02-26',
      'resolution.publicityUntil': '2026-03-05',
      'resolution.floorYuan': '300000',
    },
  };
}

/** Papers the chain of a collective asks for. */
export const PAPERS = ['proposal', 'resolution', 'publicity-proof'] as const;

export function paper(kind: string): Uint8Array {
  return demoPdf(`Paper of a test: ${kind}`);
}

/** The office admits both platforms, and the village is in the register; answers the village's id. */
export async function openDesk({ office }: People): Promise<string> {
  for (const platform of ['zhebei', 'wuxing']) {
    const admission = { platform, categories: ['collective'], from: '2024-01-01' };
    const fields = { ...admission, basis: '准入会议纪要', reason: '本年度准入' };
    await office.send('/desk/settings/admissions', `admission-${platform}`, fields);
  }
  const { body } = await office.send('/desk/owners', 'village-yigao', VILLAGE);
  return String(body['id']);
}
