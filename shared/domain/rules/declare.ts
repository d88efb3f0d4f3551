import type { RuleSource } from './rule.ts';
import type {
  CountRule,
  DurationRule,
  DurationUnit,
  ExactRatio,
  FlagRule,
  RatioRule,
  RuleEvent,
  ThresholdRule,
} from './time-rule.ts';

type Named<T, K extends keyof T> = Pick<T, K> & Partial<Omit<T, K>>;
type Head = 'id' | 'ruleset' | 'name' | 'source';

const HEAD = {
  note: null,
  stage: 'listing',
  op: 'gte',
  when: {},
  severity: 'violation',
  confidence: 'verified_text',
} as const;

/** Where a rule stands; whatever is not said is not known. */
export function cite(
  title: string,
  number: string | null,
  article: string | null,
  url: string | null = null,
): RuleSource {
  return { title, number, article, url };
}

/** A time that has to lie between two events, as it is usually declared: at least so long, read in the law itself. */
export function duration(
  [from, to]: readonly [RuleEvent, RuleEvent],
  [value, unit]: readonly [number, DurationUnit],
  of: Named<Omit<DurationRule, 'kind' | 'from' | 'to' | 'value' | 'unit'>, Head>,
): DurationRule {
  return {
    ...HEAD,
    counting: 'first-day-excluded',
    lastDayMoves: false,
    ...of,
    kind: 'duration',
    from,
    to,
    value,
    unit,
  };
}

/** An exact ratio a measure is held against. */
export function ratio(value: ExactRatio, of: Named<Omit<RatioRule, 'kind' | 'value'>, Head | 'measure'>): RatioRule {
  return { ...HEAD, ...of, kind: 'ratio', value };
}

/** A percentage as an exact ratio. */
export function percent(n: number): ExactRatio {
  return { n, d: 100 };
}

export function count(value: number, of: Named<Omit<CountRule, 'kind' | 'value'>, Head | 'measure'>): CountRule {
  return { ...HEAD, ...of, kind: 'count', value };
}

export function flag(of: Named<Omit<FlagRule, 'kind'>, Head | 'measure'>): FlagRule {
  return { ...HEAD, op: 'eq', ...of, kind: 'flag' };
}

/** A limit in money that a county sets. */
export function threshold(of: Named<Omit<ThresholdRule, 'kind' | 'value'>, Head>): ThresholdRule {
  return { ...HEAD, ...of, kind: 'threshold', value: null };
}
