import { type Fen, formatYuan, type Ppm, parseMoney, ppm } from '#shared/domain/money.ts';
import { formatBeijing, type Instant, type LocalDate, parseBeijing, parseBeijingDate } from '#shared/domain/time.ts';
import type { Area } from '#shared/domain/trade.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { RequestFault } from '#shared/errors/problem.ts';

/** What a form sent: one text or several under a name. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** What is wrong with a form, in Chinese, by the name of the field. */
export type FieldErrors = Readonly<Record<string, string>>;

/** Longest text of one line; longer ones say so. */
const LONGEST_LINE = 200;
const PPM_PER_PERCENT_DIGITS = 4;

/** Reads a form field by field; what is empty is `null`, what is wrong is noted under its name and read as `null`. */
export interface FormReader {
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
  /** Notes a fault the caller found. */
  fault(name: string, detail: string): void;
  text(name: string, options?: { readonly most?: number; readonly required?: string }): string | null;
  /** All values under the name that are not empty. */
  list(name: string): readonly string[];
  /** One value per line, without the empty ones. */
  lines(name: string): readonly string[];
  isChecked(name: string): boolean;
  /** One of the values given. */
  choice<T extends string>(name: string, among: readonly T[]): T | null;
  /** 元 with at most two decimals, thousands separators and 万 allowed. */
  yuan(name: string): Fen | null;
  /** A whole number in the range, both ends in. */
  whole(name: string, from: number, to: number): number | null;
  /** A percentage of up to four decimals. */
  percent(name: string): Ppm | null;
  /** A number with up to three decimals, and the unit under `<name>.unit`. */
  area(name: string): Area | null;
  day(name: string): LocalDate | null;
  /** Beijing wall time, to the minute. */
  time(name: string): Instant | null;
}

function one(values: FormValues, name: string): string {
  const value = values[name];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
}

function many(values: FormValues, name: string): readonly string[] {
  const value = values[name] ?? [];
  return (typeof value === 'string' ? [value] : value).map((text) => text.trim()).filter((text) => text !== '');
}

function readYuan(text: string): Fen | undefined {
  const read = parseMoney(text, 'yuan');
  return read.kind === 'amount' ? read.fen : undefined;
}

/** Reads a plain decimal as a whole number of its last decimal place; undefined with more decimals or out of range. */
function readDecimal(text: string, decimals: number): number | undefined {
  const match = /^(\d{1,9})(?:\.(\d+))?$/.exec(text.replaceAll(',', ''));
  const fraction = match?.[2] ?? '';
  if (match === null || fraction.length > decimals) return undefined;
  return Number(`${match[1]}${fraction.padEnd(decimals, '0')}`);
}

function readWhole(text: string, from: number, to: number): number | undefined {
  const number = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
  return number >= from && number <= to ? number : undefined;
}

/** Reads one field: `null` when it is empty, or when it is wrong, which is then noted. */
type Read = <T>(name: string, detail: string, parse: (text: string) => T | undefined) => T | null;

function known<T extends string>(among: readonly T[]) {
  return (text: string) => among.find((value) => value === text);
}

function wordFields(values: FormValues, read: Read, fault: FormReader['fault']) {
  return {
    text: (name, { most = LONGEST_LINE, required } = {}) => {
      if (required !== undefined && one(values, name) === '') fault(name, required);
      return read(name, `最多 ${most} 个字`, (text) => (text.length > most ? undefined : text));
    },
    list: (name) => many(values, name),
    lines: (name) => many(values, name).flatMap((text) => text.split(/\r?\n/).flatMap((line) => line.trim() || [])),
    isChecked: (name) => one(values, name) !== '',
    choice: (name, among) => read(name, '请从列出的选项中选择', known(among)),
  } satisfies Partial<FormReader>;
}

