import { canonicalJson } from '../canonical.ts';
import type { JsonValue } from '../json.ts';

/** One field that differs; `null` on a side where it is not there or not known. */
export interface Difference {
  /** JSON pointer; entries of a list that have an id are named by it. */
  readonly pointer: string;
  readonly before: JsonValue;
  readonly after: JsonValue;
}

/** Field by field, what differs between two versions of a thing, by the names of the fields. */
export function differences(before: object, after: object): readonly Difference[] {
  const [old, young] = [fieldsOf(before), fieldsOf(after)];
  const pointers = [...new Set([...old.keys(), ...young.keys()])];
  return pointers.flatMap((pointer) => {
    const change = { pointer, before: old.get(pointer) ?? null, after: young.get(pointer) ?? null };
    return change.before === change.after ? [] : [change];
  });
}

type Scalar = string | number | boolean | null;

function fieldsOf(thing: object): ReadonlyMap<string, Scalar> {
  const fields = new Map<string, Scalar>();
  collect(JSON.parse(canonicalJson(thing)), '', fields);
  return fields;
}

function collect(value: JsonValue | undefined, pointer: string, fields: Map<string, Scalar>): void {
  if (value === undefined) return;
  if (value === null || typeof value !== 'object') {
    fields.set(pointer, value);
    return;
  }
  const entries = Array.isArray(value)
    ? value.map((entry: JsonValue, index): [string, JsonValue] => [nameOf(entry) ?? String(index), entry])
    : Object.entries(value);
  for (const [name, entry] of entries) collect(entry, `${pointer}/${name}`, fields);
}

function nameOf(entry: JsonValue): string | undefined {
  if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) return undefined;
  const id = 'id' in entry ? entry['id'] : undefined;
  return typeof id === 'string' ? id : undefined;
}
