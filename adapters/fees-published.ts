import { component, day, marginal, percent, schedule, service, source } from '#shared/domain/fees/declare.ts';
import type { FeeComponent, FeeSchedule } from '#shared/domain/fees/schedule.ts';
import { fen, ppm } from '#shared/domain/money.ts';

const SELLER_TABLE = marginal(
  [30_000_000_00, 2_400],
  [60_000_000_00, 2_000],
  [100_000_000_00, 1_500],
  [500_000_000_00, 700],
  [null, 300],
);

const CHANGSHA_SOURCE = {
  title: '长沙联合产权交易所国有资产交易业务收费标准',
  urls: ['http://www.vipmailcard.com/jiaoyizhinan/jiaoyixuzhi/2022-09-19/2289.html'],
} as const;

const CHANGSHA_ONLINE = schedule({
  id: 'changsha-equity-exchange-online',
  title: '长沙联合产权交易所国有资产 网络竞价',
  platform: 'csuaee',
  confidence: 'documented',
  source: source({ ...CHANGSHA_SOURCE, quality: 'stored mirror copy, page dated 2022-09-19' }),
  effectiveFrom: day('2022-09-19'),
  when: { ownerKinds: ['state'], saleMethods: ['online_bidding'] },
  lotMinimum: { fen: fen(3_600_00), shortfallPayer: 'buyer' },
  notes: [
    'Floor 3,600 yuan per lot: the page does not say whether it is both sides together; modelled as lot total, shortfall to the buyer (assumption).',
  ],
  components: [
    service('seller', SELLER_TABLE),
    service(
      'buyer',
      marginal(
        [30_000_000_00, 32_000],
        [60_000_000_00, 24_000],
        [100_000_000_00, 14_000],
        [500_000_000_00, 6_000],
        [null, 3_000],
      ),
    ),
  ],
});

const CHANGSHA_AGREEMENT = schedule({
  id: 'changsha-equity-exchange-agreement',
  title: '长沙联合产权交易所国有资产 协议转让',
  platform: 'csuaee',
  confidence: 'documented',
  source: source({
    ...CHANGSHA_SOURCE,
    quality:
      'excerpt ends after the 10,000-50,000 wan tier; the top tier 0.03% is carried over from the online table (assumption)',
  }),
  effectiveFrom: day('2022-09-19'),
  when: { ownerKinds: ['state'], saleMethods: ['agreement'] },
  lotMinimum: { fen: fen(2_000_00), shortfallPayer: 'buyer' },
  components: [service('seller', SELLER_TABLE), service('buyer', SELLER_TABLE)],
});

const VEHICLES_SLAB = schedule({
  id: 'hybm-vehicles-slab',
  title: '拍卖行车辆佣金(全额档位)',
  platform: 'auction_house',
  confidence: 'documented',
  source: source({
    title: '佣金收入 收取比例',
    urls: ['http://hybmbc.cn/index/news/index/cid/12.html'],
    quality: "an auction house's own page",
  }),
  when: { assetClasses: ['vehicle'] },
  notes: [
    'A slab (whole price at one rate): the fee jumps at the edge, e.g. 100,000 -> 5,000.00 but 100,000.01 -> 10,000.00. Never implement as marginal.',
  ],
  components: [
    component({
      code: 'buyer_commission',
      payer: 'buyer',
      category: 'commission',
      base: 'hammer',
      formula: {
        type: 'slab',
        bands: [
          { upToFen: fen(10_000_00), flatFen: fen(500_00) },
          { upToFen: fen(30_000_00), flatFen: fen(1_000_00) },
          { upToFen: fen(50_000_00), flatFen: fen(2_000_00) },
          { upToFen: fen(100_000_00), ratePpm: ppm(50_000) },
          { upToFen: null, ratePpm: ppm(100_000) },
        ],
      },
    }),
  ],
});

function softwareUse(code: string, of: Pick<FeeComponent, 'base' | 'when'>): FeeComponent {
  return component({ code, payer: 'buyer', category: 'software_service', formula: percent(1_500), ...of });
}

const TWELVE_MONTHS_RENT = schedule({
  id: 'software-fee-15bp-12m-rent',
  title: '拍卖平台软件使用费 0.15%,租赁权按12个月租金计',
  platform: 'unnamed_platform',
  confidence: 'documented',
  source: source({
    title: '商铺物业租赁权拍卖公告 2025-07-02',
    urls: ['http://m.tangqifeng.com/read-612105722.html'],
    quality: 'platform name is blanked in the stored copy',
  }),
  notes: ["Documents the rule that lease fees are on 12 months' rent, not on the whole term."],
  components: [
    softwareUse('software_use', { base: 'hammer', when: { tradeKinds: ['transfer'] } }),
    softwareUse('software_use_lease', { base: 'rent_12_months', when: { tradeKinds: ['lease'] } }),
  ],
});

/** Published schedules of platforms we have no adapter for: exchanges and auction houses. */
export const publishedFees: readonly FeeSchedule[] = [
  CHANGSHA_ONLINE,
  CHANGSHA_AGREEMENT,
  VEHICLES_SLAB,
  TWELVE_MONTHS_RENT,
];
