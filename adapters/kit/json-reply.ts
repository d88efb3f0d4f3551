import { decodeExactly, type Page } from './page.ts';
import { type BlockMarks, refusalOf } from './refusal.ts';

/** The call in front of a JSONP reply, an empty comment before it included. Bounded because the text is hostile. */
const CALL = /^\s{0,40}(?:\/\*{2}\/\s{0,40})?[A-Za-z_$][\w$.]{0,100}\s{0,40}\(/;

/**
 * Reads a JSON reply (接口回复), bare or wrapped in a JSONP call.
 *
 * @param marks how the platform's blocked pages are known: they come in place of the reply
 * @throws AppError `DOCUMENT.BLOCKED`, `DOCUMENT.ENCODING` or `DOCUMENT.DRIFT` when it is none
 */
export function readJsonReply(page: Page, marks: BlockMarks): unknown {
  const text = decodeExactly(page) ?? '';
  const call = CALL.exec(text)?.[0];
  const end = text.lastIndexOf(')');
  const isWrapped = call !== undefined && /^\)\s*;?\s*$/.test(text.slice(end, end + 40));
  const reply = parseJson(isWrapped ? text.slice(call.length, end) : text);
  if (reply === undefined) throw refusalOf(page, marks, 'a JSON reply');
  return reply;
}

/** Undefined for what is no JSON; `undefined` itself is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
