import { describe, expect, it } from 'vitest';
import { doneCurves } from '#web/charts/done-curves.ts';
import { feeCurves } from '#web/charts/fee-curves.ts';
import { funnelPlot } from '#web/charts/funnel-plot.ts';

const HOSTILE = '甲" style="x"><script>alert(1)</script>';
const LIMITS = { inner: { low: 400_000, high: 800_000 }, outer: { low: 300_000, high: 900_000 } };

const CHARTS = [
  [
    'of clocks',
    (id: string) =>
      doneCurves(id, {
        curves: [
          { name: HOSTILE, steps: [{ time: 1, doneBy: 250_000 }], lastTime: 9 },
          { name: '乙', steps: [], lastTime: 4 },
        ],
        unit: '个工作日',
        limits: [3],
      }),
  ],
  [
    'of fees',
    (id: string) =>
      feeCurves(
        id,
        [
          { hammerFen: 0, firstFen: 0, secondFen: 500_00 },
          { hammerFen: 10_000_000_00, firstFen: 100_000_00, secondFen: 50_000_00 },
        ],
        [HOSTILE, '乙'],
      ),
  ],
  [
    'of a funnel',
    (id: string) =>
      funnelPlot(id, {
        units: [{ of: 'platform', name: HOSTILE, cases: 40, rate: 600_000, isNamed: true }],
        limits: [5, 50].map((cases) => ({ cases, ...LIMITS })),
        district: 600_000,
      }),
  ],
] as const;

describe.each(CHARTS)('the chart %s', (_, draw) => {
  it('carries nothing that a strict content policy refuses', () => {
    const svg = draw('one');

    expect(svg).toMatch(/^<svg class="chart" viewBox="0 0 \d+ \d+" aria-hidden="true">.*<\/svg>$/s);
    expect(svg.replaceAll(/>[^<]*</g, '><')).not.toMatch(/style|script|onload|ecmeta/);
  });

  it('shows names from outside as text', () => {
    expect(draw('one')).toContain('&lt;script&gt;');
    expect(draw('one')).not.toContain('<script');
  });

  it('is drawn the same again, whatever was drawn before', () => {
    const first = draw('one');
    draw('other');

    expect(draw('one')).toBe(first);
  });

  it('shares no id with another chart of the page', () => {
    const idsOf = (svg: string) => [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    const [one, other] = [idsOf(draw('one')), idsOf(draw('other'))];

    expect(one.filter((id) => other.includes(id))).toEqual([]);
    for (const [, id] of draw('one').matchAll(/url\(#([^)]*)\)/g)) expect(one).toContain(id);
  });
});

/** Points of the only curve drawn, across and down. */
function pointsOf(svg: string): readonly (readonly number[])[] {
  const path = /<g clip-path[^>]*><path d="([^"]*)"/.exec(svg)?.[1] ?? '';
  return path
    .split(/[ML]/)
    .slice(1)
    .map((point) => point.split(' ').map(Number));
}

function oneCurve(steps: readonly { time: number; doneBy: number }[], lastTime: number): string {
  return doneCurves('c', { curves: [{ name: '甲', steps, lastTime }], unit: '小时', limits: [] });
}

describe('the curve of a clock', () => {
  it('rises at the time of each step and never falls', () => {
    const points = pointsOf(
      oneCurve(
        [
          { time: 5, doneBy: 400_000 },
          { time: 10, doneBy: 1_000_000 },
        ],
        10,
      ),
    );
    const [left = 0] = points[0] ?? [];
    const [right = 0] = points.at(-1) ?? [];
    const rises = points.slice(1).filter(([, down = 0], index) => down < (points[index]?.[1] ?? 0));

    expect(rises.map(([across = 0]) => Math.round((across - left) / ((right - left) / 10)))).toEqual([5, 10]);
    expect(points.every(([, down = 0], index) => index === 0 || down <= (points[index - 1]?.[1] ?? 0))).toBe(true);
  });

  it('is not pressed to the edge by cases that wait for long', () => {
    const across = (svg: string) => pointsOf(svg).map(([x = 0]) => Math.round(x));
    const steps = [{ time: 10, doneBy: 900_000 }];

    expect(across(oneCurve(steps, 2000))).toEqual(across(oneCurve(steps, 12)));
  });
});
