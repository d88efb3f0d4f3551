import { chartFrame, lookOf, plainLine, type SeriesLook, STILL } from './style.ts';
import { chartSvg } from './svg.ts';

/** Limits round the district's rate for so many cases; ppm. */
export interface FunnelPoint {
  readonly cases: number;
  readonly inner: { readonly low: number; readonly high: number };
  readonly outer: { readonly low: number; readonly high: number };
}

/** One to be judged: its cases and its rate in ppm. */
export interface FunnelUnit {
  readonly of: 'platform' | 'township';
  readonly name: string;
  readonly cases: number;
  readonly rate: number;
  /** Named in the chart; the rest is in the table beside it. */
  readonly isNamed: boolean;
}

const PPM_PER_PERCENT = 10_000;
const LIMITS = ['95%界限', '99.8%界限'] as const;

const ENDS = [
  ['inner', LIMITS[0], 'dashed'],
  ['outer', LIMITS[1], 'dotted'],
] as const;

function limitLines(limits: readonly FunnelPoint[]) {
  return ENDS.flatMap(([which, name, dash]) =>
    (['low', 'high'] as const).map((end) => ({
      ...plainLine(name, { color: 'var(--edge)', dash, symbol: 'circle' }, 1.5),
      data: limits.map((point): [number, number] => [point.cases, point[which][end] / PPM_PER_PERCENT]),
    })),
  );
}

function cloud(name: string, look: SeriesLook, units: readonly FunnelUnit[]) {
  return {
    ...STILL,
    type: 'scatter' as const,
    symbol: look.symbol,
    symbolSize: 9,
    name,
    itemStyle: { color: look.color, opacity: 1 },
    data: units.map(({ name: label, cases, rate, isNamed }) => ({
      name: label,
      value: [cases, rate / PPM_PER_PERCENT],
      label: { show: isNamed },
    })),
    label: { formatter: '{b}', position: 'top' as const, color: 'var(--ink)', fontSize: 13 },
  };
}

function pooledLine(rate: number, most: number) {
  const data = [0, most].map((cases): [number, number] => [cases, rate / PPM_PER_PERCENT]);
  return { ...plainLine('全区', { color: 'var(--ink)', dash: 'solid', symbol: 'circle' }, 1.5), data };
}

interface FunnelChart {
  readonly units: readonly FunnelUnit[];
  readonly limits: readonly FunnelPoint[];
  /** The pooled rate in ppm. */
  readonly district: number;
}

/** Draws rates over their numbers of cases within the limits of chance (漏斗图). */
export function funnelPlot(id: string, { units, limits, district }: FunnelChart): string {
  const pooled = pooledLine(district, limits.at(-1)?.cases ?? 0);
  const clouds = [
    cloud(
      '平台',
      lookOf(0),
      units.filter(({ of }) => of === 'platform'),
    ),
    cloud(
      '镇街',
      lookOf(1),
      units.filter(({ of }) => of === 'township'),
    ),
  ];
  const frame = chartFrame(
    { name: '完成竞价标的数', min: 0 },
    { name: '成交率', min: 0, max: 100, format: (value) => `${value}%` },
    [pooled.name, ...LIMITS, ...clouds.map(({ name }) => name)],
  );
  return chartSvg(id, { ...frame, series: [...limitLines(limits), pooled, ...clouds] });
}
