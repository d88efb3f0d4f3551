import { idsOf } from '../../domain/comparison/figure.ts';
import type { ScheduleUse } from './model-fees.ts';
import type { PricedSale } from './price-sales.ts';

/** The schedules that priced a sale, each with those sales. */
export function schedulesUsed(priced: readonly PricedSale[]): readonly ScheduleUse[] {
  const uses = priced.flatMap(({ lot, fees }) =>
    [...fees.values()].flatMap(({ charged }) => (charged === null ? [] : [{ lot, schedule: charged.schedule }])),
  );
  return [...Map.groupBy(uses, ({ schedule }) => schedule)]
    .map(([schedule, of]) => ({
      id: schedule.id,
      platform: schedule.platform,
      title: schedule.title,
      confidence: schedule.confidence,
      agreementNumber: schedule.agreementNumber,
      source: schedule.source.title,
      effectiveFrom: schedule.effectiveFrom,
      effectiveTo: schedule.effectiveTo,
      lots: idsOf(of.map(({ lot }) => lot)),
    }))
    .toSorted((a, b) => (`${a.platform}|${a.id}` < `${b.platform}|${b.id}` ? -1 : 1));
}
