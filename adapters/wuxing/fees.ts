import { component, day, FREE, marginal, percent, schedule, service, source } from '#shared/domain/fees/declare.ts';
import type { FeeSchedule } from '#shared/domain/fees/schedule.ts';
import { fen } from '#shared/domain/money.ts';
import { manifest } from './manifest.ts';

/** Made up for the demo, in the spirit of "the village pays nothing": no fee document of this platform was found. */
export const fees: readonly FeeSchedule[] = [
  schedule({
    id: 'wuxing-district-collective',
    title: '吴兴区公共资产网络交易平台 集体资产(示例)',
    platform: manifest.id,
    confidence: 'illustrative',
    source: source({
      title: "own design, in the spirit of 'village pays nothing'",
      quality: 'no fee document of this platform was found',
    }),
    effectiveFrom: day('2023-01-01'),
    when: { ownerKinds: ['collective'], regionPrefixes: ['330502'] },
    components: [
      service('seller', FREE),
      component({
        code: 'buyer_service_lease',
        payer: 'buyer',
        category: 'transaction_service',
        base: 'first_year_rent',
        formula: percent(5_000),
        minFen: fen(100_00),
        maxFen: fen(3_000_00),
        when: { tradeKinds: ['lease', 'contract_out'] },
      }),
      component({
        code: 'buyer_service_transfer',
        payer: 'buyer',
        category: 'transaction_service',
        base: 'hammer',
        formula: marginal([1_000_000_00, 5_000], [10_000_000_00, 3_000], [null, 1_000]),
        minFen: fen(100_00),
        maxFen: fen(20_000_00),
        when: { tradeKinds: ['transfer'] },
      }),
    ],
  }),
];
