import { component, day, FREE, marginal, schedule, service, source } from '#shared/domain/fees/declare.ts';
import type { FeeSchedule } from '#shared/domain/fees/schedule.ts';
import { fen } from '#shared/domain/money.ts';

const HESHAN = schedule({
  id: 'yiyang-heshan-rural',
  title: '益阳市赫山区农村产权交易中心',
  platform: 'yiyang_heshan',
  confidence: 'documented',
  source: source({
    title: '关于益阳市赫山区农村产权交易中心交易服务费收费标准的公告',
    urls: ['http://milftubed.com/articleinfo/157.html'],
    quality: 'stored mirror copy, notice dated 2022-02-17',
  }),
  effectiveFrom: day('2022-02-17'),
  when: { ownerKinds: ['collective', 'farmer'] },
  notes: ['Charged to the lessee; village collectives and farmers as sellers pay nothing.'],
  components: [
    service(
      'buyer',
      marginal([100_000_00, 12_000], [500_000_00, 10_000], [1_000_000_00, 8_000], [5_000_000_00, 6_000], [null, 2_000]),
      { minFen: fen(500_00) },
    ),
    service('seller', FREE),
  ],
});

const XUCHANG_TABLE = marginal(
  [500_000_00, 13_000],
  [1_000_000_00, 12_000],
  [5_000_000_00, 10_000],
  [10_000_000_00, 8_000],
  [20_000_000_00, 5_000],
  [null, 3_000],
);

const XUCHANG = schedule({
  id: 'xuchang-rural',
  title: '许昌市农村产权流转交易收费',
  platform: 'xuchang',
  confidence: 'documented',
  source: source({
    title: '《许昌市农村产权流转交易收费管理办法(试行)》',
    number: '许农产权〔2025〕1号',
    urls: ['https://xuchang.gov.cn/zcwdpt/039015/20251226/8e7bcc73-1fb8-4ddf-a2ca-38c71ea95ee7.html'],
    quality: 'official government Q&A with its own worked example',
  }),
  effectiveFrom: day('2025-07-20'),
  notes: [
    'Both sides pay; village collectives and member farmers exempt as sellers. effectiveFrom is the date from which trading on the market became compulsory.',
  ],
  components: [
    service('buyer', XUCHANG_TABLE, { minFen: fen(200_00) }),
    service('seller', XUCHANG_TABLE, { minFen: fen(200_00), when: { ownerKinds: ['state', 'enterprise'] } }),
  ],
});

const DONGYING = schedule({
  id: 'qilu-dongying-rural',
  title: '齐鲁农村产权交易中心(东营)',
  platform: 'qilu',
  confidence: 'documented',
  source: source({
    title: '东营市批准十二类农产权可以进行市场交易(服务费标准)',
    quality: "news report of the price authority's standard; stored page without address, dated 2016-09-26",
  }),
  effectiveFrom: day('2016-09-20'),
  notes: ['Payer not stated in the report; buyer assumed.'],
  components: [
    component({
      code: 'service',
      payer: 'buyer',
      category: 'transaction_service',
      base: 'hammer',
      formula: marginal([100_000_00, 10_000], [1_000_000_00, 8_000], [10_000_000_00, 6_000], [null, 5_000]),
      minFen: fen(100_00),
    }),
  ],
});

/** Published schedules of rural property exchanges we have no adapter for. */
export const ruralFees: readonly FeeSchedule[] = [HESHAN, XUCHANG, DONGYING];
