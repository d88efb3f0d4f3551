import type { core } from 'zod/mini';
import { safeParse } from 'zod/mini';
import { findUnread, MAX_UNREAD, namedFields } from './named-fields.ts';
import { toPointer } from './rows.ts';

/** What reading a value by a schema gives. Paths are JSON pointers from the value. */
export type DriftReading<T> =
  | {
      readonly ok: true;
      readonly value: T;
      /** Fields the value carries and the schema does not name, each path once, indexes as `*`. */
      readonly unread: readonly string[];
    }
  | { readonly ok: false; readonly path: string; readonly reason: string };

/** A schema that tolerates new fields and tells of them. */
export interface Drifting<T> {
  read(value: unknown): DriftReading<T>;
}

const NOTHING: readonly string[] = [];

/**
 * Makes a schema loose for running and strict for noticing: a field it does not name never fails a reading, and is
 * named in `unread`. Name only fields that are read. Reasons never quote the document.
 *
 * @example drifting(z.object({ id: z.string() })).read({ id: '1', x: 2 }) //=> { ok: true, value: { id: '1' }, unread: ['/x'] }
 */
export function drifting<S extends core.$ZodType>(schema: S): Drifting<core.output<S>> {
  const level = namedFields(schema);
  return {
    read(value) {
      const parsed = safeParse(schema, value);
      if (!parsed.success) return failure(parsed.error.issues[0], value);
      if (level === undefined) return { ok: true, value: parsed.data, unread: NOTHING };
      const found = new Set<string>();
      findUnread(value, level, '', found);
      return { ok: true, value: parsed.data, unread: found.size === 0 ? NOTHING : [...found] };
    },
  };
}

/** Gathers the unread fields of a document from its parts, for `MappedDocument.unread`. */
export interface UnreadFields {
  /** @param place where the part stands, e.g. `/data/*` */
  add(place: string, unread: readonly string[]): void;
  /** Each path once, in text order, at most 200. */
  list(): readonly string[];
}

export function collectUnread(): UnreadFields {
  const found = new Set<string>();
  return {
    add(place, unread) {
      for (const path of unread) if (found.size < MAX_UNREAD) found.add(place + path);
    },
    list: () => [...found].sort(),
  };
}

function failure(issue: core.$ZodIssue | undefined, value: unknown): DriftReading<never> {
  const path = issue?.path.map(String) ?? [];
  return { ok: false, path: toPointer(...path), reason: reasonOf(issue, valueAt(value, path)) };
}

function reasonOf(issue: core.$ZodIssue | undefined, value: unknown): string {
  if (value === undefined) return 'missing';
  if (issue?.code === 'invalid_type') return `not of type ${issue.expected}`;
  if (issue?.code === 'invalid_value') return 'none of the known values';
  return 'not of the known form';
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const name of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Object.getOwnPropertyDescriptor(at, name)?.value;
  }
  return at;
}
