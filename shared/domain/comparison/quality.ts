import type { Ppm } from '../money.ts';
import type { Instant } from '../time.ts';
import { shareOf } from './exact.ts';
import { idsOf, type LotIds } from './figure.ts';
import { QUALITY_CHECKS, QUALITY_DIMENSIONS, type QualityCheck, type QualityDimension } from './quality-checks.ts';
import type { RoundFacts } from './round-facts.ts';

/** How lots did in one check. */
export interface CheckResult {
  /** Id of the check. */
  readonly check: string;
  readonly applicable: LotIds;
  readonly failing: LotIds;
  /** Share that passes; `null` when it applies to no lot. */
  readonly rate: Ppm | null;
}

/** How lots did in one dimension: a lot fails when it fails any of its checks. */
export interface DimensionResult {
  readonly dimension: QualityDimension;
  readonly applicable: LotIds;
  readonly failing: LotIds;
  readonly rate: Ppm | null;
  readonly checks: readonly CheckResult[];
}

/** Data quality of one platform's lots. */
export interface PlatformQuality {
  readonly platform: string;
  readonly dimensions: readonly DimensionResult[];
}

function checkOf(lots: readonly RoundFacts[], check: QualityCheck, asOf: Instant): CheckResult {
  const applicable = lots.filter((lot) => check.applies(lot, asOf));
  const failing = applicable.filter((lot) => !check.passes(lot, asOf));
  const rate = shareOf(applicable.length - failing.length, applicable.length);
  return { check: check.id, applicable: idsOf(applicable), failing: idsOf(failing), rate };
}

function dimensionOf(lots: readonly RoundFacts[], dimension: QualityDimension, asOf: Instant): DimensionResult {
  const checks = QUALITY_CHECKS.filter((check) => check.dimension === dimension).map((check) =>
    checkOf(lots, check, asOf),
  );
  const applicable = [...new Set(checks.flatMap((check) => check.applicable))].sort();
  const failing = [...new Set(checks.flatMap((check) => check.failing))].sort();
  const rate = shareOf(applicable.length - failing.length, applicable.length);
  return { dimension, applicable, failing, rate, checks };
}

/** Data quality (数据质量) of lots in every dimension, at the cut-off. */
export function qualityOf(lots: readonly RoundFacts[], asOf: Instant): readonly DimensionResult[] {
  return QUALITY_DIMENSIONS.map((dimension) => dimensionOf(lots, dimension, asOf));
}

/** Data quality platform by platform, by platform id. */
export function qualityByPlatform(lots: readonly RoundFacts[], asOf: Instant): readonly PlatformQuality[] {
  return [...Map.groupBy(lots, ({ platform }) => platform)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([platform, of]) => ({ platform, dimensions: qualityOf(of, asOf) }));
}
