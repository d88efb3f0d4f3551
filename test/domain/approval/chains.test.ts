import { describe, expect, it } from 'vitest';
import type { ApprovalChain } from '#shared/domain/approval/chain.ts';
import { checkChains } from '#shared/domain/approval/check-chains.ts';
import { DEFAULT_CHAINS } from '#shared/domain/approval/default-chains.ts';
import { chainFor, ownerPapers, stepDueOn, stepsFor } from '#shared/domain/approval/progress.ts';
import { STATE_CALENDAR } from '#shared/domain/calendar/working-days.ts';
import { missingPapers } from '#shared/domain/listing/papers.ts';
import { fen } from '#shared/domain/money.ts';
import { parseBeijing } from '#shared/domain/time.ts';

const COLLECTIVE = chainFor(DEFAULT_CHAINS, 'collective');
const STATE = chainFor(DEFAULT_CHAINS, 'state');

function names(chain: ApprovalChain, value: number | null): readonly string[] {
  return stepsFor(chain, value === null ? null : fen(value)).map(({ name }) => name);
}

describe('the chains as shipped', () => {
  it('are in order, and assumptions until the office confirms them', () => {
    expect(checkChains(DEFAULT_CHAINS)).toEqual([]);
    expect(DEFAULT_CHAINS.map(({ confirmed }) => confirmed)).toEqual([false, false]);
  });

  it('lead a collective’s listing through meeting, publicity and township to the office', () => {
    expect(names(COLLECTIVE, 999_999_99)).toEqual([
      '社管会提议',
      '成员(代表)会议表决',
      '公示',
      '镇街三资办审核',
      '交易中心受理',
    ]);
  });

  it.each([1_000_000_00, null])(
    'add the district’s bureau from the limit on, and of an unknown value (%s)',
    (value) => {
      expect(names(COLLECTIVE, value)).toContain('区农业农村局审核');
    },
  );

  it('lead a state unit’s listing over its bureau', () => {
    expect(names(STATE, 1)).toEqual(['单位申请', '主管部门、国资监管部门审批', '交易中心受理']);
  });
});

describe('the papers of a chain', () => {
  it('are those of the owner’s own steps', () => {
    expect(ownerPapers(COLLECTIVE.steps)).toEqual(['proposal', 'resolution', 'publicity-proof']);
  });

  it('are missing until one of the kind is there', () => {
    const papers = [{ kind: 'proposal', file: 'f1', note: null }] as const;

    expect(missingPapers(COLLECTIVE.steps, { papers })).toEqual(['resolution', 'publicity-proof']);
  });
});

describe('a step’s time', () => {
  it('runs in working days from the day after it began', () => {
    const since = parseBeijing('2026-09-30 10:00');
    const step = COLLECTIVE.steps.find(({ id }) => id === 'township');
    if (since === undefined || step === undefined) throw new Error('no step');

    expect(stepDueOn(step, since, STATE_CALENDAR)).toEqual({ kind: 'day', day: '2026-10-10' });
    expect(stepDueOn({ ...step, workingDays: null }, since, STATE_CALENDAR)).toBeNull();
  });
});

describe('a chain somebody edited', () => {
  const edited = (steps: ApprovalChain['steps']) =>
    checkChains([{ ...COLLECTIVE, steps }, STATE]).map((fault) => fault.detail);

  it('ends with the office', () => {
    expect(edited(COLLECTIVE.steps.slice(0, -1))).toEqual(['最后一个环节应由交易中心受理']);
  });

  it('has the owner’s own steps first', () => {
    const [first, ...rest] = COLLECTIVE.steps;
    if (first === undefined) throw new Error('no step');

    expect(edited([...rest.slice(0, -1), first, ...rest.slice(-1)])).toEqual(['产权人自己的环节应排在审核环节之前']);
  });

  it('is reviewed by the bureau of its kind of owner', () => {
    const steps = COLLECTIVE.steps.map((step) =>
      step.id === 'bureau' ? { ...step, actor: { kind: 'bureau', bureau: 'state-assets' } as const } : step,
    );

    expect(edited(steps)).toEqual(['这类产权人的主管部门应为农业农村部门']);
  });

  it('is there for both kinds of owners', () => {
    expect(checkChains([STATE])).toEqual([{ pointer: '', detail: '村集体和国有单位应各有一条审批流程' }]);
  });
});
