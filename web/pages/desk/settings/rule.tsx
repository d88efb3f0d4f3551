import type { EffectiveRule, RuleOverride } from '#shared/domain/rules/override.ts';
import { DateInput, DeskForm, Radios, Select, Submit, TextInput } from '../form.tsx';
import { shownValue } from '../form-text.ts';
import { ReasonField, Refused, SettingsPage, VersionPanel } from './frame.tsx';
import { Source } from './rules.tsx';
import type { SettingView } from './view.ts';
import { CONFIDENCE_TEXT, DECISION_TEXT, demandText, ruleValueText, SEVERITY_TEXT } from './words.ts';

interface RuleProps extends SettingView<'rules'> {
  readonly effective: EffectiveRule;
  /** Every decision on it, the newest first. */
  readonly decisions: readonly RuleOverride[];
}

const DECISIONS = (['confirmed', 'changed', 'disabled'] as const).map((word) => [word, DECISION_TEXT[word]] as const);
const SEVERITIES = (['violation', 'warning'] as const).map((word) => [word, SEVERITY_TEXT[word]] as const);

const VALUE_HINTS = {
  duration: '只在调整数值时填写整数',
  count: '只在调整数值时填写整数',
  ratio: '只在调整数值时填写,如 2/3 或 20%',
  threshold: '金额,单位元,如 500000',
  flag: '这条规则没有数值',
} as const;

function OverrideForm({ effective: { rule }, formKey, version, refused }: RuleProps) {
  const field = (name: string, stored = '') => ({
    name,
    value: shownValue(refused?.typed, name, stored),
    error: refused?.errors[name],
  });
  return (
    <DeskForm action={`/desk/settings/rules/${rule.id}`} formKey={formKey} version={version}>
      <Radios
        name="decision"
        label="决定"
        options={DECISIONS}
        values={[shownValue(refused?.typed, 'decision', 'confirmed')]}
        error={refused?.errors['decision']}
      />
      {rule.kind === 'flag' ? null : <TextInput {...field('value')} label="新的数值" hint={VALUE_HINTS[rule.kind]} />}
      <Select {...field('severity')} label="不符合时" options={SEVERITIES} empty="按系统原有处理" />
      <DateInput {...field('from')} label="自哪天起" required />
      <TextInput {...field('source')} label="依据文件" hint="名称和文号" required />
      <ReasonField refused={refused} />
      <Submit label="保存决定" />
    </DeskForm>
  );
}

/** One rule: what it says, where it stands, and what the office decides on it. */
export function RulePage(props: RuleProps) {
  const { stored, mayEdit, refused, effective, decisions, caller, assets } = props;
  const { rule } = effective;
  return (
    <SettingsPage caller={caller} assets={assets} name="rules" title={rule.name}>
      <VersionPanel name="rules" stored={stored} />
      <dl>
        <dt>要求</dt>
        <dd>{demandText(rule)}</dd>
        <dt>出处</dt>
        <dd>
          <Source rule={rule} />
        </dd>
        <dt>核对情况</dt>
        <dd>
          {CONFIDENCE_TEXT[rule.confidence]}
          {rule.confidence === 'assumption' && effective.override === null ? <span class="badge">待确认</span> : null}
        </dd>
        <dt>不符合时</dt>
        <dd>{SEVERITY_TEXT[rule.severity]}</dd>
      </dl>
      {rule.note === null ? null : <p>{rule.note}</p>}
      {decisions.length === 0 ? null : (
        <ul>
          {decisions.map(({ from, decision, value, reason, source }) => (
            <li>
              {from} 起{DECISION_TEXT[decision]}
              {value === null ? '' : `为 ${ruleValueText(rule, value)}`}:{source};{reason}
            </li>
          ))}
        </ul>
      )}
      {mayEdit ? (
        <>
          <h2>确认、调整或停用</h2>
          <Refused refused={refused} />
          <OverrideForm {...props} />
        </>
      ) : null}
    </SettingsPage>
  );
}
