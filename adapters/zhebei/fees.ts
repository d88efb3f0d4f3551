import { component, day, FREE, marginal, percent, schedule, source } from '#shared/domain/fees/declare.ts';
import type { FeeComponent, FeeSchedule } from '#shared/domain/fees/schedule.ts';
import { fen, ppm } from '#shared/domain/money.ts';
import { manifest } from './manifest.ts';

const VAT_WITHIN = { inclusive: true, ratePpm: ppm(60_000) } as const;

/** Commission on a lease: five percent of the first year's rent. */
function leaseCommission(of: Partial<FeeComponent>): FeeComponent {
  return component({
    code: 'buyer_commission_lease',
    payer: 'buyer',
    category: 'commission',
    base: 'first_year_rent',
    formula: percent(50_000),
    minFen: fen(500_00),
    when: { tradeKinds: ['lease', 'contract_out'] },
    ...of,
  });
}

const SALE_COMMISSION = component({
  code: 'buyer_commission_sale',
  payer: 'buyer',
  category: 'commission',
  base: 'hammer',
  formula: marginal(
    [2_000_000_00, 50_000],
    [10_000_000_00, 30_000],
    [50_000_000_00, 20_000],
    [100_000_000_00, 10_000],
    [null, 5_000],
  ),
  vat: VAT_WITHIN,
  when: { tradeKinds: ['transfer'] },
});

/** Made up for the demo: the notices are real, their commission clause was never seen. */
export const fees: readonly FeeSchedule[] = [
  schedule({
    id: 'zhebei-auction-lease',
    title: '浙北拍卖 租赁权佣金按首年租金(示例)',
    platform: manifest.id,
    confidence: 'illustrative',
    source: source({
      title: 'own design; 湖州浙北拍卖行有限公司 quotes start price as annual rent',
      urls: ['https://www.0572zbpm.com/bulletin/c-2042.html'],
      quality: 'notice stored, its commission clause is not in the stored excerpt',
    }),
    effectiveFrom: day('2023-01-01'),
    components: [
      leaseCommission({ vat: VAT_WITHIN }),
      SALE_COMMISSION,
      component({ code: 'seller_commission', payer: 'seller', category: 'commission', base: 'hammer', formula: FREE }),
    ],
  }),
  schedule({
    id: 'zhebei-auction-promo-2023h2',
    title: '浙北拍卖 2023下半年进驻优惠(示例)',
    platform: manifest.id,
    confidence: 'illustrative',
    source: source({ title: 'own design (time-limited 50% off)', quality: 'illustrative' }),
    effectiveFrom: day('2023-07-01'),
    effectiveTo: day('2023-12-31'),
    priority: 200,
    notes: ['Same platform, higher priority inside its dates: selection must be by deal date.'],
    components: [leaseCommission({ discountPpm: ppm(500_000) })],
  }),
];
