import { DateInput, DeskForm, type Option, Select, Submit } from '../form.tsx';
import { shownValue } from '../form-text.ts';
import { ReasonField } from './frame.tsx';
import type { SettingView } from './view.ts';

type View = Pick<SettingView<'admissions' | 'agreements'>, 'version' | 'formKey' | 'refused'>;

interface EndFormProps {
  readonly view: View;
  /** Where the form goes. */
  readonly action: string;
  readonly title: string;
  /** Field that names the entry, and its label. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly submit: string;
}

/** Ends an entry of a setting after a last day; nothing where there is none. */
export function EndForm({ view, action, title, name, label, options, submit }: EndFormProps) {
  const { version, formKey, refused } = view;
  if (options.length === 0) return null;
  return (
    <DeskForm action={action} formKey={`${formKey}-end`} version={version}>
      <h2>{title}</h2>
      <Select
        name={name}
        label={label}
        value={shownValue(refused?.typed, name, '')}
        error={refused?.errors[name]}
        options={options}
        empty="请选择"
      />
      <DateInput
        name="lastDay"
        label="最后一天"
        value={shownValue(refused?.typed, 'lastDay', '')}
        error={refused?.errors['lastDay']}
        required
      />
      <ReasonField refused={refused} />
      <Submit label={submit} quiet />
    </DeskForm>
  );
}
