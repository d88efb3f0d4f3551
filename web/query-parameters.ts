import { invalidRequest, type RequestFault } from '#shared/errors/problem.ts';

/** What one value of a query parameter may be. */
export type ValueRule =
  | { readonly kind: 'word'; readonly words: readonly string[] }
  | { readonly kind: 'pattern'; readonly pattern: RegExp; readonly form: string }
  | { readonly kind: 'text'; readonly longest: number }
  | { readonly kind: 'integer'; readonly least: number; readonly most: number };

/** A query parameter; `many` may be given several times, its values are alternatives. */
export type ParameterRule = ValueRule & { readonly many?: true };

/** Query parameters by name, in the order they are written. */
export type ParameterTable = Readonly<Record<string, ParameterRule>>;

type ValueOf<R> = R extends { readonly kind: 'integer' }
  ? number
  : R extends { readonly words: readonly (infer W)[] }
    ? W
    : string;

/** What was given for each parameter of a table, without repetitions. */
export type ParameterValues<T> = { readonly [N in keyof T]: readonly ValueOf<T[N]>[] };

const INTEGER = /^-?\d{1,15}$/;
const LONGEST_ECHO = 100;

/** What is wrong with a value, in Chinese; null when nothing is. */
function complaintOf(rule: ValueRule, text: string): string | null {
  switch (rule.kind) {
    case 'word':
      return rule.words.includes(text) ? null : `“${text.slice(0, LONGEST_ECHO)}”不是可用的值`;
    case 'pattern':
      return rule.pattern.test(text) ? null : `应为${rule.form}`;
    case 'text':
      return text.length <= rule.longest ? null : `不超过 ${rule.longest} 个字`;
    case 'integer': {
      const value = INTEGER.test(text) ? Number(text) : Number.NaN;
      return value >= rule.least && value <= rule.most ? null : `应为 ${rule.least} 到 ${rule.most} 的整数`;
    }
  }
}

function faultsOf(name: string, rule: ParameterRule, texts: readonly string[]): readonly RequestFault[] {
  const allowed = rule.kind === 'word' ? { allowed: rule.words } : {};
  const faults = texts.flatMap((text): RequestFault[] => {
    const detail = complaintOf(rule, text);
    return detail === null ? [] : [{ parameter: name, detail, ...allowed }];
  });
  if (texts.length > 1 && rule.many !== true) faults.push({ parameter: name, detail: '只能给一个值' });
  return faults;
}

/**
 * Reads query parameters by their rules. An empty value counts as not given, as forms send it.
 *
 * @param passedOver names that belong to somebody else
 * @throws AppError `REQUEST.INVALID` naming every wrong value and every parameter nobody knows
 */
export function readParameters<const T extends ParameterTable>(
  params: URLSearchParams,
  table: T,
  passedOver: readonly string[] = [],
): ParameterValues<T> {
  const known = [...Object.keys(table), ...passedOver];
  const strangers = [...new Set(params.keys())].filter((name) => !known.includes(name));
  const faults: RequestFault[] = strangers.map((name) => ({
    parameter: name.slice(0, LONGEST_ECHO),
    detail: '没有这个参数',
    allowed: known,
  }));
  const read = Object.entries(table).map(([name, rule]) => {
    const texts = [...new Set(params.getAll(name).map((text) => text.trim()))].filter((text) => text !== '');
    faults.push(...faultsOf(name, rule, texts));
    const values: readonly unknown[] = rule.kind === 'integer' ? texts.map(Number) : texts;
    return [name, values] as const;
  });
  if (faults.length > 0) throw invalidRequest('the query parameters are not understood', faults);
  return Object.fromEntries(read) as ParameterValues<T>;
}
