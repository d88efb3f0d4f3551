import type { Caller } from '#shared/domain/caller.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import { townshipOptions, villageOptions } from '../assets/division-options.ts';
import { DeskForm, ErrorSummary, Select, Submit, TextInput } from '../form.tsx';
import type { FieldErrors, FormValues } from '../form-text.ts';
import { DeskPage } from '../frame.tsx';
import { OWNER_KIND_TEXT } from './read-owner-form.ts';

/** All that an owner's form shows. */
export interface OwnerFormView {
  readonly caller: Caller;
  readonly assets: string;
  /** Absent for a new owner. */
  readonly known?: { readonly id: string; readonly version: number } | undefined;
  readonly values: FormValues;
  readonly refused?: { readonly title: string; readonly errors: FieldErrors } | undefined;
  readonly formKey: string;
  readonly today: LocalDate;
}

/** The form of an owner, new or known. */
export function OwnerFormPage({ view }: { readonly view: OwnerFormView }) {
  const { caller, assets, known, values, refused, formKey, today } = view;
  const title = known === undefined ? '登记产权人' : '更正产权人';
  const field = (name: string, label: string, hint?: string) => {
    const value = values[name];
    return { name, label, hint, value: typeof value === 'string' ? value : '', error: refused?.errors[name] };
  };
  const places = [...townshipOptions(today), ...villageOptions(today)];
  return (
    <DeskPage title={title} caller={caller} here="assets" assets={assets}>
      <h1>{title}</h1>
      {refused === undefined ? null : <ErrorSummary {...refused} />}
      <DeskForm
        action={known === undefined ? '/desk/owners' : `/desk/owners/${known.id}/edit`}
        formKey={formKey}
        version={known?.version}
      >
        <TextInput {...field('name', '名称', '与登记证书一致,如“某某村股份经济合作社”。')} required />
        <Select
          {...field('kind', '单位性质', '登记后不能改。')}
          options={Object.entries(OWNER_KIND_TEXT)}
          empty="请选择"
          required
        />
        <Select
          {...field('division', '所在', '村集体选到村(社区);国有单位选镇街或区。')}
          options={places}
          empty="请选择"
          required
        />
        <TextInput {...field('uscc', '统一社会信用代码', '照证书填写;校验不符也能保存,会提示核对。')} />
        <TextInput {...field('contact.name', '联系人')} />
        <TextInput {...field('contact.phone', '联系电话')} />
        <Submit label="保存" />
      </DeskForm>
    </DeskPage>
  );
}
