/** How a clock ended: what it waits for was done, or it was still open (在办) at the cut-off. */
export interface Spell {
  /** From the clock's start to its end or the cut-off, in whole units of the caller: working days, or minutes. */
  readonly time: number;
  readonly ending: 'done' | 'open';
}

/** A spell that a withdrawal (撤回) may also end: then what it waited for never comes. */
export interface CompetingSpell {
  readonly time: number;
  readonly ending: 'done' | 'withdrawn' | 'open';
}

/** Times by which half, three quarters and nine tenths were done; `null` where the follow-up never gets that far. */
export interface DoneTimes {
  readonly median: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
}

/** @throws RangeError unless the time is whole and not negative: a negative time is a contradiction to be shown, not averaged */
export function checkedSpell<T extends CompetingSpell>(spell: T): T {
  if (!Number.isSafeInteger(spell.time) || spell.time < 0) throw new RangeError(`no time: ${spell.time}`);
  return spell;
}
