import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/calendar/beijing-day.ts';
import { STATE_CALENDAR } from '#shared/domain/calendar/working-days.ts';
import { type LotCard, NOTHING_KNOWN } from '#shared/domain/lot-card.ts';
import { effectiveRules } from '#shared/domain/rules/effective.ts';
import { dayOf, type Moment } from '#shared/domain/rules/periods.ts';
import { limitsOf } from '#shared/domain/settlement/limits.ts';
import { MILESTONES, type Milestone } from '#shared/domain/settlement/milestone.ts';
import { nextMilestone, standingsOf, type Words } from '#shared/domain/settlement/standing.ts';
import type { StatedTerm } from '#shared/domain/settlement/stated-term.ts';
import type { Instant } from '#shared/domain/time.ts';
import { at, day } from '#test/support/desk-terms.ts';

const RULES = effectiveRules([], day('2024-06-01'));
const COLLECTIVE: LotCard = {
  ...NOTHING_KNOWN,
  tradeCategory: 'collective',
  jurisdiction: '330502',
  tradeKind: 'lease',
};

type Said = Partial<Record<Milestone, Partial<Words>>>;

function standings(
  said: Said,
  {
    card = COLLECTIVE,
    terms = [],
    soldAt = at('2024-05-06', 10),
    now = at('2024-06-30', 10),
  }: {
    card?: LotCard;
    terms?: readonly StatedTerm[];
    soldAt?: Instant | null;
    now?: Instant;
  } = {},
) {
  const words = Object.fromEntries(
    MILESTONES.map((each) => [each, { platform: null, recorded: null, ...said[each] }]),
  ) as Record<Milestone, Words>;
  const facts = { soldAt, words, limits: limitsOf(card, RULES, terms), hasNoDeposits: false };
  const all = standingsOf(facts, STATE_CALENDAR, now);
  return { all, of: (milestone: Milestone) => all.find((each) => each.milestone === milestone) };
}

function on(text: string): Partial<Words> {
  return { recorded: day(text) };
}

describe('the due dates of what follows a sale', () => {
  // Saturday 11 May 2024 was worked, in exchange for a day of the Labour Day holiday.
  it('are five working days from the end of publicity for the contract, by a rule that says it is an assumption', () => {
    const { of } = standings({ publicityEndsAt: on('2024-05-10') });

    expect(of('contractSignedAt')).toMatchObject({
      state: 'overdue',
      due: {
        kind: 'due',
        at: '2024-05-16',
        op: 'at-most',
        confidence: 'assumption',
        citation: '本系统默认时限(待确认)',
      },
    });
  });

  it('are not said where the start is not known, and the milestone is neither kept nor late', () => {
    const { of } = standings({ contractSignedAt: on('2024-05-20') });

    expect(of('contractSignedAt')).toMatchObject({
      state: 'undetermined',
      due: { kind: 'undetermined', why: '从结果公示期满起算,尚不知其时间' },
    });
  });

  it('are not said where no rule is known', () => {
    expect(standings({}).of('handedOverAt')?.due).toEqual({
      kind: 'undetermined',
      why: '没有查到规定的时限',
      citation: null,
    });
  });

  it('are not said by a rule of which nobody knows whether it applies', () => {
    const card: LotCard = { ...COLLECTIVE, tradeCategory: 'state', assetClass: 'equity', jurisdiction: '330502' };

    const { of } = standings({ contractSignedAt: on('2024-05-20') }, { card });

    expect(of('paidAt')).toMatchObject({ state: 'undetermined', due: { why: '尚不知是否分期付款,不能确定是否适用' } });
  });

  it('follow the term of the lot before any rule', () => {
    const term = { milestone: 'contractSignedAt', from: 'soldAt', value: 10, unit: 'calendar_day' } as const;
    const terms: readonly StatedTerm[] = [{ ...term, source: '公告第六条', document: 'x' }];

    const { of } = standings({ publicityEndsAt: on('2024-05-10'), contractSignedAt: on('2024-05-17') }, { terms });

    expect(of('contractSignedAt')).toMatchObject({
      state: 'late',
      due: { at: '2024-05-16', citation: '本标的约定:公告第六条' },
    });
  });

  it('count a publicity that was too short', () => {
    const { of } = standings({ publicityStartsAt: on('2024-05-06'), publicityEndsAt: on('2024-05-08') });

    expect(of('publicityEndsAt')).toMatchObject({ state: 'short', due: { at: '2024-05-09', op: 'at-least' } });
  });

  it('never come earlier for a later start', () => {
    const days = fc.integer({ min: 0, max: 900 }).map((offset) => addDays(day('2023-01-02'), offset));
    fc.assert(
      fc.property(days, days, (one, other) => {
        const dueFor = (start: Moment) => {
          const due = standings({ publicityEndsAt: { recorded: start } }).of('contractSignedAt')?.due;
          return due?.kind === 'due' ? dayOf(due.at) : undefined;
        };
        const [early, late] = one <= other ? [one, other] : [other, one];
        const [first, second] = [dueFor(early), dueFor(late)];
        fc.pre(first !== undefined && second !== undefined);

        expect((first ?? '') <= (second ?? '')).toBe(true);
        expect((first ?? '') > early).toBe(true);
      }),
    );
  });
});

describe('what platform and people say', () => {
  it('stands side by side: the platform counts, and the difference is named', () => {
    const { of } = standings({
      publicityEndsAt: on('2024-05-10'),
      contractSignedAt: { platform: day('2024-05-20'), recorded: day('2024-05-16') },
    });

    expect(of('contractSignedAt')).toMatchObject({
      on: '2024-05-20',
      recorded: '2024-05-16',
      differs: true,
      state: 'late',
    });
  });

  it('does not differ where one names the day and the other the moment in it', () => {
    const { of } = standings({ paidAt: { platform: at('2024-05-20', 15), recorded: day('2024-05-20') } });

    expect(of('paidAt')?.differs).toBe(false);
  });
});

describe('the next milestone', () => {
  it('is the one that is due first, not the first in order', () => {
    const { all } = standings({});

    expect(nextMilestone(all)?.milestone).toBe('depositsRefundedAt');
  });

  it('is none when all is done', () => {
    const done = Object.fromEntries(MILESTONES.map((each) => [each, on('2024-05-20')])) as Said;

    expect(nextMilestone(standings(done).all)).toBeUndefined();
  });
});
