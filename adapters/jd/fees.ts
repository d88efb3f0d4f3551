import { component, day, marginal, schedule, source } from '#shared/domain/fees/declare.ts';
import type { FeeSchedule } from '#shared/domain/fees/schedule.ts';
import { fen } from '#shared/domain/money.ts';
import { manifest } from './manifest.ts';

/** 技术服务费: the terms are documented, the rates are a placeholder, so the whole is illustrative. */
export const fees: readonly FeeSchedule[] = [
  schedule({
    id: 'jd-asset-2022',
    title: '京东拍卖资产类目技术服务费',
    platform: manifest.id,
    confidence: 'illustrative',
    source: source({
      title: '京东拍卖资产类目资费标准(2022-07-26发布,2022-08-02生效)',
      urls: ['https://dianpusou.com/?p=7918'],
      quality:
        'terms documented (7-day payment, no fee on unsold/withdrawn/suspended, platform use fee 0, merchant deposit 50,000 for ordinary merchants, 0 for financial institutions); the rate table is missing from the stored copy, so the rate here is a placeholder',
    }),
    effectiveFrom: day('2022-08-02'),
    components: [
      component({
        code: 'tech_service',
        payer: 'seller',
        category: 'software_service',
        base: 'hammer',
        formula: marginal([10_000_000_00, 10_000], [null, 5_000]),
        maxFen: fen(2_000_000_00),
        dueWithin: { n: 7, unit: 'calendar_day', from: 'deal_confirmed' },
      }),
    ],
  }),
];
