import type { QuarantinedRow } from '#shared/ports/auction-platform.ts';
import { toFactText } from './fact-text.ts';
import { maskPersonalData } from './personal-data.ts';
import { drift } from './refusal.ts';

/** Above this share of unreadable rows the format has changed, and the readable ones are not to be trusted either. */
const MAX_BAD_PERCENT = 20;

/** One bad row alone is never a change of format. */
const MIN_BAD_ROWS = 2;

const NAMED_IN_ERROR = 5;
const LONGEST_QUOTE = 40;

/** Thrown while reading one row: it goes to quarantine, the others go on. Never leaves `readRows`. */
export class BadRow extends Error {
  readonly field: string;

  constructor(field: string, reason: string) {
    super(reason);
    this.name = 'BadRow';
    this.field = field;
  }
}

/** Rows that could be read, each with its path, and those that could not. */
interface RowsReading<T> {
  readonly good: readonly { readonly path: string; readonly row: T }[];
  readonly bad: readonly QuarantinedRow[];
}

/** Reads rows one by one; a `BadRow` quarantines its row at `path` + field. */
export function readRows<V, T>(
  rows: readonly V[],
  pathOf: (index: number) => string,
  read: (row: V) => T,
): RowsReading<T> {
  const good: { path: string; row: T }[] = [];
  const bad: QuarantinedRow[] = [];
  for (const [index, row] of rows.entries()) {
    try {
      good.push({ path: pathOf(index), row: read(row) });
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      bad.push({ path: pathOf(index) + error.field, reason: error.message });
    }
  }
  return { good, bad };
}

/** The value, or the row's end. */
export function need<T>(value: T | undefined, field: string, reason: string): T {
  if (value === undefined) throw new BadRow(field, reason);
  return value;
}

/**
 * Refuses a document too many of whose rows are bad.
 * @throws AppError `DOCUMENT.DRIFT` naming the first bad rows
 */
export function refuseIfDrifted(rows: number, bad: readonly QuarantinedRow[]): void {
  if (bad.length < MIN_BAD_ROWS || bad.length * 100 <= rows * MAX_BAD_PERCENT) return;
  const first = bad.slice(0, NAMED_IN_ERROR).map(({ path, reason }) => `${path}: ${reason}`);
  throw drift('too many rows are unreadable', { rows, bad: bad.length, first: first.join('; ') });
}

/** Joins the parts of a JSON pointer (RFC 6901); names are text of the document and masked like it. */
export function toPointer(...parts: readonly (string | number)[]): string {
  return parts
    .map((part) => (typeof part === 'number' ? `/${part}` : `/${escapePart(maskPersonalData(part))}`))
    .join('');
}

function escapePart(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Quotes text of the document inside a reason: masked and short. */
export function quote(text: string): string {
  const clean = toFactText(text);
  // Cut, a long number may look like a personal one.
  return `"${clean.length > LONGEST_QUOTE ? `${maskPersonalData(clean.slice(0, LONGEST_QUOTE).toWellFormed())}…` : clean}"`;
}
