import type { PropsWithChildren } from 'hono/jsx';
import type { Verdict } from '#shared/domain/rules/rule.ts';
import { VerdictList } from './verdicts.tsx';

/** What every field has: its name in the form, its label, what helps, what is wrong, what the rules say. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly verdicts?: readonly Verdict[] | undefined;
  readonly required?: boolean | undefined;
}

/** Id of a field's control, for labels and for links to it. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll('.', '-')}`;
}

/** Ids of what stands beside a control, for those who cannot see it there. */
export function describedBy({ name, hint, error, verdicts }: FieldProps): string | undefined {
  const id = fieldId(name);
  const parts = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(error === undefined ? [] : [`${id}-error`]),
    ...(verdicts === undefined || verdicts.length === 0 ? [] : [`${id}-checks`]),
  ];
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** What every control of a field carries. */
export function attributesOf(props: FieldProps) {
  return {
    id: fieldId(props.name),
    name: props.name,
    'aria-describedby': describedBy(props),
    'aria-invalid': props.error === undefined ? undefined : ('true' as const),
    required: props.required,
  };
}

/** What stands beside a control: what helps, what is wrong, what the rules say. */
export function Beside({ name, hint, error, verdicts = [] }: FieldProps) {
  const id = fieldId(name);
  return (
    <>
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div id={`${id}-checks`} data-checks={name}>
        <VerdictList verdicts={verdicts} />
      </div>
    </>
  );
}

/** A labelled place for one control; the control's id is `fieldId(name)`. */
export function Field(props: PropsWithChildren<FieldProps>) {
  return (
    <div class={props.error === undefined ? 'field' : 'field wrong'}>
      <label for={fieldId(props.name)}>
        {props.label}
        {props.required === true ? <span class="must">必填</span> : null}
      </label>
      {props.children}
      <Beside {...props} />
    </div>
  );
}
