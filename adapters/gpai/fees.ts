import { component, marginal, schedule, source } from '#shared/domain/fees/declare.ts';
import type { FeeSchedule } from '#shared/domain/fees/schedule.ts';
import { fen } from '#shared/domain/money.ts';
import { manifest } from './manifest.ts';

/** 佣金 of sales for the courts of Shanghai; elsewhere each lot's notice says it. */
export const fees: readonly FeeSchedule[] = [
  schedule({
    id: 'gpai-shanghai-court',
    title: '公拍网 上海法院标的佣金',
    platform: manifest.id,
    confidence: 'documented',
    source: source({
      title: '公拍网帮助页 佣金',
      urls: ['http://www.gpai.net/sf/help.do?Action=commission'],
      quality: "platform's own page, stored copy",
    }),
    when: { regionPrefixes: ['31'], saleKinds: ['judicial_entrusted'] },
    notes: ["Outside Shanghai: as stated in each lot's notice."],
    components: [
      component({
        code: 'buyer_commission',
        payer: 'buyer',
        category: 'commission',
        base: 'hammer',
        formula: marginal([2_000_000_00, 15_000], [10_000_000_00, 9_000], [null, 6_000]),
        maxFen: fen(250_000_00),
      }),
    ],
  }),
];
