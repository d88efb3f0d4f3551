import { STATE_CALENDAR } from '../calendar/working-days.ts';
import type { LocalDate } from '../time.ts';
import type { Clock, ClockLimit, ClockOwner, ClockUnit } from './clock.ts';
import type { ClockCase } from './clock-cases.ts';

/** A limit that was not kept (超期). */
export interface Breach {
  readonly lotId: string;
  readonly platform: string;
  readonly clock: string;
  readonly owner: ClockOwner;
  /** Still open past the limit, done too late, or over too soon. */
  readonly kind: 'overdue' | 'late' | 'short';
  /** False where the event was only seen, and may have come in time. */
  readonly isCertain: boolean;
  /** By how much, in the clock's unit. */
  readonly over: number;
  readonly unit: ClockUnit;
  /** The last day in time; `null` for hours, for a lower limit and where the holidays are not known. */
  readonly dueOn: LocalDate | null;
  readonly limit: ClockLimit;
}

type Excess = Pick<Breach, 'kind' | 'isCertain' | 'over'>;

function excessOf({ state }: ClockCase, { op, value: limit }: ClockLimit): Excess | undefined {
  if (state.state === 'open' && op === 'at-most' && state.elapsed > limit) {
    return { kind: 'overdue', isCertain: true, over: state.elapsed - limit };
  }
  if (state.state !== 'done') return undefined;
  if (op === 'at-most' && state.value > limit) {
    return { kind: 'late', isCertain: state.earliest > limit, over: state.value - limit };
  }
  if (op === 'at-least' && state.earliest < limit) {
    return { kind: 'short', isCertain: state.value < limit, over: limit - state.earliest };
  }
  return undefined;
}

function dueOn({ from }: ClockCase, { op, value }: ClockLimit, unit: ClockUnit): LocalDate | null {
  if (from === null || op !== 'at-most' || unit !== 'working-days') return null;
  const last = STATE_CALENDAR.lastDay(from, value);
  return last.kind === 'day' ? last.day : null;
}

/** The limits not kept among cases of one clock, those furthest over first. `overdue` ones make the overdue list. */
export function breachesOf(cases: readonly ClockCase[], clock: Clock): readonly Breach[] {
  const { id, owner, unit } = clock;
  const found = cases.flatMap((each) => {
    const { limit, lotId, platform } = each;
    const excess = limit && excessOf(each, limit);
    if (limit === undefined || excess === undefined) return [];
    return [{ lotId, platform, clock: id, owner, ...excess, unit, dueOn: dueOn(each, limit, unit), limit }];
  });
  return found.toSorted((a, b) => b.over - a.over || (a.lotId < b.lotId ? -1 : 1));
}
