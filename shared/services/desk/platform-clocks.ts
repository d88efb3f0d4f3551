import type { RoundFacts } from '../../domain/comparison/round-facts.ts';
import type { Instant } from '../../domain/time.ts';
import { clockCases, reportingOf } from '../../domain/timeliness/clock-cases.ts';
import { CLOCKS, clockById } from '../../domain/timeliness/clocks.ts';
import { clockFigure } from '../comparison/clock-column.ts';
import type { ClockTimes } from '../comparison/model-clocks.ts';
import { type OptionClock, SHOWN_CLOCKS } from './platform-option.ts';

type Median = Pick<OptionClock, 'median' | 'atMost'>;

function medianOf(times: ClockTimes): Median {
  if (times.kind === 'times') return { median: times.median, atMost: false };
  if (times.kind === 'too-few') return { median: null, atMost: false };
  const { after, by } = times.median;
  return { median: by, atMost: by !== null && by - after > 1 };
}

/** A platform's own clocks over its lots among all facts, as comparison reckons them; too few lots give no figure. */
export function platformClocks(platform: string, facts: readonly RoundFacts[], asOf: Instant): readonly OptionClock[] {
  const own = facts.filter((lot) => lot.platform === platform);
  const reporting = reportingOf(facts, CLOCKS);
  return SHOWN_CLOCKS.map((id) => {
    const { name, unit } = clockById(id);
    const clock = { ...clockById(id), id };
    const figure = clockFigure(clock, clockCases(own, clock, asOf, reporting));
    const lots = figure.lots.length - figure.unknown.length;
    return { clock: id, name, unit, ...medianOf(figure.times), lots };
  });
}
