import { dayText, momentText } from '#shared/domain/rules/date-words.ts';
import type { Moment } from '#shared/domain/rules/periods.ts';
import type { RuleConfidence } from '#shared/domain/rules/rule.ts';
import type { Due, MilestoneStanding } from '#shared/domain/settlement/standing.ts';
import { UNKNOWN } from '../../../words.ts';
import { MILESTONE_STATE_NAMES } from './words.ts';

const CONFIDENCE_TEXT: Readonly<Record<RuleConfidence, string>> = {
  verified_text: '依据原文',
  stored_secondary: '据公开转载',
  own_knowledge: '凭记忆,待核',
  assumption: '默认值,待主管部门确认',
};

/** A moment as it was reported or recorded. */
export function said(moment: Moment | null): string {
  return moment === null ? UNKNOWN : momentText(moment);
}

/** When something is due, by what, and how sure that is. */
export function DueWords({ due }: { readonly due: Due }) {
  if (due.kind === 'undetermined') {
    return (
      <>
        <span class="soft">{due.why}</span>
        {due.citation === null ? null : <span class="soft source">{due.citation}</span>}
      </>
    );
  }
  const { at, op, words, citation, confidence } = due;
  return (
    <>
      {op === 'at-most' ? `最迟${momentText(at)}` : `最早${momentText(at)}`}
      <span class="soft source">
        {words},{citation}
        {/待确认|待核/.test(citation) ? '' : `(${CONFIDENCE_TEXT[confidence]})`}
      </span>
    </>
  );
}

/** How a milestone stands, in words; what is late stands out. */
export function StateWords({ state, on }: Pick<MilestoneStanding, 'state' | 'on'>) {
  if (state === 'undetermined' && on === null) return <span>未办理</span>;
  const isWrong = state === 'overdue' || state === 'late' || state === 'short';
  return isWrong ? (
    <strong class="error">{MILESTONE_STATE_NAMES[state]}</strong>
  ) : (
    <span>{MILESTONE_STATE_NAMES[state]}</span>
  );
}

/** What is due next, in one line of a list. */
export function nextDue({ due }: MilestoneStanding): string {
  return due.kind === 'due' ? `最迟${dayText(due.at)}` : due.why;
}
