import type { Owner } from '#shared/domain/asset/owner.ts';
import type { DeskFile } from '#shared/domain/files/file.ts';
import type { Milestone } from '#shared/domain/settlement/milestone.ts';
import { CODE_TYPE_NAMES, CODE_TYPES } from '#shared/domain/settlement/party.ts';
import type { SettlementView } from '#shared/services/settlement/view.ts';
import { UploadField } from '../files/upload-field.tsx';
import { Select, TextInput } from '../form.tsx';
import { type FieldErrors, type FormValues, shownValue } from '../form-text.ts';

/** What the fields of a form are shown with. */
export interface ActFieldsProps {
  readonly view: SettlementView;
  /** The milestone chosen in the address. */
  readonly milestone: Milestone | null;
  /** Those the paper field holds. */
  readonly files: readonly DeskFile[];
  /** Owners there are, for naming one. */
  readonly owners: readonly Owner[];
  readonly typed?: FormValues | undefined;
  readonly errors?: FieldErrors | undefined;
}

/** The value, label and fault of a field. */
export function fieldIn({ typed, errors }: Pick<ActFieldsProps, 'typed' | 'errors'>, name: string, stored = '') {
  return { name, value: shownValue(typed, name, stored), error: errors?.[name] };
}

/** The paper that shows what is recorded, of the lot's owner. */
export function Paper(props: ActFieldsProps & { readonly label: string }) {
  const { view, files, label, errors } = props;
  if (view.owner === null) return <p class="notice wrong">还不知道是哪个单位的标的,请交易中心先指定产权单位。</p>;
  const ownerId = view.owner.id;
  return (
    <UploadField
      name="document"
      label={label}
      accept="papers"
      ownerId={ownerId}
      files={files}
      error={errors?.['document']}
      required
    />
  );
}

/** The fields of a party's particulars. */
export function PartyFields(props: Pick<ActFieldsProps, 'typed' | 'errors'>) {
  return (
    <>
      <p>加密保存,不在列表和日志中出现;每次查看都有记录。</p>
      <TextInput {...fieldIn(props, 'name')} label="姓名或名称" required />
      <Select
        {...fieldIn(props, 'codeType', 'identity-card')}
        label="证件类型"
        options={CODE_TYPES.map((type) => [type, CODE_TYPE_NAMES[type]])}
        required
      />
      <TextInput {...fieldIn(props, 'code')} label="证件号码" required />
      <TextInput {...fieldIn(props, 'contact')} label="联系人" />
      <TextInput {...fieldIn(props, 'phone')} label="电话" />
    </>
  );
}
