import type { LotIds } from '../../domain/comparison/figure.ts';
import { type Breach, breachesOf } from '../../domain/timeliness/breaches.ts';
import type { Clock, ClockLimit } from '../../domain/timeliness/clock.ts';
import type { ClockCase } from '../../domain/timeliness/clock-cases.ts';
import type { ClockId } from '../../domain/timeliness/clocks.ts';
import { aalenJohansen } from '../../statistics/aalen-johansen.ts';
import { polledShareWithin, polledTimes } from '../../statistics/polled.ts';
import { shareWithin } from '../../statistics/share-within.ts';
import { FEWEST_COMPARED, type PpmInterval, WHOLE_PPM } from '../../statistics/units.ts';
import { isPolled, knownCases, polledOf, spellsOf } from './clock-spells.ts';
import type { ClockFigure, ClockTimes, LimitFigure } from './model-clocks.ts';

function lotsOf(cases: readonly ClockCase[], state?: ClockCase['state']['state']): LotIds {
  const wanted = state === undefined ? cases : cases.filter((each) => each.state.state === state);
  return wanted.map(({ lotId }) => lotId).sort();
}

function unknownWhy(cases: readonly ClockCase[]): ClockFigure['unknownWhy'] {
  const unknown = cases.flatMap(({ lotId, state }) => (state.state === 'unknown' ? [{ lotId, why: state.why }] : []));
  return [...Map.groupBy(unknown, ({ why }) => why)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([why, of]) => ({ why, lots: of.map(({ lotId }) => lotId).sort() }));
}

function timesOf(known: readonly ClockCase[]): ClockTimes {
  if (known.length < FEWEST_COMPARED) return { kind: 'too-few' };
  if (isPolled(known)) {
    const found = polledTimes(polledOf(known));
    if (found === null) return { kind: 'too-few' };
    const { median, p75, p90, widestGap } = found;
    return { kind: 'polled', median, p75, p90, widestGap };
  }
  const found = aalenJohansen(spellsOf(known));
  if (found === null) return { kind: 'too-few' };
  const { median, p75, p90, lastTime, undecidedAtLast, withdrawn } = found;
  const method = withdrawn === 0 ? 'kaplan-meier' : 'aalen-johansen';
  const curve = found.steps.filter(({ done }) => done > 0).map(({ time, doneBy }) => ({ time, doneBy }));
  return { kind: 'times', method, median, p75, p90, lastTime, openAtLast: undecidedAtLast, curve };
}

type Share = Pick<LimitFigure, 'share' | 'interval'>;

const UNSAID: Share = { share: null, interval: null };

/** Of a lower limit the complement counts: those not over before it. */
function rest({ low, high }: PpmInterval): PpmInterval {
  return { low: WHOLE_PPM - high, high: WHOLE_PPM - low };
}

function shareKept(cases: readonly ClockCase[], { op, value }: ClockLimit): Share {
  if (cases.length < FEWEST_COMPARED) return UNSAID;
  const isUpper = op === 'at-most';
  const by = isUpper ? value : value - 1;
  if (isPolled(cases)) {
    const within = polledShareWithin(polledOf(cases), by);
    return within === null ? UNSAID : { share: null, interval: isUpper ? within : rest(within) };
  }
  const within = shareWithin(spellsOf(cases), by);
  if (within === null) return UNSAID;
  return isUpper ? within : { share: WHOLE_PPM - within.share, interval: rest(within.interval) };
}

function limitFigure(limit: ClockLimit, cases: readonly ClockCase[], breaches: readonly Breach[]): LimitFigure {
  const broken = (holds: (breach: Breach) => boolean) =>
    breaches
      .filter(holds)
      .map(({ lotId }) => lotId)
      .sort();
  return {
    limit,
    lots: lotsOf(cases),
    broken: broken(({ isCertain }) => isCertain),
    possible: broken(({ isCertain }) => !isCertain),
    overdue: broken(({ kind }) => kind === 'overdue'),
    ...shareKept(cases, limit),
  };
}

function limitsOf(clock: Clock, known: readonly ClockCase[]): readonly LimitFigure[] {
  return clock.limits.flatMap((limit) => {
    const cases = known.filter((each) => each.limit === limit);
    return cases.length === 0 ? [] : [limitFigure(limit, cases, breachesOf(cases, clock))];
  });
}

/** One clock over its cases: how many, how long, and how its limits were kept. Never the mean of closed cases. */
export function clockFigure(clock: Clock & { readonly id: ClockId }, cases: readonly ClockCase[]): ClockFigure {
  const known = knownCases(cases);
  return {
    clock: clock.id,
    owner: clock.owner,
    unit: clock.unit,
    lots: lotsOf(cases),
    closed: lotsOf(cases, 'done'),
    open: lotsOf(cases, 'open'),
    withdrawn: lotsOf(cases, 'withdrawn'),
    unknown: lotsOf(cases, 'unknown'),
    unknownWhy: unknownWhy(cases),
    times: timesOf(known),
    limits: limitsOf(clock, known),
  };
}
