import type { Caller } from '#shared/domain/caller.ts';
import type { DeskFile } from '#shared/domain/files/file.ts';
import { PAPER_NAMES } from '#shared/domain/listing/paper-names.ts';
import { lastSubmission } from '#shared/domain/listing/progress.ts';
import type { PaperKind } from '#shared/domain/listing/terms.ts';
import type { Verdict } from '#shared/domain/rules/rule.ts';
import type { ListingView } from '#shared/services/desk/listing/read-listing.ts';
import { withAttached } from '../files/files-in.ts';
import { UploadField, UploadForm } from '../files/upload-field.tsx';
import { DeskForm, Submit, TextArea } from '../form.tsx';
import { type FormValues, shownValue } from '../form-text.ts';
import { DeskPage } from '../frame.tsx';
import { Differences, type Names, TermFacts } from '../listings/facts.tsx';
import { PaperLinks } from '../listings/listing-page.tsx';
import { type Refused, RefusedNotice } from '../listings/refused.tsx';
import { Rounds } from '../listings/rounds.tsx';
import { ListingTimeline } from '../listings/timeline.tsx';
import { UNTITLED } from '../listings/words.ts';
import { VerdictLine } from '../verdicts.tsx';

interface ReviewProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly shown: ListingView;
  readonly names: Names;
  readonly platform: string | null;
  readonly verdicts: readonly Verdict[];
  /** Files that were just uploaded without scripts, by id. */
  readonly files: ReadonlyMap<string, DeskFile>;
  readonly url: string;
  readonly passKey: string;
  readonly returnKey: string;
  readonly typed?: FormValues | undefined;
  readonly refused?: Refused | undefined;
}

function Justified({ shown, verdict }: { readonly shown: ListingView; readonly verdict: Verdict }) {
  const given = lastSubmission(shown.listing)?.justifications.find(({ rule }) => rule === verdict.rule);
  return (
    <div>
      <VerdictLine verdict={verdict} />
      {given === undefined ? null : <p>提交人说明的理由:{given.reason}</p>}
    </div>
  );
}

function Checks({ shown, verdicts }: Pick<ReviewProps, 'shown' | 'verdicts'>) {
  const telling = verdicts.filter(({ kind }) => kind !== 'ok' && kind !== 'not-applicable');
  const kept = verdicts.filter(({ kind }) => kind === 'ok');
  return (
    <section class="panel">
      <h2>规则核查</h2>
      {telling.length === 0 ? <p>没有发现问题。</p> : null}
      {telling.map((verdict) => (
        <Justified shown={shown} verdict={verdict} />
      ))}
      <details>
        <summary>已符合的规定 {kept.length} 条</summary>
        {kept.map((verdict) => (
          <VerdictLine verdict={verdict} />
        ))}
      </details>
    </section>
  );
}

/** Papers a reviewer adds are what the step asks for; most steps ask for none. */
function papersOf({ waiting }: ListingView): readonly PaperKind[] {
  return waiting?.papers ?? [];
}

function PassForm(props: ReviewProps) {
  const { shown, passKey, url, files, typed, refused } = props;
  const { listing, waiting, owner } = shown;
  const { pathname, search } = new URL(url);
  return (
    <section class="panel">
      <h2>通过</h2>
      <DeskForm action={`/desk/review/${listing.id}/pass`} formKey={passKey} version={listing.version}>
        <input type="hidden" name="step" value={waiting?.id ?? ''} />
        <TextArea name="opinion" label="意见(可不填)" value={shownValue(typed, 'opinion', '')} />
        {papersOf(shown).map((kind) => (
          <UploadField
            name={`papers.${kind}`}
            label={PAPER_NAMES[kind]}
            accept="papers"
            multiple
            ownerId={owner.id}
            files={withAttached(url, `papers.${kind}`, []).flatMap((id) => files.get(id) ?? [])}
            error={refused?.errors['papers']}
          />
        ))}
        <Submit label={`通过:${waiting?.name ?? ''}`} />
      </DeskForm>
      {papersOf(shown).map((kind) => (
        <UploadForm
          name={`papers.${kind}`}
          ownerId={owner.id}
          formKey={`${passKey}-${kind}`}
          back={`${pathname}${search}`}
        />
      ))}
    </section>
  );
}

function ReturnForm({ shown, returnKey, typed, refused }: ReviewProps) {
  const { listing, waiting } = shown;
  const step = waiting?.id ?? listing.steps[0]?.step ?? '';
  return (
    <section class="panel">
      <h2>退回修改</h2>
      <DeskForm action={`/desk/review/${listing.id}/return`} formKey={returnKey} version={listing.version}>
        <input type="hidden" name="step" value={step} />
        <TextArea
          name="reason"
          label="退回原因"
          hint="写明要改什么,提交人会看到。"
          value={shownValue(typed, 'reason', '')}
          error={refused?.errors['reason']}
          required
        />
        <Submit label="退回" quiet />
      </DeskForm>
    </section>
  );
}

/** A review: what changed first, then what the rules say, all the rest, and the two ways it may go. */
export function ReviewPage(props: ReviewProps) {
  const { caller, assets, shown, names, platform, verdicts, refused } = props;
  const { listing, owner, waiting, differences, cuts, allowed } = shown;
  const title = listing.terms.title ?? UNTITLED;
  return (
    <DeskPage title={`审核 - ${title}`} caller={caller} here="review" assets={assets}>
      <p>
        <a href="/desk/review">← 待我审核</a> <a href={`/desk/listings/${listing.id}`}>挂牌全貌</a>
      </p>
      <h1>{title}</h1>
      <p class="soft">
        {owner.name}
        {waiting === null ? '' : `,${waiting.name}`}
        {waiting === null || waiting.dueOn === null ? '' : `,最迟 ${waiting.dueOn}`}
      </p>
      <RefusedNotice refused={refused} />
      <section>
        <h2>与上次提交的不同</h2>
        {differences === null ? <p>这是第一次提交。</p> : <Differences differences={differences} names={names} />}
      </section>
      <Checks shown={shown} verdicts={verdicts} />
      <section class="panel">
        <h2>挂牌内容和材料</h2>
        <TermFacts terms={listing.terms} names={names} platform={platform} />
        <PaperLinks shown={shown} names={names} />
      </section>
      {listing.rounds.length > 1 ? <Rounds listing={listing} cuts={cuts} /> : null}
      {allowed.includes('step-passed') ? <PassForm {...props} /> : null}
      {allowed.includes('returned') ? <ReturnForm {...props} /> : null}
      <ListingTimeline entries={shown.timeline} />
    </DeskPage>
  );
}
