import type { Verdict, VerdictKind } from '#shared/domain/rules/rule.ts';

/** What a rule found, in one word. */
const VERDICT_TEXT: Readonly<Record<VerdictKind, string>> = {
  ok: '符合',
  breach: '违反',
  warning: '提示',
  'not-applicable': '不适用',
  undetermined: '缺少信息',
};

/** What one rule says, with the first lawful day and whether it is confirmed, and the rule it rests on. */
export function VerdictLine({ verdict }: { readonly verdict: Verdict }) {
  const { kind, sentence, citation, missing } = verdict;
  return (
    <p class={`verdict ${kind}`}>
      <strong>{VERDICT_TEXT[kind]}</strong> {sentence}
      {missing.length === 0 ? null : <span>还缺:{missing.join('、')}。</span>}
      <span class="soft source">{citation}</span>
    </p>
  );
}

/** What the rules say where it matters; kept and inapplicable rules say nothing beside a field. */
export function VerdictList({ verdicts }: { readonly verdicts: readonly Verdict[] }) {
  const shown = verdicts.filter(({ kind }) => kind !== 'ok' && kind !== 'not-applicable');
  return (
    <>
      {shown.map((verdict) => (
        <VerdictLine verdict={verdict} />
      ))}
    </>
  );
}
