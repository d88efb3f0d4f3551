import { citationOf } from '#shared/domain/rules/citation.ts';
import type { EffectiveRule } from '#shared/domain/rules/override.ts';
import { SettingsPage, VersionPanel } from './frame.tsx';
import type { SettingView } from './view.ts';
import { CONFIDENCE_TEXT, DECISION_TEXT, demandText, RULESET_TEXT, SEVERITY_TEXT } from './words.ts';

/** Where a rule stands, with the page it was read on. */
export function Source({ rule }: Pick<EffectiveRule, 'rule'>) {
  const { url } = rule.source;
  const cited = citationOf(rule.source);
  return <span>{url === null ? cited : <a href={url}>{cited}</a>}</span>;
}

function RuleRow({ rule, override }: EffectiveRule) {
  return (
    <tr>
      <th scope="row">
        <a href={`/desk/settings/rules/${rule.id}`}>{rule.name}</a>
        {rule.note === null ? null : <p class="soft">{rule.note}</p>}
      </th>
      <td>{demandText(rule)}</td>
      <td>
        <Source rule={rule} />
      </td>
      <td>
        {CONFIDENCE_TEXT[rule.confidence]}
        {rule.confidence === 'assumption' && override === null ? <span class="badge">待确认</span> : null}
      </td>
      <td>
        {override === null ? SEVERITY_TEXT[rule.severity] : `${override.from} 起${DECISION_TEXT[override.decision]}`}
      </td>
    </tr>
  );
}

interface RulesProps extends SettingView<'rules'> {
  /** As they hold today. */
  readonly rules: readonly EffectiveRule[];
}

/** Every rule with its source, how sure it is, and what the office decided on it. */
export function RulesPage({ stored, rules, caller, assets }: RulesProps) {
  const open = rules.filter(({ rule, override }) => rule.confidence === 'assumption' && override === null).length;
  return (
    <SettingsPage caller={caller} assets={assets} name="rules" title="时限与价格规则">
      <VersionPanel name="rules" stored={stored} />
      <p>
        共 {rules.length} 条,其中 {open} 条为本系统假定,尚待确认。未核对原文的规定只作提示,确认后才会阻止提交。
      </p>
      {[...Map.groupBy(rules, ({ rule }) => rule.ruleset)].map(([ruleset, own]) => (
        <section>
          <h2>{RULESET_TEXT[ruleset]}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">规则</th>
                <th scope="col">要求</th>
                <th scope="col">出处</th>
                <th scope="col">核对情况</th>
                <th scope="col">现行处理</th>
              </tr>
            </thead>
            <tbody>
              {own.map((each) => (
                <RuleRow {...each} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </SettingsPage>
  );
}
