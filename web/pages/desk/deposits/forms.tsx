import { DEPOSIT_HOLDERS, type DepositHolder, HOLDER_NAMES } from '#shared/domain/deposits/events.ts';
import type { LedgerEntry } from '#shared/domain/deposits/ledger.ts';
import { REFUND_STARTS, START_NAMES, TERM_UNIT_NAMES, TERM_UNITS } from '#shared/domain/deposits/refund-term.ts';
import type { DeskFile } from '#shared/domain/files/file.ts';
import { UploadField, UploadForm } from '../files/upload-field.tsx';
import { DateInput, DeskForm, MoneyInput, NumberInput, type Option, Select, Submit, TextInput } from '../form.tsx';
import { type FieldErrors, type FormValues, shownValue } from '../form-text.ts';
import { lotDepositsAddress } from './words.ts';

/** Forms of a lot's page. */
export const DEPOSIT_FORMS = ['entries', 'strike', 'term'] as const;
export type DepositForm = (typeof DEPOSIT_FORMS)[number];

/** What may be recorded of one bidder. */
export const RECORD_KINDS = ['paid', 'price', 'bond', 'refunded', 'forfeited', 'receipt'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

const KIND_NAMES: Readonly<Record<RecordKind, string>> = {
  paid: '交款',
  price: '转价款',
  bond: '转履约保证金',
  refunded: '退还',
  forfeited: '没收',
  receipt: '交回收据(不填金额)',
};

/** A form that was refused: which one, why, and what was typed. */
export interface RefusedDeposit {
  readonly form: DepositForm;
  readonly title: string;
  readonly errors: FieldErrors;
  readonly typed: FormValues;
}

interface FormsProps {
  readonly lotId: string;
  readonly version: number;
  readonly formKey: string;
  /** Whose deposits the caller records; none: he only reads. */
  readonly holders: readonly DepositHolder[];
  /** The owner whose matter it is; `null`: nobody knows, so that no paper can be kept with it. */
  readonly ownerId: string | null;
  /** Papers chosen in a form that was refused. */
  readonly files: readonly DeskFile[];
  readonly refused?: RefusedDeposit | undefined;
}

function fieldsOf(refused: RefusedDeposit | undefined, form: DepositForm) {
  const own = refused?.form === form ? refused : undefined;
  return (name: string) => ({ name, value: shownValue(own?.typed, name, ''), error: own?.errors[name] });
}

function EntryForm({ lotId, version, formKey, holders, ownerId, files, refused }: FormsProps) {
  const field = fieldsOf(refused, 'entries');
  const kinds = RECORD_KINDS.map((kind): Option => [kind, KIND_NAMES[kind]]);
  const among = holders.map((holder): Option => [holder, HOLDER_NAMES[holder]]);
  return (
    <details class="act" open={refused?.form === 'entries'}>
      <summary>登记一笔</summary>
      <DeskForm action={lotDepositsAddress(lotId, '/entries')} formKey={`${formKey}-entry`} version={version}>
        <div class="fields">
          <Select {...field('kind')} label="事项" options={kinds} empty="请选择" required />
          <TextInput {...field('bidder')} label="竞买号" hint="只填竞买号,不得填姓名、电话、账号" required />
          <Select {...field('holder')} label="保管方" options={among} empty="请选择" required />
          <DateInput {...field('day')} label="日期" required />
          <MoneyInput {...field('amount')} label="金额" />
          <TextInput {...field('reason')} label="没收的原因" hint="只在没收时填写" />
        </div>
        {ownerId === null ? (
          <p class="soft">不知道这个标的的产权人,暂不能附证明文件;可先在「成交后」页面指明产权人。</p>
        ) : (
          <UploadField
            name="file"
            label="证明文件"
            accept="papers"
            files={files}
            ownerId={ownerId}
            error={refused?.form === 'entries' ? refused.errors['file'] : undefined}
          />
        )}
        <Submit label="登记" />
      </DeskForm>
      {ownerId === null ? null : (
        <UploadForm name="file" ownerId={ownerId} formKey={`${formKey}-file`} back={lotDepositsAddress(lotId)} />
      )}
    </details>
  );
}

function TermForm({ lotId, version, formKey, refused }: FormsProps) {
  const field = fieldsOf(refused, 'term');
  return (
    <details class="act" open={refused?.form === 'term'}>
      <summary>填写本标的约定的退还时限</summary>
      <DeskForm action={lotDepositsAddress(lotId, '/term')} formKey={`${formKey}-term`} version={version}>
        <p>公告、竞价规则另有约定的,按约定计算;法律规定的时限仍同时核对。</p>
        <div class="fields">
          <Select
            {...field('from')}
            label="起算点"
            options={REFUND_STARTS.map((start): Option => [start, START_NAMES[start]])}
            empty="请选择"
            required
          />
          <NumberInput {...field('value')} label="时限" unit="" required />
          <Select
            {...field('unit')}
            label="单位"
            options={TERM_UNITS.map((unit): Option => [unit, TERM_UNIT_NAMES[unit]])}
            empty="请选择"
            required
          />
          <TextInput {...field('source')} label="见于" hint="如:竞价公告第六条" required />
        </div>
        <Submit label="保存约定" />
      </DeskForm>
    </details>
  );
}

/** Strikes out one entry; several stand on the page, so only the refused one bears the ids its faults point to. */
export function StrikeForm({
  entry,
  ...props
}: Pick<FormsProps, 'lotId' | 'version' | 'formKey' | 'refused'> & { readonly entry: LedgerEntry }) {
  const { lotId, version, formKey, refused } = props;
  const own = refused?.form === 'strike' && refused.typed['entry'] === entry.number ? refused : undefined;
  const error = own?.errors['reason'];
  return (
    <details class="act" open={own !== undefined}>
      <summary>作废</summary>
      <DeskForm
        action={lotDepositsAddress(lotId, '/strike')}
        formKey={`${formKey}-strike-${entry.number}`}
        version={version}
      >
        <input type="hidden" name="entry" value={entry.number} />
        <div class={error === undefined ? 'field' : 'field wrong'}>
          <label>
            作废原因<span class="must">必填</span>
            <input
              type="text"
              name="reason"
              required
              autocomplete="off"
              value={shownValue(own?.typed, 'reason', '')}
              id={own === undefined ? undefined : 'f-reason'}
            />
          </label>
          {error === undefined ? null : <p class="error">{error}</p>}
        </div>
        <Submit label="作废这一笔" quiet />
      </DeskForm>
    </details>
  );
}

/** Everything the caller may record of a lot's deposits. */
export function DepositForms(props: FormsProps) {
  if (props.holders.length === 0) return null;
  return (
    <section>
      <h2>登记</h2>
      <EntryForm {...props} />
      {props.holders.length === DEPOSIT_HOLDERS.length ? <TermForm {...props} /> : null}
    </section>
  );
}
