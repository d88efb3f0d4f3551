import type { AmountFigure } from '../../domain/comparison/amount.ts';
import type { Definition } from '../../domain/comparison/definitions.ts';
import type { CountFigure, LotIds, RateFigure } from '../../domain/comparison/figure.ts';
import type { OutcomeMeasures } from '../../domain/comparison/outcome.ts';
import type { Period } from '../../domain/comparison/period.ts';
import type { DimensionResult } from '../../domain/comparison/quality.ts';
import type { Ppm } from '../../domain/money.ts';
import type { Instant } from '../../domain/time.ts';
import type { Breach } from '../../domain/timeliness/breaches.ts';
import type { PpmInterval } from '../../statistics/units.ts';
import type { Appendix } from './model-appendix.ts';
import type { ClockFigure } from './model-clocks.ts';
import type { FeeBreakeven, FeesColumn, SaleFees, ScheduleUse } from './model-fees.ts';
import type { Headlines } from './model-headlines.ts';
import type { ComparisonRequest } from './request.ts';

/** Id of the column of the whole district (全区); every other column has its platform's id. */
export const WHOLE_DISTRICT = 'all';

/** What a year-on-year (同比) looks at, of the same days a year earlier. */
export interface YearEarlier {
  readonly sold: CountFigure;
  readonly amount: AmountFigure;
  readonly success: RateFigure;
  /** Change since, ppm: of counts and amounts in ratio, of success in points; `null` where either is of nothing. */
  readonly change: { readonly sold: Ppm | null; readonly amount: Ppm | null; readonly success: Ppm | null };
}

/** All figures of one platform, or of the whole district. */
export interface Column {
  /** `WHOLE_DISTRICT` or the platform's id: what paths to its figures begin with. */
  readonly id: string;
  /** Chinese. */
  readonly name: string;
  /** Every lot it is made of. */
  readonly lots: LotIds;
  readonly outcome: OutcomeMeasures;
  /** 95 % interval (Wilson) of the official success rate, ppm; `null` below ten completed lots. */
  readonly successInterval: PpmInterval | null;
  readonly lastYear: YearEarlier;
  readonly fees: FeesColumn;
  /** One per clock, in the order of `CLOCKS`. */
  readonly clocks: readonly ClockFigure[];
  /** One per dimension. */
  readonly quality: readonly DimensionResult[];
}

/** The figures of a township, or of one platform in it. */
export interface TownshipCell {
  /** `WHOLE_DISTRICT` or the platform's id. */
  readonly column: string;
  readonly sold: CountFigure;
  readonly completed: CountFigure;
  readonly success: RateFigure;
  readonly amount: AmountFigure;
}

/** A township (镇街) with a cell for all platforms together, then one per platform in the order of the columns. */
export interface TownshipRow {
  /** Nine digits; `unknown` for lots that do not say theirs. */
  readonly code: string;
  /** Chinese; the code where it is not a township of the district. */
  readonly name: string;
  readonly all: TownshipCell;
  readonly platforms: readonly TownshipCell[];
}

/**
 * The comparison (比较): everything that pages, reports, API and command line say, made once by `compare`. Plain JSON.
 * Every number of lots is the length of a list of their ids; `pathTo` names each list and `lotsBehind` finds it again.
 */
export interface Comparison {
  readonly request: ComparisonRequest;
  readonly definitionsVersion: string;
  /** Identifies the facts; with the request and the definitions it identifies every figure. */
  readonly factsHash: string;
  /** 数据截至: source time of the newest fact; `null` without facts. */
  readonly dataAsOf: Instant | null;
  /** The cut-off up to which open cases are followed. */
  readonly asOf: Instant;
  readonly all: Column;
  /** One per platform that the facts know, by id; a platform without a lot that counts has empty figures. */
  readonly platforms: readonly Column[];
  readonly lastYearPeriod: Period;
  /** Townships of the district with a lot that counts, by code; lots without one last. */
  readonly townships: readonly TownshipRow[];
  /** Limits not kept, those furthest over first, clock by clock. */
  readonly overdue: readonly Breach[];
  readonly headlines: Headlines;
  /** Every sale with what each platform would have charged on it, by lot id. */
  readonly sales: readonly SaleFees[];
  readonly breakevens: readonly FeeBreakeven[];
  /** Fee schedules that priced a sale, by platform and id. */
  readonly schedules: readonly ScheduleUse[];
  readonly appendix: Appendix;
  /** In the period, but whether they count is not known. */
  readonly unclear: LotIds;
  /** They count, but nothing places them in a period. */
  readonly undated: LotIds;
  /** Market reference (市场参考) of the period: in no figure. */
  readonly reference: LotIds;
  /** Every definition used (指标解释), in the order of first use. */
  readonly definitions: readonly Definition[];
}
