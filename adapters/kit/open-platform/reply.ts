import { COMMON_MARKS } from '../block-page.ts';
import { parseJson } from '../json-reply.ts';
import { decodeExactly, type Page, unreadableText } from '../page.ts';
import { drift, refusalOf } from '../refusal.ts';
import { quote } from '../rows.ts';

/**
 * Reads the JSON of a document.
 * @throws AppError `DOCUMENT.BLOCKED`, `DOCUMENT.ENCODING` or `DOCUMENT.DRIFT`
 */
export function readReply(page: Page): unknown {
  const reply = parseJson(decodeExactly(page) ?? '');
  if (reply === undefined) throw refusalOf(page, COMMON_MARKS, 'a JSON document');
  if (page.charset !== 'utf-8') throw unreadableText('JSON that is not UTF-8');
  return reply;
}

/**
 * Refuses what does not say it is of the one schema that is read here.
 * @throws AppError `DOCUMENT.DRIFT` for an error reply, another schema, and another version of this one
 */
export function requireSchema(value: unknown, supported: string, at = ''): void {
  const said = textOf(value, 'schema');
  if (said === supported) return;
  const code = textOf(value, 'code');
  if (said === undefined && code !== undefined && textOf(value, 'message') !== undefined) {
    throw drift('the platform answered with an error', { code: quote(code) });
  }
  throw drift('not a supported schema', { at: `${at}/schema`, found: quote(said ?? ''), supported });
}

/** A field of an object as text; numbers too, for error codes come both ways. */
function textOf(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const field: unknown = Object.getOwnPropertyDescriptor(value, name)?.value;
  return typeof field === 'string' || typeof field === 'number' ? String(field) : undefined;
}
