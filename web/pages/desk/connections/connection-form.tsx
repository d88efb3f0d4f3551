import type { ConnectionField } from '#shared/domain/placement/publishing.ts';
import { DeskForm, NumberInput, Radios, Select, Submit, TextInput } from '../form.tsx';
import { shownValue } from '../form-text.ts';
import { ReasonField, Refused } from '../settings/frame.tsx';
import { fieldNameOf } from './read-connection.ts';
import { type ConnectionPageView, connectionAddress, suggestedName } from './view.ts';

function storedValue({ connection }: ConnectionPageView, { kind, name }: ConnectionField): string {
  return (kind === 'secret' ? connection?.secrets : connection?.options)?.[name] ?? '';
}

/** A field the platform's interface asks for; of a secret only the name it is kept under. */
function FieldInput({ view, field }: { readonly view: ConnectionPageView; readonly field: ConnectionField }) {
  const { refused, publishing } = view;
  const { kind, label, help, required, choices = [] } = field;
  const name = fieldNameOf(field);
  const shown = {
    name,
    required,
    value: shownValue(refused?.typed, name, storedValue(view, field)),
    error: refused?.errors[name],
  };
  if (kind === 'choice') {
    const options = choices.map(({ value, label }) => [value, label] as const);
    return <Select {...shown} label={label} hint={help} options={options} empty="请选择" />;
  }
  if (kind === 'text') return <TextInput {...shown} label={label} hint={help} />;
  const hint = `${help}建议的名称:${suggestedName(publishing, field)}`;
  return <TextInput {...shown} label={`${label}(密钥名称)`} hint={hint} />;
}

/** The form of a connection: its address, what the platform's interface asks for, and how often it may be asked. */
export function ConnectionForm({ view }: { readonly view: ConnectionPageView }) {
  const { publishing, connection, refused, formKey, version } = view;
  const perMinute = connection === undefined ? '' : String(connection.requestsPerMinute);
  return (
    <>
      <Refused refused={refused} />
      <DeskForm action={connectionAddress(publishing.platform)} formKey={formKey} version={version}>
        <TextInput
          name="base"
          label="接口地址"
          hint="平台提供的接口地址,以 https:// 开头"
          value={shownValue(refused?.typed, 'base', connection?.base ?? '')}
          error={refused?.errors['base']}
          required
        />
        {publishing.fields.map((field) => (
          <FieldInput view={view} field={field} />
        ))}
        <NumberInput
          name="requestsPerMinute"
          label="每分钟请求次数"
          hint="与平台约定的上限,1 至 600;没有约定的,可以从 60 开始"
          unit="次"
          value={shownValue(refused?.typed, 'requestsPerMinute', perMinute)}
          error={refused?.errors['requestsPerMinute']}
          required
        />
        <Radios
          name="enabled"
          label="是否启用"
          hint="启用后,新审批通过的挂牌由系统自动上架;停用后,新审批通过的挂牌按人工移交办理,已经开始的暂停,重新启用后继续。"
          options={[
            ['true', '启用'],
            ['false', '停用'],
          ]}
          values={[shownValue(refused?.typed, 'enabled', String(connection?.enabled ?? false))]}
          error={refused?.errors['enabled']}
          required
        />
        <ReasonField refused={refused} />
        <Submit label="保存" />
      </DeskForm>
    </>
  );
}
