import type { Owner } from '#shared/domain/asset/owner.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { DeskFile } from '#shared/domain/files/file.ts';
import type { ContractProposal } from '#shared/services/contract/proposal.ts';
import { UploadField, UploadForm } from '../files/upload-field.tsx';
import {
  DateInput,
  DeskForm,
  ErrorSummary,
  MoneyInput,
  NumberInput,
  type Option,
  Select,
  Submit,
  TextArea,
  TextInput,
} from '../form.tsx';
import { type FieldErrors, type FormValues, percentValue, shownValue, yuanValue } from '../form-text.ts';
import { DeskPage } from '../frame.tsx';
import { settlementAddress } from '../settlement/words.ts';

export interface ContractFormProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly owner: Owner;
  /** What is known before anything is typed. */
  readonly stored: ContractProposal;
  /** Assets of the owner. */
  readonly ownAssets: readonly Option[];
  readonly scan: readonly DeskFile[];
  readonly action: string;
  readonly formKey: string;
  /** Address of this page with its search, to come back to after a file went up. */
  readonly here: string;
  /** Of the contract that is corrected; absent: a new one. */
  readonly version?: number | undefined;
  readonly typed?: FormValues | undefined;
  readonly refused?: { readonly title: string; readonly errors: FieldErrors } | undefined;
}

function Fields(props: ContractFormProps) {
  const { stored, ownAssets, scan, owner, typed, refused } = props;
  const field = (name: string, label: string, value: string) => ({
    ...{ name, label, value: shownValue(typed, name, value), error: refused?.errors[name] },
  });
  return (
    <>
      <TextInput {...field('number', '合同编号', stored.number ?? '')} required />
      <Select {...field('assetId', '资产', stored.assetId ?? '')} options={ownAssets} empty="台账中没有" />
      <DateInput {...field('startsOn', '起始日', stored.startsOn ?? '')} required />
      <DateInput {...field('endsOn', '终止日(最后一天)', stored.endsOn ?? '')} required />
      <MoneyInput {...field('yearlyRent', '首年租金', yuanValue(stored.yearlyRentFen))} unit="元/年" required />
      <NumberInput
        {...field('escalation', '每年递增', percentValue(stored.escalationPpm))}
        unit="%"
        hint="从第二年起逐年复利;不递增的填 0。"
        required
      />
      <MoneyInput {...field('bond', '履约保证金', yuanValue(stored.bondFen))} />
      <UploadField
        name="scan"
        label="合同扫描件"
        accept="papers"
        ownerId={owner.id}
        files={scan}
        error={refused?.errors['scan']}
      />
      <TextArea
        {...field('note', '备注', stored.note ?? '')}
        rows={2}
        hint="不要填写承租人姓名、证件号、电话;承租人在登记合同后另行登记,加密保存。"
      />
    </>
  );
}

/** The form of a contract: a new one, prefilled where it came of a lot, or the correction of one there is. */
export function ContractFormPage(props: ContractFormProps) {
  const { caller, assets, owner, stored, action, formKey, here, version, typed, refused } = props;
  const title = version === undefined ? '登记合同' : '更正合同';
  const lotId = shownValue(typed, 'lotId', stored.lotId ?? '');
  return (
    <DeskPage title={title} caller={caller} here="contracts" assets={assets}>
      <p>
        <a href="/desk/contracts">← 合同台账</a>
      </p>
      <h1>{title}</h1>
      <p class="soft">
        {owner.name} {lotId === '' ? null : <a href={settlementAddress(lotId)}>看标的成交后办理</a>}
      </p>
      {lotId === '' || version !== undefined ? null : (
        <p class="notice">以下内容由标的和挂牌带出,请对照合同核对;租金按成交价填写。</p>
      )}
      {refused === undefined ? null : <ErrorSummary title={refused.title} errors={refused.errors} />}
      <DeskForm action={action} formKey={formKey} version={version}>
        <input type="hidden" name="ownerId" value={owner.id} />
        <input type="hidden" name="lotId" value={lotId} />
        <Fields {...props} />
        {version === undefined ? null : (
          <TextArea
            name="reason"
            label="更正原因"
            value={shownValue(typed, 'reason', '')}
            error={refused?.errors['reason']}
            required
          />
        )}
        <div class="buttons">
          <Submit label={title} />
        </div>
      </DeskForm>
      <UploadForm name="scan" ownerId={owner.id} formKey={`${formKey}-file`} back={here} />
    </DeskPage>
  );
}
