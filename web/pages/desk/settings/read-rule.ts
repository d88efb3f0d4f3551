import type { RuleOverride } from '#shared/domain/rules/override.ts';
import type { ExactRatio, TimeRule } from '#shared/domain/rules/time-rule.ts';
import { type FormReader, type FormValues, formReader, refuseFaults } from '../form-text.ts';

const DECISIONS = ['confirmed', 'changed', 'disabled'] as const;
const SEVERITIES = ['violation', 'warning'] as const;

/** Reads 2/3, 20% or 12.5% exactly. */
function readRatio(text: string): ExactRatio | undefined {
  const plain = text.replaceAll(' ', '').replace('%', '%');
  const fraction = /^(\d{1,6})\/([1-9]\d{0,5})$/.exec(plain);
  if (fraction !== null) return { n: Number(fraction[1]), d: Number(fraction[2]) };
  const percent = /^(\d{1,3})(?:\.(\d{1,2}))?%$/.exec(plain);
  if (percent === null) return undefined;
  return { n: Number(`${percent[1]}${(percent[2] ?? '').padEnd(2, '0')}`), d: 10_000 };
}

function readNumber(form: FormReader, rule: TimeRule): number | null {
  const value = rule.kind === 'threshold' ? form.yuan('value') : form.whole('value', 0, 36_500);
  if (value === null) form.fault('value', '请填写新的数值');
  return value;
}

function changedValue(form: FormReader, rule: TimeRule): RuleOverride['value'] {
  if (rule.kind === 'flag') form.fault('decision', '这条规则没有数值,只能确认或停用');
  if (rule.kind === 'flag') return null;
  if (rule.kind !== 'ratio') return readNumber(form, rule);
  const ratio = readRatio(form.text('value') ?? '');
  if (ratio === undefined) form.fault('value', '请填写比例,如 2/3 或 20%');
  return ratio ?? null;
}

/**
 * Reads the office's decision on a rule.
 * @throws AppError `FORM.INVALID`
 */
export function readRuleForm(values: FormValues, rule: TimeRule): RuleOverride {
  const form = formReader(values);
  const decision = form.choice('decision', DECISIONS);
  if (decision === null) form.fault('decision', '请选择确认、调整或停用');
  const value = decision === 'changed' ? changedValue(form, rule) : null;
  if (decision !== 'changed' && form.text('value') !== null) form.fault('value', '只有调整数值时才填写');
  const from = form.day('from');
  if (from === null) form.fault('from', '请填写自哪天起,如 2026-05-06');
  const override = {
    rule: rule.id,
    decision: decision ?? 'confirmed',
    value,
    severity: form.choice('severity', SEVERITIES),
    reason: form.text('reason', { most: 500, required: '请填写修改理由' }) ?? '',
    source: form.text('source', { most: 500, required: '请填写依据文件' }) ?? '',
  };
  refuseFaults(form.errors);
  if (from === null) throw new RangeError('a form without a day has faults');
  return { ...override, from };
}
