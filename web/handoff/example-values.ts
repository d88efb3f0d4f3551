import { FIELD_NAMES, type FieldValues, fieldFacts } from '#shared/domain/handoff/fields.ts';

/** Invented values for looking at a template: each placeholder shows its own name. */
export const EXAMPLE_VALUES: FieldValues = Object.fromEntries(
  FIELD_NAMES.map((name) => [name, fieldFacts(name).isList ? [`〔${name}之一〕`, `〔${name}之二〕`] : `〔${name}〕`]),
);
