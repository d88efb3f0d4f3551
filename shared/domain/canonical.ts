import type { JsonValue } from './json.ts';

/** JSON with the keys of every object in order: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inKeyOrder(value as JsonValue | undefined)) ?? 'null';
}

/** The same value with the keys of every object in order. */
export function inKeyOrder<T extends JsonValue | undefined>(value: T): JsonValue | T {
  if (Array.isArray(value)) return value.map((entry: JsonValue) => inKeyOrder(entry) ?? null);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, entry]) => [key, inKeyOrder(entry)]));
}
