import type { WorkCalendar } from '../calendar/working-days.ts';
import { dayText, momentText } from './date-words.ts';
import type { RuleFacts } from './facts.ts';
import type { Measured } from './measured.ts';
import { boundOf, dayOf, daysBetween, type Moment } from './periods.ts';
import type { DurationRule } from './time-rule.ts';
import { EVENT_WORDS, UNIT_WORDS } from './words.ts';

const OP_WORDS = { gte: '不少于', lte: '不超过', eq: '应为' } as const;

function required({ op, value, unit }: DurationRule): string {
  return `要求${OP_WORDS[op]}${value}${UNIT_WORDS[unit]}`;
}

/** The sentence of an unknown year: its last week is known with the next year's notice only. */
function unknownYearSentence(year: number): string {
  return `${year}年的节假日安排(含与下一年衔接的调休)尚未公布,无法计算工作日。`;
}

function isKept({ op }: DurationRule, bound: Moment, to: Moment): boolean {
  const [limit, found] = bound.length > 10 ? [bound, to] : [dayOf(bound), dayOf(to)];
  if (op === 'eq') return found === limit;
  return op === 'gte' ? found >= limit : found <= limit;
}

function between(rule: DurationRule, from: Moment, to: Moment, calendar: WorkCalendar): string {
  const [first, last] = [EVENT_WORDS[rule.from].name, EVENT_WORDS[rule.to].name];
  const days = daysBetween(rule, dayOf(from), dayOf(to), calendar);
  const span =
    days === null || days < 0
      ? ''
      : `,${rule.counting === 'whole-days' ? '共' : '相隔'}${days}${UNIT_WORDS[rule.unit]}`;
  return `${first}为${momentText(from)},${last}为${momentText(to)}${span},${required(rule)}`;
}

/** A lease is measured by its length, so that its first day need not be known. */
function measureTerm(rule: DurationRule, months: number | null): Measured {
  if (months === null) return { kind: 'missing', missing: [EVENT_WORDS.lease_end.name] };
  const limit = rule.unit === 'year' ? rule.value * 12 : rule.value;
  const sentence = `租期为${months}个月,${required(rule)}。`;
  return months <= limit ? { kind: 'kept', sentence } : { kind: 'broken', sentence, earliest: null };
}

/** Holds the time between two events against a rule; of a minimum that is not kept, says from which day on it would be. */
export function measureDuration(rule: DurationRule, facts: RuleFacts, calendar: WorkCalendar): Measured {
  if (rule.to === 'lease_end') return measureTerm(rule, facts.termMonths);
  const [from, to] = [facts.times[rule.from] ?? null, facts.times[rule.to] ?? null];
  const missing = [rule.from, rule.to].filter((event) => (facts.times[event] ?? null) === null);
  if (from === null || to === null)
    return { kind: 'missing', missing: missing.map((event) => EVENT_WORDS[event].name) };
  const bound = boundOf(rule, from, calendar);
  if (bound.kind === 'unknown-year') {
    return { kind: 'missing', missing: [`${bound.year}年节假日安排`], sentence: unknownYearSentence(bound.year) };
  }
  if (bound.kind === 'imprecise') return { kind: 'missing', missing: [`${EVENT_WORDS[rule.from].name}(精确到分)`] };
  const sentence = between(rule, from, to, calendar);
  if (isKept(rule, bound.at, to)) return { kind: 'kept', sentence: `${sentence}。` };
  if (rule.op !== 'gte') return { kind: 'broken', sentence: `${sentence}。`, earliest: null };
  const earliest = dayOf(bound.at);
  const wayOut = `${EVENT_WORDS[rule.to].name}最早可为${dayText(earliest)}`;
  return { kind: 'broken', sentence: `${sentence};${wayOut}。`, earliest };
}
