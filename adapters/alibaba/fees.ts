import { component, marginal, schedule, source } from '#shared/domain/fees/declare.ts';
import type { FeeSchedule } from '#shared/domain/fees/schedule.ts';
import { fen } from '#shared/domain/money.ts';
import { manifest } from './manifest.ts';

/** 软件服务费 of the asset disposal channel; judicial sales have their own rules. */
export const fees: readonly FeeSchedule[] = [
  schedule({
    id: 'ali-asset-disposal',
    title: '阿里拍卖平台资产交易平台收费规则(资产处置频道,不含司法拍卖)',
    platform: manifest.id,
    confidence: 'documented',
    source: source({
      title: '《资产交易平台收费规则》(软件服务费)',
      urls: [
        'https://www.kd68.cn/ds/65fe9b6a95490000f704de46',
        'https://en.hb2b.com/ask/199017.html',
        'http://jiutoushe.net/wen/393280.html',
      ],
      quality:
        'three independent secondary pages agree on 1%/0.5%; the 2,000,000 yuan per-lot cap is in one of them; the rule text itself was not found',
    }),
    when: { ownerKinds: ['collective', 'state'], excludeSaleKinds: ['judicial'] },
    notes: [
      "Payer is 'the disposing institution or the buyer' as configured per lot; buyer is the default described. Not charged on passed-in, withdrawn or suspended lots. Buyer's deposit stays frozen until the fee is paid, so payment time is a timeliness signal.",
      'For leases the base is the *system* price: whether that is first-year or whole-term rent depends on how the seller set the lot. Keep priceBasis on the lot.',
    ],
    components: [
      component({
        code: 'software_service',
        payer: 'buyer',
        category: 'software_service',
        base: 'hammer',
        formula: marginal([10_000_000_00, 10_000], [null, 5_000]),
        maxFen: fen(2_000_000_00),
        dueWithin: { n: 30, unit: 'calendar_day', from: 'order_created' },
      }),
    ],
  }),
];
