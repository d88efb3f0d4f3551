import { DeskForm, Submit, TextInput } from '../form.tsx';
import { type FormValues, shownValue } from '../form-text.ts';

interface AddressFormProps {
  readonly action: string;
  readonly formKey: string;
  readonly version?: number | undefined;
  /** Hosts of the platform, for the hint. */
  readonly hosts: readonly string[];
  readonly error?: string | undefined;
  readonly typed?: FormValues | undefined;
}

/** Where the lot's address on the platform is pasted back. */
export function AddressForm({ action, formKey, version, hosts, error, typed }: AddressFormProps) {
  return (
    <DeskForm action={action} formKey={formKey} version={version}>
      <TextInput
        name="url"
        label="上架后的网址"
        hint={`从平台上打开该标的,复制浏览器地址栏中的网址。平台网址:${hosts.join('、')}`}
        value={shownValue(typed, 'url', '')}
        error={error}
        required
      />
      <Submit label="登记上架网址" />
    </DeskForm>
  );
}
