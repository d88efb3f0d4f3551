import { describe, expect, it } from 'vitest';
import {
  isOutcome,
  isPhase,
  isReversal,
  LOT_STATUSES,
  OUTCOMES,
  PHASES,
  STATUS_TEXT,
} from '#shared/domain/lot-status.ts';

describe('lot statuses', () => {
  it('are phases, outcomes or unknown, and never two of them', () => {
    expect([...PHASES, ...OUTCOMES, 'unknown'].sort()).toEqual([...LOT_STATUSES].sort());
    expect(LOT_STATUSES.filter((status) => isPhase(status) && isOutcome(status))).toEqual([]);
  });

  it('count an ended lot as a phase: ended is not sold', () => {
    expect(isPhase('ended')).toBe(true);
    expect(isOutcome('ended')).toBe(false);
  });

  it('have each a Chinese word of its own', () => {
    expect(Object.keys(STATUS_TEXT).sort()).toEqual([...LOT_STATUSES].sort());
    expect(new Set(Object.values(STATUS_TEXT)).size).toBe(LOT_STATUSES.length);
  });
});

describe('isReversal', () => {
  it('lets a sale end in default and nothing else follow an outcome', () => {
    const pairs = OUTCOMES.flatMap((from) => OUTCOMES.map((to) => [from, to] as const));

    const allowed = pairs.filter(([from, to]) => from !== to && !isReversal(from, to));

    expect(allowed).toEqual([['sold', 'defaulted']]);
  });

  it('takes the same outcome again for no reversal', () => {
    expect(OUTCOMES.filter((outcome) => isReversal(outcome, outcome))).toEqual([]);
  });
});
