import { shareOf } from '../../domain/comparison/exact.ts';
import { idsOf } from '../../domain/comparison/figure.ts';
import { wasSold } from '../../domain/comparison/outcome-groups.ts';
import type { RoundFacts } from '../../domain/comparison/round-facts.ts';
import { exactFunnelLimits, type FunnelLimits, funnelLimits, overdispersion } from '../../statistics/funnel.ts';
import type { Tally } from '../../statistics/tally.ts';
import type { Funnel, FunnelLine, FunnelPoint } from './model-appendix.ts';
import { nameOf, type PlatformNames } from './pairs.ts';
import { tallyOf } from './strata.ts';
import { townshipName, townshipOf } from './townships.ts';

const LINES = 40;
/** Below this the smooth limits cover everything. */
const FEWEST_ON_LINE = 5;

function signalOf(rate: number | null, limits: FunnelLimits | null): FunnelPoint['signal'] {
  if (rate === null || limits === null) return null;
  const isBeyond = ({ low, high }: FunnelLimits['inner']) => rate < low || rate > high;
  if (isBeyond(limits.outer)) return 'beyond-outer';
  return isBeyond(limits.inner) ? 'beyond-inner' : 'within';
}

function pointOf(
  of: FunnelPoint['of'],
  key: string,
  name: string,
  lots: readonly RoundFacts[],
  district: Tally,
): FunnelPoint {
  const rate = shareOf(lots.filter(wasSold).length, lots.length);
  const limits = exactFunnelLimits(district, lots.length);
  const signal = signalOf(rate, limits);
  return { of, key, name, sold: idsOf(lots.filter(wasSold)), completed: idsOf(lots), rate, limits, signal };
}

function linesOf(district: Tally, most: number, spread: number | null): readonly FunnelLine[] {
  const step = Math.max(1, Math.ceil(most / LINES));
  const cases = Array.from({ length: LINES }, (_, index) => FEWEST_ON_LINE + index * step).filter(
    (n) => n <= most + step,
  );
  return cases.flatMap((n) => {
    const limits = funnelLimits(district, n, spread ?? undefined);
    return limits === null ? [] : [{ cases: n, limits }];
  });
}

/** The funnel plot of success: platforms and townships round the district's rate. */
export function funnelOf(completed: readonly RoundFacts[], names: PlatformNames): Funnel {
  const district = tallyOf(completed);
  const sorted = <T extends string>(groups: Map<T, RoundFacts[]>) =>
    [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const platforms = sorted(Map.groupBy(completed, ({ platform }) => platform));
  const townships = sorted(Map.groupBy(completed, townshipOf));
  const spread = overdispersion(townships.map(([, lots]) => tallyOf(lots)));
  const points = [
    ...platforms.map(([id, lots]) => pointOf('platform', id, nameOf(id, names), lots, district)),
    ...townships.map(([code, lots]) => pointOf('township', code, townshipName(code), lots, district)),
  ];
  const most = points.reduce((largest, { completed: { length } }) => Math.max(largest, length), 0);
  return {
    rate: shareOf(district.hits, district.total),
    overdispersion: spread,
    points,
    lines: linesOf(district, most, spread),
  };
}