function amountFields(read: Read) {
  return {
    yuan: (name) => read(name, '请填写金额,如 12000 或 12000.50(元,最多两位小数)', readYuan),
    whole: (name, from, to) => read(name, `请填写 ${from} 至 ${to} 的整数`, (text) => readWhole(text, from, to)),
    percent: (name) => {
      const digits = PPM_PER_PERCENT_DIGITS;
      const rate = read(name, '请填写百分数,如 3 或 2.5', (text) =>
        readDecimal(text.replace(/[%\uff05]$/, ''), digits),
      );
      return rate === null ? null : ppm(rate);
    },
    area: (name) => {
      const thousandths = read(name, '请填写面积,最多三位小数,如 12.5', (text) => readDecimal(text, 3));
      const unit = read(`${name}.unit`, '请选择亩或平方米', known(['mu', 'm2'] as const)) ?? 'mu';
      return thousandths === null ? null : { thousandths, unit };
    },
  } satisfies Partial<FormReader>;
}

/** Reads a form; see `FormReader`. */
export function formReader(values: FormValues): FormReader {
  const errors: Record<string, string> = {};
  const fault = (name: string, detail: string): void => {
    errors[name] ??= detail;
  };
  const read: Read = (name, detail, parse) => {
    const text = one(values, name);
    if (text === '') return null;
    const value = parse(text);
    if (value === undefined) fault(name, detail);
    return value ?? null;
  };
  return {
    ...{ values, errors, fault },
    ...wordFields(values, read, fault),
    ...amountFields(read),
    day: (name) => read(name, '请填写日期,如 2026-05-06', parseBeijingDate),
    time: (name) => read(name, '请填写日期和时间,如 2026-05-06 10:00', (text) => parseBeijing(text)),
  };
}

/** An amount as it stands in a field: `12000.5`; empty where not known. */
export function yuanValue(amount: Fen | null): string {
  return amount === null ? '' : formatYuan(amount).replaceAll(',', '').replace(/\.00$/, '');
}

/** A rate as it stands in a field, in percent. */
export function percentValue(rate: Ppm | null): string {
  return rate === null ? '' : decimalValue(rate, PPM_PER_PERCENT_DIGITS);
}

/** An area's number as it stands in a field. */
export function areaValue(area: Area | null): string {
  return area === null ? '' : decimalValue(area.thousandths, 3);
}

/** A time as it stands in a field, Beijing, to the minute: `2026-05-06T10:00`. */
export function timeValue(at: Instant | null): string {
  return at === null ? '' : formatBeijing(at).slice(0, 16);
}

/** A number, or nothing, as it stands in a field. */
export function wholeValue(number: number | null): string {
  return number === null ? '' : String(number);
}

function decimalValue(scaled: number, decimals: number): string {
  const digits = String(scaled).padStart(decimals + 1, '0');
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  return `${digits.slice(0, -decimals)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** What a form shows again after a fault: what the person typed, else what is stored. */
export function shownValue(typed: FormValues | undefined, name: string, stored: string): string {
  return typed === undefined || typed[name] === undefined ? stored : one(typed, name);
}

/**
 * The faults of a request by the field's name: `/lease/startsOn` is the field `lease.startsOn`, unless `nameOf` knows better.
 * Several of one field stand together.
 */
export function fieldErrorsOf(
  faults: readonly RequestFault[],
  nameOf: (pointer: string) => string = (pointer) => pointer.replace(/^\//, '').replaceAll('/', '.'),
): FieldErrors {
  const groups = Map.groupBy(faults, (fault) => ('pointer' in fault ? nameOf(fault.pointer) : fault.parameter));
  return Object.fromEntries([...groups].map(([name, own]) => [name, own.map(({ detail }) => detail).join(';')]));
}

/**
 * Refuses a form something is wrong with.
 * @throws AppError `FORM.INVALID` with a JSON pointer for each field
 */
export function refuseFaults(errors: FieldErrors): void {
  const faults = Object.entries(errors).map(([name, detail]) => ({ pointer: `/${name.replaceAll('.', '/')}`, detail }));
  if (faults.length > 0) throw new AppError('FORM.INVALID', 'the form has faults', { details: { errors: faults } });
}
