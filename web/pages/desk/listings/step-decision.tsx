import { PAPER_NAMES } from '#shared/domain/listing/paper-names.ts';
import { PAPER_KINDS, type PaperKind } from '#shared/domain/listing/terms.ts';
import { WORDS } from '#shared/domain/listing/words.ts';
import { fieldId } from '../field.tsx';
import { withAttached } from '../files/files-in.ts';
import { UploadField, UploadForm } from '../files/upload-field.tsx';
import { DateInput, MoneyInput, NumberInput, Select } from '../form.tsx';
import { wholeValue, yuanValue } from '../form-text.ts';
import { type EntryView, fieldOf, StepForm } from './entry.tsx';

const FIELDS = [
  'resolution.meeting',
  'resolution.heldOn',
  'resolution.entitled',
  'resolution.present',
  'resolution.inFavour',
  'resolution.planPublishedOn',
  'resolution.publicityFrom',
  'resolution.publicityUntil',
  'resolution.floorYuan',
  ...PAPER_KINDS.map((kind) => `papers.${kind}`),
];

function Vote({ view }: { readonly view: EntryView }) {
  const { resolution } = view.listing.terms;
  const isCollective = view.owner.kind === 'collective';
  const unnamed = isCollective ? '没有授权降价的,填起拍价。' : '没有授权降价可不填。';
  const floorHint = `以后各轮降价不低于此价的,不用重新表决。${unnamed}`;
  return (
    <fieldset>
      <legend>{isCollective ? '民主决策' : '内部决策'}</legend>
      {isCollective ? (
        <>
          <DateInput {...fieldOf(view, 'resolution.planPublishedOn', '方案公布日', resolution.planPublishedOn ?? '')} />
          <Select
            {...fieldOf(view, 'resolution.meeting', '会议', resolution.meeting ?? '')}
            options={Object.entries(WORDS.meeting)}
            empty="请选择"
          />
        </>
      ) : null}
      <DateInput {...fieldOf(view, 'resolution.heldOn', '会议(决策)日期', resolution.heldOn ?? '')} />
      {isCollective ? (
        <>
          <NumberInput {...fieldOf(view, 'resolution.entitled', '应到', wholeValue(resolution.entitled))} unit="人" />
          <NumberInput {...fieldOf(view, 'resolution.present', '实到', wholeValue(resolution.present))} unit="人" />
          <NumberInput {...fieldOf(view, 'resolution.inFavour', '同意', wholeValue(resolution.inFavour))} unit="人" />
          <DateInput {...fieldOf(view, 'resolution.publicityFrom', '决议公示起', resolution.publicityFrom ?? '')} />
          <DateInput {...fieldOf(view, 'resolution.publicityUntil', '决议公示止', resolution.publicityUntil ?? '')} />
        </>
      ) : null}
      <MoneyInput
        {...fieldOf(view, 'resolution.floorYuan', '决议允许的最低价', yuanValue(resolution.floorFen), floorHint)}
      />
    </fieldset>
  );
}

/** Files a kind of paper has: the listing's, and those just uploaded without scripts. */
function filesFor({ listing, url }: EntryView, kind: PaperKind): readonly string[] {
  const attached = listing.terms.papers.filter((paper) => paper.kind === kind).map(({ file }) => file);
  return withAttached(url, `papers.${kind}`, attached);
}

function PaperField({ view, kind }: { readonly view: EntryView; readonly kind: PaperKind }) {
  const name = `papers.${kind}`;
  return (
    <>
      <input type="hidden" name={name} value="" />
      <UploadField
        name={name}
        label={PAPER_NAMES[kind]}
        accept="papers"
        multiple
        ownerId={view.owner.id}
        files={filesFor(view, kind).flatMap((id) => view.files.get(id) ?? [])}
        error={view.refused?.errors[name]}
      />
    </>
  );
}

/** Papers the chain asks for and those that are there are seen at once; the others need not be handed in. */
function Papers({ view }: { readonly view: EntryView }) {
  const isShown = (kind: PaperKind) =>
    view.expectedPapers.includes(kind) ||
    filesFor(view, kind).length > 0 ||
    view.refused?.errors[`papers.${kind}`] !== undefined;
  const field = (kind: PaperKind) => <PaperField view={view} kind={kind} />;
  return (
    <fieldset id={fieldId('papers')} tabindex={-1}>
      <legend>材料</legend>
      {PAPER_KINDS.filter(isShown).map(field)}
      <details class="act">
        <summary>其他材料(可不传)</summary>
        {PAPER_KINDS.filter((kind) => !isShown(kind)).map(field)}
      </details>
    </fieldset>
  );
}

/** Step 5: who decided, and the papers. */
export function DecisionStep({ view }: { readonly view: EntryView }) {
  const { pathname, search } = new URL(view.url);
  const uploads = PAPER_KINDS.map((kind) => (
    <UploadForm
      name={`papers.${kind}`}
      ownerId={view.owner.id}
      formKey={`${view.formKey}-${kind}`}
      back={`${pathname}${search}`}
    />
  ));
  return (
    <StepForm view={view} step="decision" fields={FIELDS} after={uploads}>
      <Vote view={view} />
      <Papers view={view} />
    </StepForm>
  );
}
