import type { Verdict } from '#shared/domain/rules/rule.ts';
import { DeskForm, Submit, TextArea } from '../form.tsx';
import { VerdictLine } from '../verdicts.tsx';
import { EntryPage, type EntryView, fieldOf } from './entry.tsx';
import { namesOf, TermFacts } from './facts.tsx';
import { fieldNameOf, stepAddress, stepName, stepOfPointer } from './steps.ts';

interface SubmitStepProps {
  readonly view: EntryView;
  readonly platformName: string | null;
}

/** Where a fault of the terms is mended. */
function MendLink({ view, pointer }: { readonly view: EntryView; readonly pointer: string | null }) {
  const step = pointer === null ? undefined : stepOfPointer(pointer);
  if (pointer === null || step === undefined) return null;
  const anchor = fieldNameOf(pointer).replaceAll('.', '-');
  return <a href={`${stepAddress(view.listing.id, step)}#f-${anchor}`}>去“{stepName(step, view.owner.kind)}”修改</a>;
}

function Missing({ view }: { readonly view: EntryView }) {
  if (view.missing.length === 0) return null;
  return (
    <section class="notice">
      <h2>还缺 {view.missing.length} 项</h2>
      <ul>
        {view.missing.map(({ pointer, detail }) => (
          <li>
            {detail} <MendLink view={view} pointer={pointer} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Findings({
  view,
  title,
  found,
}: {
  readonly view: EntryView;
  readonly title: string;
  readonly found: readonly Verdict[];
}) {
  if (found.length === 0) return null;
  return (
    <section class="panel">
      <h2>{title}</h2>
      {found.map((verdict) => (
        <div>
          <VerdictLine verdict={verdict} />
          <MendLink view={view} pointer={verdict.pointer} />
        </div>
      ))}
    </section>
  );
}

function reasonHint(verdict: Verdict): string {
  return `${verdict.sentence}${verdict.citation}`;
}

/** Step 7: everything once more, what the rules say, a reason for each warning, and off it goes. */
export function SubmitStep({ view, platformName }: SubmitStepProps) {
  const { listing, verdicts } = view;
  const of = (kind: Verdict['kind']) => verdicts.filter((verdict) => verdict.kind === kind);
  const warnings = of('warning');
  return (
    <EntryPage view={view} step="submit">
      <Missing view={view} />
      <Findings view={view} title="违反规定,改正后才能提交" found={of('breach')} />
      <Findings view={view} title="缺少信息,无法判断" found={of('undetermined')} />
      <section class="panel">
        <h2>挂牌内容</h2>
        <TermFacts terms={listing.terms} names={namesOf(view.choices, view.files)} platform={platformName} />
      </section>
      <DeskForm action={stepAddress(listing.id, 'submit')} formKey={view.formKey} version={listing.version}>
        {warnings.length === 0 ? null : <p>以下提示可以说明理由后提交:</p>}
        {warnings.map((verdict) => (
          <TextArea
            {...fieldOf(view, `reasons.${verdict.rule}`, `理由:${verdict.citation}`, '', reasonHint(verdict))}
            required
          />
        ))}
        <Submit label="提交审核" />
      </DeskForm>
      <details class="act">
        <summary>已符合的规定 {of('ok').length} 条</summary>
        {of('ok').map((verdict) => (
          <VerdictLine verdict={verdict} />
        ))}
      </details>
    </EntryPage>
  );
}
