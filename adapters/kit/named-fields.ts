import type { core } from 'zod/mini';
import { toFactText } from './fact-text.ts';

/** The fields a schema names, level by level; nothing is looked for below a level that is undefined. */
interface Level {
  /** Absent where any field is welcome. */
  readonly fields?: ReadonlyMap<string, Level | undefined>;
  /** Elements of a list, values of a record. */
  readonly each?: Level | undefined;
}

/** Fields of hostile documents are many and long; nobody reads more than this. */
export const MAX_UNREAD = 200;
const LONGEST_NAME = 40;

/** A name without white space, slashes or numbers that might be a person's. */
const PLAIN_NAME = /^[A-Za-z][A-Za-z_$-]{0,36}\d{0,3}$/;

/** Finds what a schema names. Recursive (`lazy`) and custom types are not looked into. */
export function namedFields(schema: core.$ZodType): Level | undefined {
  const { def } = (schema as core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object': {
      const fields = Object.entries(def.shape).map(([name, field]) => [name, namedFields(field)] as const);
      return def.catchall === undefined || def.catchall._zod.def.type === 'never'
        ? { fields: new Map(fields) }
        : undefined;
    }
    case 'array':
      return { each: namedFields(def.element) };
    case 'record':
      return { each: namedFields(def.valueType) };
    case 'union':
      return def.options.map(namedFields).reduce(either);
    case 'intersection':
      return either(namedFields(def.left), namedFields(def.right));
    case 'pipe':
      return namedFields(def.in);
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return namedFields(def.innerType);
    default:
      return undefined;
  }
}

/** What either of two schemas names. */
function either(one: Level | undefined, other: Level | undefined): Level | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const each = either(one.each, other.each);
  if (one.fields === undefined || other.fields === undefined) {
    const fields = one.fields ?? other.fields;
    return fields === undefined ? { each } : { fields, each };
  }
  const fields = new Map(one.fields);
  for (const [name, level] of other.fields) fields.set(name, either(fields.get(name), level));
  return { fields, each };
}

/** Adds the paths of fields that are present and not named, indexes as `*`, each once and no more than `MAX_UNREAD`. */
export function findUnread(value: unknown, level: Level, path: string, found: Set<string>): void {
  if (typeof value !== 'object' || value === null || found.size >= MAX_UNREAD) return;
  const { fields, each } = level;
  if (Array.isArray(value)) {
    if (each !== undefined) for (const element of value) findUnread(element, each, `${path}/*`, found);
    return;
  }
  for (const [name, field] of Object.entries(value)) {
    const isNamed = fields === undefined || fields.has(name);
    const below = fields === undefined ? each : fields.get(name);
    if (!isNamed) found.add(`${path}/${toName(name)}`);
    else if (below !== undefined) findUnread(field, below, `${path}/${fields === undefined ? '*' : name}`, found);
    if (found.size >= MAX_UNREAD) return;
  }
}

/** A name as part of a JSON pointer: masked and short, for it is the document's text. */
function toName(name: string): string {
  if (PLAIN_NAME.test(name)) return name;
  return toFactText(name).slice(0, LONGEST_NAME).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1');
}
