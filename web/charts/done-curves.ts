import { chartFrame, lookOf, plainLine, type SeriesLook } from './style.ts';
import { chartSvg } from './svg.ts';

/** One curve: the share done from each of its steps on, in ppm, followed up to `lastTime`. */
export interface DoneCurve {
  readonly name: string;
  readonly steps: readonly { readonly time: number; readonly doneBy: number }[];
  readonly lastTime: number;
}

interface DoneChart {
  readonly curves: readonly DoneCurve[];
  /** Of the times. */
  readonly unit: string;
  /** Limits to mark. */
  readonly limits: readonly number[];
}

const PPM_PER_PERCENT = 10_000;

/** What is drawn beyond the last step, so that waiting cases of years do not press the rest to the edge. */
const ROOM = 5;

/** The end of the axis: a little beyond the last step and limit, or the longest follow-up where that comes first. */
function endOf({ curves, limits }: DoneChart): number {
  const busy = Math.max(1, ...limits, ...curves.map(({ steps }) => steps.at(-1)?.time ?? 0));
  const longest = Math.max(1, ...limits, ...curves.map(({ lastTime }) => lastTime));
  return Math.min(longest, busy + Math.ceil(busy / ROOM));
}

function pointsOf({ steps, lastTime }: DoneCurve, end: number): [number, number][] {
  const points = [...steps, { time: Math.min(lastTime, end), doneBy: steps.at(-1)?.doneBy ?? 0 }];
  return [[0, 0], ...points.map(({ time, doneBy }): [number, number] => [time, doneBy / PPM_PER_PERCENT])];
}

const LIMIT_LOOK: SeriesLook = { color: 'var(--edge)', dash: 'solid', symbol: 'circle' };

function limitLine(limit: number) {
  const data: [number, number][] = [
    [limit, 0],
    [limit, 100],
  ];
  return { ...plainLine('时限', LIMIT_LOOK, 1), data };
}

/** Draws how the share of cases done (已办结) rises with time, by the Kaplan–Meier estimate, one curve each. */
export function doneCurves(id: string, chart: DoneChart): string {
  const { curves, unit, limits } = chart;
  const end = endOf(chart);
  const lines = curves.map((curve, index) => ({
    ...plainLine(curve.name, lookOf(index)),
    step: 'end' as const,
    data: pointsOf(curve, end),
  }));
  const marks = limits.map(limitLine);
  const frame = chartFrame(
    { name: unit, min: 0, max: end },
    { name: '已办结的比例', min: 0, max: 100, format: (value) => `${value}%` },
    [...new Set([...lines, ...marks].map(({ name }) => name))],
  );
  return chartSvg(id, { ...frame, series: [...lines, ...marks] });
}
