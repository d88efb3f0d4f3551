import type { ChartOption } from './svg.ts';

/** One line or cloud of points: its colour, and how it is told apart where nothing is coloured. */
export interface SeriesLook {
  readonly color: string;
  readonly dash: 'solid' | 'dashed' | 'dotted' | readonly number[];
  readonly symbol: 'circle' | 'triangle' | 'rect' | 'diamond';
}

/** Colours are the page's own, so that charts follow the dark and the printed scheme. */
const LOOKS: readonly SeriesLook[] = [
  { color: 'var(--link)', dash: 'solid', symbol: 'circle' },
  { color: 'var(--done)', dash: 'dashed', symbol: 'triangle' },
  { color: 'var(--open)', dash: 'dotted', symbol: 'rect' },
  { color: 'var(--ink)', dash: [12, 4, 2, 4], symbol: 'diamond' },
];

/** How the n-th series looks; they repeat after the fourth. */
export function lookOf(index: number): SeriesLook {
  const look = LOOKS[index % LOOKS.length];
  if (look === undefined) throw new RangeError(`no series: ${index}`);
  return look;
}

interface AxisQuestion {
  readonly name: string;
  readonly min?: number;
  readonly max?: number;
  readonly format?: (value: number) => string;
}

const FONT_SIZE = 14;

function axis({ name, min, max, format }: AxisQuestion) {
  return {
    type: 'value' as const,
    name,
    nameTextStyle: { color: 'var(--soft)', fontSize: FONT_SIZE },
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    axisLine: { show: true, lineStyle: { color: 'var(--edge)' } },
    axisTick: { lineStyle: { color: 'var(--edge)' } },
    axisLabel: {
      color: 'var(--soft)',
      fontSize: FONT_SIZE,
      hideOverlap: true,
      ...(format === undefined ? {} : { formatter: (value: number) => format(value) }),
    },
    splitLine: { lineStyle: { color: 'var(--line)' } },
  };
}

/** The frame that all charts share: axes, and a legend of these names above them. */
export function chartFrame(x: AxisQuestion, y: AxisQuestion, names: readonly string[]): ChartOption {
  return {
    grid: { left: 8, right: 28, top: 60, bottom: 30 },
    legend: {
      data: [...names],
      top: 0,
      selectedMode: false,
      itemWidth: 36,
      textStyle: { color: 'var(--ink)', fontSize: FONT_SIZE },
    },
    xAxis: { ...axis(x), nameLocation: 'middle', nameGap: 28 },
    yAxis: {
      ...axis(y),
      nameLocation: 'end',
      nameTextStyle: { color: 'var(--soft)', fontSize: FONT_SIZE, align: 'left' },
    },
  };
}

/** What a series neither does nor shows on paper. */
export const STILL = { silent: true, emphasis: { disabled: true } } as const;

/** A line without points, which the legend would draw all the same. */
export function plainLine(name: string, { color, dash }: SeriesLook, width = 2) {
  const type = typeof dash === 'string' ? dash : [...dash];
  return {
    ...STILL,
    type: 'line' as const,
    name,
    symbol: 'none' as const,
    itemStyle: { opacity: 0 },
    lineStyle: { color, width, type },
  };
}
