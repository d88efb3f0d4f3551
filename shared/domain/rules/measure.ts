import type { WorkCalendar } from '../calendar/working-days.ts';
import { formatYuan } from '../money.ts';
import type { RuleFacts } from './facts.ts';
import { measureDuration } from './measure-duration.ts';
import type { Measured } from './measured.ts';
import type { ExactRatio, RatioRule, TimeRule } from './time-rule.ts';
import { MEASURE_WORDS } from './words.ts';

const OP_WORDS = { gte: '不低于', lte: '不高于', eq: '等于' } as const;

/** A ratio for people: a percentage with at most two decimals, cut off, and the fraction itself where that is not exact. */
export function ratioText({ n, d }: ExactRatio): string {
  const hundredths = (BigInt(n) * 10_000n) / BigInt(d);
  const text = `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`.replace(/\.?0+$/, '');
  return (BigInt(n) * 10_000n) % BigInt(d) === 0n ? `${text}%` : `${n}/${d}`;
}

function compare(op: TimeRule['op'], left: bigint, right: bigint): boolean {
  if (op === 'eq') return left === right;
  return op === 'gte' ? left >= right : left <= right;
}

function measureRatio(rule: RatioRule, facts: RuleFacts): Measured {
  const { name } = MEASURE_WORDS[rule.measure];
  const found = facts.ratios[rule.measure];
  if (found === undefined || found === null) return { kind: 'missing', missing: [name] };
  const kept = compare(rule.op, BigInt(found.n) * BigInt(rule.value.d), BigInt(rule.value.n) * BigInt(found.d));
  const sentence = `${name}为${ratioText(found)},要求${OP_WORDS[rule.op]}${ratioText(rule.value)}。`;
  return kept ? { kind: 'kept', sentence } : { kind: 'broken', sentence, earliest: null };
}

/** Holds facts against a rule whose conditions do not fail. */
export function measureRule(rule: TimeRule, facts: RuleFacts, calendar: WorkCalendar): Measured {
  switch (rule.kind) {
    case 'duration':
      return measureDuration(rule, facts, calendar);
    case 'ratio':
      return measureRatio(rule, facts);
    case 'count': {
      const { name } = MEASURE_WORDS[rule.measure];
      const found = facts.counts[rule.measure];
      if (found === undefined || found === null) return { kind: 'missing', missing: [name] };
      const sentence = `${name}为${found},要求${OP_WORDS[rule.op]}${rule.value}。`;
      if (compare(rule.op, BigInt(found), BigInt(rule.value))) return { kind: 'kept', sentence };
      return { kind: 'broken', sentence, earliest: null };
    }
    case 'flag': {
      const { name } = MEASURE_WORDS[rule.measure];
      const found = facts.flags[rule.measure];
      if (found === undefined || found === null) return { kind: 'missing', missing: [name] };
      if (found === 'nobody') return { kind: 'idle', sentence: '没有需要通知的优先权人。' };
      if (found) return { kind: 'kept', sentence: `已有${name}。` };
      return { kind: 'broken', sentence: `没有${name}。`, earliest: null };
    }
    case 'threshold': {
      // Whatever is listed here is sold on the market: the limit matters where it is not.
      const limit = rule.value === null ? '标准尚不掌握' : `标准为${formatYuan(rule.value)}元`;
      return { kind: 'kept', sentence: `本次进场公开交易,无论是否达到标准均符合(${limit})。` };
    }
  }
}
