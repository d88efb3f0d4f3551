import { Field, type FieldProps, fieldId } from '../field.tsx';

/** An area with its unit, under `<name>` and `<name>.unit`. */
export function AreaInput(props: FieldProps & { readonly value: string; readonly unit: string }) {
  const { name, label, value, unit, error } = props;
  return (
    <Field {...props}>
      <span class="with-unit">
        <input
          type="text"
          inputmode="decimal"
          autocomplete="off"
          id={fieldId(name)}
          name={name}
          value={value}
          aria-invalid={error === undefined ? undefined : 'true'}
        />
        <select name={`${name}.unit`} aria-label={`${label}的单位`}>
          <option value="mu" selected={unit !== 'm2'}>
            亩
          </option>
          <option value="m2" selected={unit === 'm2'}>
            平方米
          </option>
        </select>
      </span>
    </Field>
  );
}
