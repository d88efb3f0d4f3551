import type { Caller } from '#shared/domain/caller.ts';
import { type Contract, ENDING_NAMES, ENDINGS } from '#shared/domain/contract/contract.ts';
import { DateInput, DeskForm, ErrorSummary, Radios, Submit, TextArea } from '../form.tsx';
import type { FieldErrors, FormValues } from '../form-text.ts';
import { DeskPage } from '../frame.tsx';
import { fieldIn, PartyFields } from '../settlement/fields.tsx';
import { CONTRACT_ACTS, contractAddress } from './words.ts';

interface ContractActProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly contract: Contract;
  readonly act: 'end' | 'lessee';
  readonly formKey: string;
  readonly typed?: FormValues | undefined;
  readonly refused?: { readonly title: string; readonly errors: FieldErrors } | undefined;
}

type Shown = { readonly typed?: FormValues | undefined; readonly errors?: FieldErrors | undefined };

function EndFields(shown: Shown) {
  const { value, ...how } = fieldIn(shown, 'how');
  return (
    <>
      <p>登记终止后不能恢复。</p>
      <Radios
        {...how}
        label="怎样终止"
        required
        options={ENDINGS.map((each) => [each, ENDING_NAMES[each]])}
        values={[value]}
      />
      <DateInput {...fieldIn(shown, 'on')} label="终止日期" required />
      <TextArea {...fieldIn(shown, 'reason')} label="原因" required hint="不要填写个人姓名、证件号、电话。" />
    </>
  );
}

/** The page of one act on a contract, and its form. */
export function ContractActPage({ caller, assets, contract, act, formKey, typed, refused }: ContractActProps) {
  const { label } = CONTRACT_ACTS[act];
  const page = contractAddress(contract.id);
  const shown = { typed, errors: refused?.errors };
  return (
    <DeskPage title={label} caller={caller} here="contracts" assets={assets}>
      <p>
        <a href={page}>← 合同 {contract.terms.number}</a>
      </p>
      <h1>{label}</h1>
      {refused === undefined ? null : <ErrorSummary title={refused.title} errors={refused.errors} />}
      <DeskForm action={`${page}/do/${act}`} formKey={formKey} version={contract.version}>
        {act === 'end' ? <EndFields {...shown} /> : <PartyFields {...shown} />}
        <div class="buttons">
          <Submit label={label} />
        </div>
      </DeskForm>
    </DeskPage>
  );
}
