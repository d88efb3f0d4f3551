import type { PriorityHolder } from '#shared/domain/asset/asset.ts';
import { PRIORITY_FACTS } from '#shared/domain/asset/priority.ts';
import type { PriorityRecord } from '#shared/domain/listing/terms.ts';
import { WORDS } from '#shared/domain/listing/words.ts';
import { DateInput, Select, TextArea } from '../form.tsx';
import { type EntryView, fieldOf, StepForm } from './entry.tsx';

/** Holders of a right of priority over what is offered, with what is recorded of each; each holder once. */
function holdersOf(view: EntryView): readonly (readonly [PriorityHolder, PriorityRecord | undefined])[] {
  const { items, priority } = view.listing.terms;
  const offered = new Set(items.map(({ assetId }) => assetId));
  const registered = view.choices.filter(({ id }) => offered.has(id)).flatMap(({ asset }) => asset.priorityHolders);
  const once = new Map(registered.map((holder) => [holder.id, holder]));
  for (const { holderId, name } of priority) {
    if (!once.has(holderId)) once.set(holderId, { id: holderId, name, basis: 'other' });
  }
  return [...once.values()].map((holder) => [holder, priority.find(({ holderId }) => holderId === holder.id)]);
}

interface HolderProps {
  readonly view: EntryView;
  readonly row: number;
  readonly holder: PriorityHolder;
  readonly record: PriorityRecord | undefined;
}

function Holder({ view, row, holder, record }: HolderProps) {
  const at = (name: string) => `priority.${row}.${name}`;
  const proofs = view.listing.terms.papers
    .filter(({ kind }) => kind === 'priority-notice')
    .map(({ file }): readonly [string, string] => [file, view.files.get(file)?.name ?? file]);
  return (
    <fieldset>
      <legend>
        {holder.name}({PRIORITY_FACTS[holder.basis].name})
      </legend>
      <input type="hidden" name={at('holderId')} value={holder.id} />
      <input type="hidden" name={at('name')} value={holder.name} />
      <DateInput {...fieldOf(view, at('notifiedOn'), '通知日期', record?.notifiedOn ?? '')} />
      <Select
        {...fieldOf(view, at('notifiedBy'), '通知方式', record?.notifiedBy ?? '')}
        options={Object.entries(WORDS.notifiedBy)}
        empty="请选择"
      />
      <Select
        {...fieldOf(view, at('answer'), '答复', record?.answer ?? 'pending')}
        options={Object.entries(WORDS.answer)}
      />
      <Select
        {...fieldOf(
          view,
          at('file'),
          '凭证',
          record?.file ?? '',
          '先在下一步上传“优先权人通知及送达凭证”,再回来选择。',
        )}
        options={proofs}
        empty="没有"
      />
    </fieldset>
  );
}

/** Step 4: who may bid, and who goes first. */
export function BiddersStep({ view }: { readonly view: EntryView }) {
  const { eligibility } = view.listing.terms;
  const holders = holdersOf(view);
  const fields = ['eligibility.who', 'eligibility.condition', 'eligibility.papers'];
  return (
    <StepForm view={view} step="bidders" fields={fields}>
      <Select
        {...fieldOf(view, 'eligibility.who', '谁可以参加', eligibility.who)}
        options={Object.entries(WORDS.who)}
      />
      <TextArea
        {...fieldOf(
          view,
          'eligibility.condition',
          '资格条件',
          eligibility.condition ?? '',
          '选“另有条件”时写明,不得指定特定人。',
        )}
      />
      <TextArea
        {...fieldOf(
          view,
          'eligibility.papers',
          '报名要交的材料',
          eligibility.papers.join('\n'),
          '每行一项,如身份证、营业执照。',
        )}
      />
      <h2>优先权人</h2>
      {holders.length === 0 ? (
        <p>
          所选资产没有登记优先权人。有原承租人等优先权人的,请先在 <a href="/desk/assets">资产</a> 里登记。
        </p>
      ) : null}
      {holders.map(([holder, record], row) => (
        <Holder view={view} row={row} holder={holder} record={record} />
      ))}
    </StepForm>
  );
}
