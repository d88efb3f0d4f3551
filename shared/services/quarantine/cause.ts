import type { JsonValue } from '../../domain/json.ts';
import type { ErrorCode } from '../../errors/codes.ts';
import type { Complaint } from '../records/document-outcome.ts';

/** Why something waits for a person (待核原因), with what differs from row to row taken out. */
export interface Cause {
  /** The error's code where the whole document was refused, else `null`. */
  readonly code: ErrorCode | null;
  /** Where, indexes and row numbers as `*`; `null` where nothing says. */
  readonly path: string | null;
  readonly reason: string;
}

type Details = Readonly<Record<string, JsonValue | undefined>>;

/**
 * Takes out of a path what differs from row to row.
 *
 * @example generalPath('/Sheet1!F7') //=> '/Sheet1!F*'
 */
function generalPath(path: string): string {
  return path
    .replace(/\/\d+(?=\/|$)/g, '/*')
    .replace(/:nth-of-type\(\d+\)/g, ':nth-of-type(*)')
    .replace(/^(\/(?:[^/]*!)?[A-Z]{1,3})\d{1,7}$/, '$1*')
    .replace(/(?<=\/\p{Script=Han}{1,20})\d+(?=\/|$)/gu, '*');
}

/** Takes paths and counts out of a reason; the words it quotes stay, for each word is a repair of its own. */
function generalReason(reason: string): string {
  return reason.replace(/(?<= than )\S+$/, (path) => generalPath(path)).replace(/(?<=: )\d+$/, '*');
}

/** The cause of one complaint about a row or field. */
export function causeOfComplaint({ path, reason }: Complaint): Cause {
  return { code: null, path: path === '' ? null : generalPath(path), reason: generalReason(reason) };
}

/** Complaints that a refusal lists in its details (`first`: `path: reason; path: reason`). */
function complaintsIn(details: Details): readonly Complaint[] {
  const { first } = details;
  if (typeof first !== 'string') return [];
  return first.split(/; (?=\/|[a-z]+\.)/).map((text) => {
    const [, path = '', reason = text] = /^(.*?): (.*)$/s.exec(text) ?? [];
    return { path, reason };
  });
}

/** What a refusal's details say, without numbers, which count and do not name. */
function wordsOf(details: Details): readonly string[] {
  return Object.entries(details).flatMap(([name, value]) =>
    typeof value === 'string' && name !== 'at' && name !== 'first' ? [`${name} ${value}`] : [],
  );
}

/** What a refusal complains of: the rows it lists, else the place and the words it gives. */
export function complaintsOfRefusal(reason: string, details: Details): readonly Complaint[] {
  const listed = complaintsIn(details);
  if (listed.length > 0) return listed;
  const { at } = details;
  return [{ path: typeof at === 'string' ? at : '', reason: [reason, ...wordsOf(details)].join('; ') }];
}

/** The cause of the refusal of a whole document. */
export function causeOfRefusal(code: ErrorCode, reason: string, details: Details): Cause {
  const [first] = complaintsIn(details);
  const at = typeof details['at'] === 'string' ? details['at'] : first?.path;
  const words = [reason, ...wordsOf(details), ...(first === undefined ? [] : [generalReason(first.reason)])];
  return { code, path: at === undefined ? null : generalPath(at), reason: words.join('; ') };
}
