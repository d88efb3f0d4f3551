import type { PropsWithChildren } from 'hono/jsx';
import { attributesOf, Beside, describedBy, Field, type FieldProps, fieldId } from './field.tsx';
import type { FieldErrors } from './form-text.ts';

interface ValueProps extends FieldProps {
  /** As text, as it stands in the field. */
  readonly value: string;
}

/** A choice: what is sent, and what people read. */
export type Option = readonly [value: string, label: string];

/** One line of text. */
export function TextInput(props: ValueProps & { readonly autocomplete?: string }) {
  return (
    <Field {...props}>
      <input type="text" value={props.value} autocomplete={props.autocomplete ?? 'off'} {...attributesOf(props)} />
    </Field>
  );
}

function UnitInput({ unit, ...props }: ValueProps & { readonly unit: string }) {
  return (
    <Field {...props}>
      <span class="with-unit">
        <input type="text" inputmode="decimal" autocomplete="off" value={props.value} {...attributesOf(props)} />
        <span>{unit}</span>
      </span>
    </Field>
  );
}

/** An amount in 元. */
export function MoneyInput(props: ValueProps & { readonly unit?: string | undefined }) {
  return <UnitInput {...props} unit={props.unit ?? '元'} />;
}

/** A number with its unit after it. */
export function NumberInput(props: ValueProps & { readonly unit: string }) {
  return <UnitInput {...props} />;
}

/** A day. */
export function DateInput(props: ValueProps) {
  return (
    <Field {...props}>
      <input type="date" value={props.value} {...attributesOf(props)} />
    </Field>
  );
}

/** A day and time in Beijing. */
export function DateTimeInput(props: ValueProps) {
  return (
    <Field {...props}>
      <input type="datetime-local" value={props.value} {...attributesOf(props)} />
    </Field>
  );
}

/** One of a list; `empty` names the choice of nothing. */
export function Select(
  props: ValueProps & { readonly options: readonly Option[]; readonly empty?: string | undefined },
) {
  return (
    <Field {...props}>
      <select {...attributesOf(props)}>
        {props.empty === undefined ? null : <option value="">{props.empty}</option>}
        {props.options.map(([value, label]) => (
          <option value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** Several lines of text. */
export function TextArea(props: ValueProps & { readonly rows?: number }) {
  return (
    <Field {...props}>
      <textarea rows={props.rows ?? 3} {...attributesOf(props)}>
        {props.value}
      </textarea>
    </Field>
  );
}

interface ChoiceProps extends FieldProps {
  readonly options: readonly Option[];
  readonly values: readonly string[];
  /** A long list of short choices, side by side where there is room. */
  readonly inColumns?: boolean;
}

function Choices({ type, ...props }: ChoiceProps & { readonly type: 'checkbox' | 'radio' }) {
  return (
    <fieldset
      class={props.inColumns === true ? 'field choices columns' : 'field choices'}
      aria-describedby={describedBy(props)}
    >
      <legend>
        {props.label}
        {props.required === true ? <span class="must">必填</span> : null}
      </legend>
      {props.options.map(([value, label], index) => (
        <label>
          <input
            type={type}
            name={props.name}
            value={value}
            checked={props.values.includes(value)}
            id={index === 0 ? fieldId(props.name) : undefined}
          />
          <span>{label}</span>
        </label>
      ))}
      <Beside {...props} />
    </fieldset>
  );
}

/** Any of a list. */
export function Checkboxes(props: ChoiceProps) {
  return <Choices {...props} type="checkbox" />;
}

/** Exactly one of a list, all of them in sight. */
export function Radios(props: ChoiceProps) {
  return <Choices {...props} type="radio" />;
}

/** A form's button. `name` and `value` tell it from other buttons of the form. */
export function Submit(props: {
  readonly label: string;
  readonly name?: string;
  readonly value?: string;
  readonly quiet?: boolean;
}) {
  return (
    <button type="submit" name={props.name} value={props.value} class={props.quiet === true ? 'quiet' : undefined}>
      {props.label}
    </button>
  );
}

interface FormProps {
  readonly action: string;
  /** Fresh for each form shown: the command's key. */
  readonly formKey: string;
  /** Version of the thing the person sees; absent where there is none yet. */
  readonly version?: number | undefined;
  /** Saved while the person types, where the browser runs scripts. */
  readonly autosave?: boolean | undefined;
  /** Address of the checks beside the fields, renewed after each save. */
  readonly checks?: string | undefined;
}

/** A form that changes something: it carries its key and the version the person saw. */
export function DeskForm({ action, formKey, version, autosave, checks, children }: PropsWithChildren<FormProps>) {
  return (
    <form
      method="post"
      action={action}
      class="desk-form"
      novalidate
      data-autosave={autosave === true ? '' : undefined}
      data-renew={checks}
    >
      <input type="hidden" name="_key" value={formKey} />
      {version === undefined ? null : <input type="hidden" name="_version" value={String(version)} />}
      {children}
    </form>
  );
}

/** What is wrong, above the form, each with the way to its field; what belongs to no field stands as a sentence. */
export function ErrorSummary({ title, errors, children }: PropsWithChildren<{ title: string; errors: FieldErrors }>) {
  return (
    <div class="notice wrong" role="alert" tabindex={-1} id="faults">
      <p>
        <strong>{title}</strong>
      </p>
      {children}
      <ul>
        {Object.entries(errors).map(([name, detail]) => (
          <li>
            <a href={`#${fieldId(name)}`}>{detail}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
