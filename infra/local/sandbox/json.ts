import type { JsonValue } from '#shared/domain/json.ts';

export type JsonObject = Readonly<Record<string, JsonValue | undefined>>;

/** The object a text holds; undefined for anything else. */
export function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
