import type { WorkCalendar } from '../calendar/working-days.ts';
import { citationIn } from './citation.ts';
import { appliesTo } from './conditions.ts';
import type { RuleFacts } from './facts.ts';
import { measureRule } from './measure.ts';
import type { Measured } from './measured.ts';
import type { EffectiveRule } from './override.ts';
import type { Verdict, VerdictKind } from './rule.ts';
import type { TimeRule } from './time-rule.ts';
import { CONDITION_WORDS, EVENT_WORDS, MEASURE_WORDS, STAGE_SENTENCES } from './words.ts';

/**
 * What not keeping a rule amounts to. Only a text that was read, or that a stored page states, is enough to refuse a
 * submission; what we know from memory (待核) or assume (待确认) warns, until the office decides on the rule and says which.
 */
function weightOf({ rule, override }: EffectiveRule): 'breach' | 'warning' {
  if (rule.severity !== 'violation') return 'warning';
  if (override !== null && override.decision !== 'disabled') return 'breach';
  return rule.confidence === 'verified_text' || rule.confidence === 'stored_secondary' ? 'breach' : 'warning';
}

function pointerOf(rule: TimeRule): string | null {
  switch (rule.kind) {
    case 'duration':
      return EVENT_WORDS[rule.to].pointer;
    case 'threshold':
      return '/startPriceFen';
    default:
      return MEASURE_WORDS[rule.measure].pointer;
  }
}

type Said = Partial<Pick<Verdict, 'earliest' | 'missing'>>;

function verdict(effective: EffectiveRule, kind: VerdictKind, sentence: string, said: Said = {}): Verdict {
  const { rule } = effective;
  return {
    rule: rule.id,
    kind,
    sentence: `${rule.name}:${sentence}`,
    citation: citationIn(effective),
    confidence: rule.confidence,
    pointer: pointerOf(rule),
    earliest: null,
    missing: [],
    ...said,
  };
}

function undetermined(effective: EffectiveRule, missing: readonly string[], sentence?: string): Verdict {
  return verdict(effective, 'undetermined', sentence ?? `尚缺${missing.join('、')},无法核对。`, { missing });
}

function weigh(effective: EffectiveRule, measured: Measured, unknown: readonly string[]): Verdict {
  switch (measured.kind) {
    // What is kept is in order whether the rule applies or not.
    case 'kept':
      return verdict(effective, 'ok', measured.sentence);
    case 'idle':
      return verdict(effective, 'not-applicable', measured.sentence);
    case 'missing':
      if (unknown.length > 0) return undetermined(effective, [...new Set([...unknown, ...measured.missing])]);
      return undetermined(effective, measured.missing, measured.sentence);
    case 'broken': {
      const { sentence, earliest } = measured;
      if (unknown.length === 0) return verdict(effective, weightOf(effective), sentence, { earliest });
      const open = `${sentence.replace(/。$/, '')};尚不知${unknown.join('、')},无法判断是否违反。`;
      return verdict(effective, 'undetermined', open, { earliest, missing: unknown });
    }
  }
}

/** Says what one rule says of facts: never `ok` for what is not known. */
export function evaluateRule(effective: EffectiveRule, facts: RuleFacts, calendar: WorkCalendar): Verdict {
  const { rule, override } = effective;
  if (override?.decision === 'disabled') {
    return verdict(effective, 'not-applicable', `已由交易中心停用(${override.reason})。`);
  }
  const applies = appliesTo(rule.when, facts);
  if (applies.kind === 'no') {
    return verdict(effective, 'not-applicable', `不适用,${CONDITION_WORDS[applies.because].fails}。`);
  }
  if (rule.stage !== facts.stage) return verdict(effective, 'not-applicable', STAGE_SENTENCES[rule.stage]);
  const unknown = applies.unknown.map((name) => CONDITION_WORDS[name].name);
  return weigh(effective, measureRule(rule, facts, calendar), unknown);
}
