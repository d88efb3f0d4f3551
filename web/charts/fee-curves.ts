import { chartFrame, lookOf, plainLine } from './style.ts';
import { chartSvg } from './svg.ts';

/** What each of two platforms would charge at a hammer price, in fen. */
export interface FeePoint {
  readonly hammerFen: number;
  readonly firstFen: number;
  readonly secondFen: number;
}

const FEN_PER_WAN = 1_000_000;

/** Draws the fees of two platforms over the hammer price, both in 万元. */
export function feeCurves(id: string, points: readonly FeePoint[], names: readonly [string, string]): string {
  const series = (['firstFen', 'secondFen'] as const).map((side, index) => ({
    ...plainLine(names[index] ?? '', lookOf(index)),
    data: points.map((point): [number, number] => [point.hammerFen / FEN_PER_WAN, point[side] / FEN_PER_WAN]),
  }));
  const frame = chartFrame({ name: '成交价(万元)', min: 0 }, { name: '费用(万元)', min: 0 }, names);
  return chartSvg(id, { ...frame, series });
}
