import type { ClockUnit } from '#shared/domain/timeliness/clock.ts';
import { clockById } from '#shared/domain/timeliness/clocks.ts';
import type { ClockFigure } from '#shared/services/comparison/model-clocks.ts';
import { type DoneCurve, doneCurves } from '../../charts/done-curves.ts';
import { Chart } from './chart.tsx';
import type { PartProps } from './view.ts';

const AXIS_TEXT: Readonly<Record<ClockUnit, string>> = { 'working-days': '工作日', hours: '小时' };

/** How the share done rises with time on every platform; nothing where no platform's times are known exactly. */
export function DoneChart({ view: { comparison }, clock }: PartProps & { readonly clock: ClockFigure }) {
  const { clock: id, unit, limits } = clock;
  const curves = comparison.platforms.flatMap(({ name, clocks }): readonly DoneCurve[] => {
    const times = clocks.find((each) => each.clock === id)?.times;
    return times?.kind === 'times' ? [{ name, steps: times.curve, lastTime: times.lastTime }] : [];
  });
  if (curves.length === 0) return null;
  const marked = limits.map(({ limit }) => limit.value);
  return (
    <Chart
      svg={doneCurves(`clock-${id}`, { curves, unit: AXIS_TEXT[unit], limits: marked })}
      caption={`${clockById(id).name}:到某时为止已办结的比例(Kaplan–Meier估计,在办的按已等待时间计入)。只由轮询得知的平台不画曲线,见上表。`}
    />
  );
}
