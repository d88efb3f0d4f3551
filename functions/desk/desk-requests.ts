import type { JsonValue } from '#shared/domain/json.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { invalidRequest } from '#shared/errors/problem.ts';
import type { Command } from '#shared/services/events/aggregate.ts';
import type { FormValues } from '#web/pages/desk/form-text.ts';
import type { DeskContext } from './desk-routes.ts';

/** A key people's programs make up: printable, no spaces. */
const KEY = /^[!-~]{8,128}$/;

/** Says whether a program asks, which wants JSON, or a browser, which wants a page. */
export function wantsJson(context: DeskContext): boolean {
  const accept = context.req.header('accept') ?? '';
  return /application\/(?:problem\+)?json\b/i.test(accept) && !/text\/html/i.test(accept);
}

function isJson(context: DeskContext): boolean {
  return /^application\/json\b/i.test(context.req.header('content-type') ?? '');
}

/** A field of a JSON body as a form would send it: numbers and truth values as text, `null` and absent as nothing. */
function fieldOf(name: string, value: unknown): readonly [string, string | readonly string[]][] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return [[name, value.map(String)]];
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([inner, part]) => fieldOf(`${name}.${inner}`, part));
  }
  return [[name, String(value)]];
}

async function jsonIn(context: DeskContext): Promise<FormValues> {
  const body: unknown = await context.req.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalidRequest('the body is not a JSON object', [{ pointer: '', detail: '内容应为 JSON 对象' }]);
  }
  return Object.fromEntries(Object.entries(body).flatMap(([name, value]) => fieldOf(name, value)));
}

/**
 * The fields of a request's body, whichever way they came: a browser's form, or JSON with the same names, where a nested
 * object's names are joined by dots. A name that comes more than once, or as an array, is a list.
 *
 * @throws AppError `REQUEST.INVALID` when the body is said to be JSON and is none
 */
export async function formIn(context: DeskContext): Promise<FormValues> {
  if (isJson(context)) return jsonIn(context);
  const values: Record<string, string | readonly string[]> = {};
  for (const [name, value] of new URLSearchParams(await context.req.text())) {
    const known = values[name];
    if (known === undefined) values[name] = value;
    else values[name] = typeof known === 'string' ? [known, value] : [...known, value];
  }
  return values;
}

function textOf(form: FormValues, name: string): string | undefined {
  const value = form[name];
  const text = typeof value === 'string' ? value.trim() : undefined;
  return text === '' ? undefined : text;
}

function expectedIn(context: DeskContext, form: FormValues): number | undefined {
  const named = context.req.header('if-match') ?? textOf(form, '_version');
  if (named === undefined) return undefined;
  const digits = /^(?:W\/)?"?(\d{1,9})"?$/.exec(named)?.[1];
  if (digits === undefined) {
    throw invalidRequest('the version named is no version', [{ pointer: '/_version', detail: '不是版本号' }]);
  }
  return Number(digits);
}

/** What was asked, without the fields that only carry it. */
function askedIn(form: FormValues): Readonly<Record<string, JsonValue>> {
  return Object.fromEntries(Object.entries(form).filter(([name]) => !name.startsWith('_')));
}

/**
 * The command of a request: its key (`Idempotency-Key`, or the form's `_key`), what was asked (address and fields), and the
 * version the person saw (`If-Match`, or the form's `_version`).
 *
 * @throws AppError `COMMAND.KEY_MISSING`, `REQUEST.INVALID`
 */
export function commandIn(context: DeskContext, form: FormValues): Command {
  const id = context.req.header('idempotency-key') ?? textOf(form, '_key');
  if (id === undefined || !KEY.test(id)) throw new AppError('COMMAND.KEY_MISSING', 'the command has no key');
  const expected = expectedIn(context, form);
  const body = { address: context.req.path, asked: askedIn(form) };
  return { id, body, ...(expected === undefined ? {} : { expected }) };
}
