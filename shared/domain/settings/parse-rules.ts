import type { RuleOverride } from '../rules/override.ts';
import type { ExactRatio, TimeRule } from '../rules/time-rule.ts';
import { TIME_RULES } from '../rules/time-rules.ts';
import { type DataReader, MOST_FEN } from './parse.ts';

const DECISIONS = ['confirmed', 'disabled', 'changed'] as const;
const SEVERITIES = ['violation', 'warning'] as const;

function readRatio(data: DataReader): ExactRatio {
  const ratio = { n: data.at('n').whole(0, 1_000_000), d: data.at('d').whole(1, 1_000_000) };
  if (!data.isObject()) data.fault('应为比例,如 2/3 或 20%');
  return ratio;
}

function readValue(data: DataReader, rule: TimeRule): RuleOverride['value'] {
  if (rule.kind === 'ratio') return readRatio(data);
  if (rule.kind === 'flag') {
    data.fault('这条规则没有数值,只能确认或停用');
    return null;
  }
  return rule.kind === 'threshold' ? data.whole(0, MOST_FEN) : data.whole(0, 36_500);
}

function readOverride(data: DataReader): RuleOverride {
  const id = data.at('rule').text(60);
  const rule = TIME_RULES.find((each) => each.id === id);
  if (rule === undefined) data.at('rule').fault('没有这条规则');
  const decision = data.at('decision').oneOf(DECISIONS);
  const value = decision === 'changed' && rule !== undefined ? readValue(data.at('value'), rule) : null;
  if (decision !== 'changed' && !data.at('value').isNull()) data.at('value').fault('只有调整时才填写数值');
  return {
    rule: id,
    decision,
    value,
    severity: data.at('severity').isNull() ? null : data.at('severity').oneOf(SEVERITIES),
    reason: data.at('reason').text(),
    source: data.at('source').text(),
    from: data.at('from').day(),
  };
}

/** Reads the office's decisions on rules; of one rule there is at most one a day. */
export function readOverrides(data: DataReader): readonly RuleOverride[] {
  const overrides = data.each(readOverride);
  const days = overrides.map(({ rule, from }) => `${rule} ${from}`);
  const twice = days.findIndex((day, index) => days.indexOf(day) < index);
  if (twice !== -1) data.at(twice).at('from').fault('这条规则在同一天已有另一项决定');
  return overrides;
}
