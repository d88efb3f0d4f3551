import { amountFigure } from '../../domain/comparison/amount.ts';
import { toPpm } from '../../domain/comparison/exact.ts';
import { countFigure, idsOf, rateFigure } from '../../domain/comparison/figure.ts';
import { outcomeMeasures } from '../../domain/comparison/outcome.ts';
import { outcomeGroups } from '../../domain/comparison/outcome-groups.ts';
import { qualityOf } from '../../domain/comparison/quality.ts';
import type { RoundFacts } from '../../domain/comparison/round-facts.ts';
import { type Ppm, ppm } from '../../domain/money.ts';
import type { Instant } from '../../domain/time.ts';
import type { ClockCase } from '../../domain/timeliness/clock-cases.ts';
import { CLOCKS, type ClockId } from '../../domain/timeliness/clocks.ts';
import { wilsonInterval } from '../../statistics/proportion.ts';
import { FEWEST_COMPARED } from '../../statistics/units.ts';
import { clockFigure } from './clock-column.ts';
import { feesColumn } from './fees-column.ts';
import { type Column, WHOLE_DISTRICT, type YearEarlier } from './model.ts';
import type { PricedSale } from './price-sales.ts';

/** What columns are made of, of the whole district. */
export interface ColumnBasis {
  readonly lots: readonly RoundFacts[];
  readonly lastYear: readonly RoundFacts[];
  readonly priced: readonly PricedSale[];
  readonly cases: ReadonlyMap<ClockId, readonly ClockCase[]>;
  readonly asOf: Instant;
}

/** No amount grows by more than this; beyond it the rate would leave the safe integers. */
const BEYOND_BELIEF = 1_000_000_000n;

/** How much `now` lies above `before`; `null` where there was nothing, or the growth is beyond belief. */
function changeOf(now: number, before: number): Ppm | null {
  const [n, d] = [BigInt(now) - BigInt(before), BigInt(before)];
  return before === 0 || n > d * BEYOND_BELIEF ? null : toPpm({ n, d });
}

function yearEarlier(lots: readonly RoundFacts[], { sold, amount, success }: Column['outcome']): YearEarlier {
  const groups = outcomeGroups(lots);
  const before = {
    sold: countFigure('sold', groups.sold),
    amount: amountFigure(groups.sold),
    success: rateFigure('success-official', groups.sold, groups.completed),
  };
  const [rate, rateBefore] = [success.official.rate, before.success.rate];
  return {
    ...before,
    change: {
      sold: changeOf(sold.lots.length, before.sold.lots.length),
      amount: changeOf(amount.fen, before.amount.fen),
      success: rate === null || rateBefore === null ? null : ppm(rate - rateBefore),
    },
  };
}

function successInterval({ success }: Column['outcome']): Column['successInterval'] {
  const { part, whole } = success.official;
  return whole.length < FEWEST_COMPARED ? null : wilsonInterval({ hits: part.length, total: whole.length });
}

/** Makes the column of a platform, or of the whole district where `platform` is `null`. */
export function columnOf(basis: ColumnBasis, platform: string | null, name: string): Column {
  const isOwn = (of: { readonly platform: string }) => platform === null || of.platform === platform;
  const lots = basis.lots.filter(isOwn);
  const outcome = outcomeMeasures(lots);
  return {
    id: platform ?? WHOLE_DISTRICT,
    name,
    lots: idsOf(lots),
    outcome,
    successInterval: successInterval(outcome),
    lastYear: yearEarlier(basis.lastYear.filter(isOwn), outcome),
    fees: feesColumn(basis.priced, platform),
    clocks: CLOCKS.map((clock) => clockFigure(clock, (basis.cases.get(clock.id) ?? []).filter(isOwn))),
    quality: qualityOf(lots, basis.asOf),
  };
}
