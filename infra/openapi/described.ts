import * as z from 'zod/mini';

/** What the document says of a schema besides its shape. */
interface Said {
  /** Name under `components/schemas`. */
  readonly id?: string;
  /** Chinese, then the same in English, short. */
  readonly description?: string;
  readonly format?: string;
  readonly examples?: readonly unknown[];
}

/** Everything the document says of schemas. */
export const sayings = z.registry<Said>();

/** Schemas that have a name of their own. */
export const components = z.registry<{ readonly id: string }>();

/** A schema with what the document says of it; one that is described already is left as it was, and referred to. */
export function described<T extends z.ZodMiniType>(
  schema: T,
  description: string,
  more: Omit<Said, 'description'> = {},
): T {
  const own = sayings.has(schema) ? schema.clone(schema._zod.def as T['_zod']['def'], { parent: true }) : schema;
  sayings.add(own, { description, ...more });
  if (more.id !== undefined) components.add(own, { id: more.id });
  return own;
}

/** A value that may be unknown. */
export function orUnknown<T extends z.ZodMiniType>(schema: T, description: string) {
  return described(z.nullable(schema), description);
}
