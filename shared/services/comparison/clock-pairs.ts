import type { LotIds } from '../../domain/comparison/figure.ts';
import type { ClockCase } from '../../domain/timeliness/clock-cases.ts';
import { CLOCKS, type ClockId } from '../../domain/timeliness/clocks.ts';
import { holm } from '../../statistics/holm.ts';
import { type LogRank, logRank } from '../../statistics/log-rank.ts';
import { WHOLE_PPM } from '../../statistics/units.ts';
import { verdictOn } from '../../statistics/verdict.ts';
import { isPolled, knownCases, paceOf } from './clock-spells.ts';
import { clockSentence } from './clock-words.ts';
import type { Column } from './model.ts';
import type { ClockFigure } from './model-clocks.ts';
import type { ClockPair, PairVerdict } from './model-headlines.ts';
import { overlapBetween, type PairOf, type PlatformNames, pairsOf } from './pairs.ts';

/** Two platforms on one clock, tested before the number of tests is known. */
interface Tested {
  readonly pair: PairOf;
  readonly clock: ClockId;
  readonly a: Side;
  readonly b: Side;
  readonly test: LogRank | null;
}

interface Side {
  readonly known: readonly ClockCase[];
  readonly figure: ClockFigure;
}

/** Fewer than one in twenty such differences come by chance alone, over all tests together. */
const SIGNIFICANT = WHOLE_PPM / 20;

function sideOf(clock: ClockId, cases: readonly ClockCase[], column: Column): Side {
  const figure = column.clocks.find((each) => each.clock === clock);
  if (figure === undefined) throw new RangeError(`a column without the clock ${clock}`);
  return { known: knownCases(cases).filter(({ platform }) => platform === column.id), figure };
}

/** What was only polled for has no times to test: how often we look would be compared. */
function testOf(a: Side, b: Side): LogRank | null {
  return isPolled(a.known) || isPolled(b.known) ? null : logRank(paceOf(a.known), paceOf(b.known));
}

function testedOn(
  clock: ClockId,
  cases: readonly ClockCase[],
  platforms: readonly Column[],
  names: PlatformNames,
): readonly Tested[] {
  const sides = new Map(platforms.map((column) => [column.id, sideOf(clock, cases, column)] as const));
  const shown = [...sides].filter(([, { known }]) => known.length > 0).map(([id]) => id);
  return pairsOf(shown, names).flatMap((pair) => {
    const [a, b] = [sides.get(pair.a), sides.get(pair.b)];
    return a === undefined || b === undefined ? [] : [{ pair, clock, a, b, test: testOf(a, b) }];
  });
}

function verdictOf({ a, b, test }: Tested, adjustedP: number | null): PairVerdict {
  const favours = adjustedP !== null && adjustedP < SIGNIFICANT ? (test?.quicker ?? null) : null;
  const verdict = verdictOn({ casesA: a.known.length, casesB: b.known.length, favours });
  return verdict !== 'too-few' && (isPolled(a.known) || isPolled(b.known)) ? 'not-comparable' : verdict;
}

function clockPair(tested: Tested, adjustedP: number | null): ClockPair {
  const { pair, clock, a, b, test } = tested;
  const ids = (side: Side): LotIds => side.known.map(({ lotId }) => lotId);
  const found = {
    a: pair.a,
    b: pair.b,
    clock,
    verdict: verdictOf(tested, adjustedP),
    n: { a: a.known.length, b: b.known.length },
    interval: null,
    intervalOf: null,
    overlap: overlapBetween([...ids(a), ...ids(b)], [...a.figure.unknown, ...b.figure.unknown]),
    timesA: a.figure.times,
    timesB: b.figure.times,
    limitsA: a.figure.limits,
    limitsB: b.figure.limits,
    test,
    adjustedP,
  };
  return { ...found, sentence: clockSentence(found, pair) };
}

/** Every two platforms on each of the platforms' own clocks that both show; the others' time is not theirs to answer for. */
export function clockPairs(
  casesOf: ReadonlyMap<ClockId, readonly ClockCase[]>,
  platforms: readonly Column[],
  names: PlatformNames,
): readonly ClockPair[] {
  const own = CLOCKS.filter(({ owner }) => owner === 'platform');
  const tested = own.flatMap(({ id }) => testedOn(id, casesOf.get(id) ?? [], platforms, names));
  const adjusted = holm(tested.flatMap(({ test }) => (test === null ? [] : [test.p])));
  let next = 0;
  return tested.map((each) => clockPair(each, each.test === null ? null : (adjusted[next++] ?? null)));
}
