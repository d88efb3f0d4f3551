import type { RequestFault } from '../../errors/problem.ts';
import type { JsonValue } from '../json.ts';
import { type LocalDate, parseBeijingDate } from '../time.ts';

/**
 * Reads plain data place by place: what is wrong is noted under its JSON pointer, in Chinese, and reading goes on with a
 * stand-in, so that a person sees every fault at once. Whoever is done asks `faults` before using anything.
 */
export interface DataReader {
  readonly faults: readonly RequestFault[];
  at(key: string | number): DataReader;
  /** Every element of a list. */
  each<T>(read: (item: DataReader, index: number) => T): readonly T[];
  /** Every entry of an object, by its key. */
  entries<T>(read: (item: DataReader, key: string) => T): Readonly<Record<string, T>>;
  fault(detail: string): void;
  text(most?: number): string;
  textOrNull(most?: number): string | null;
  whole(from: number, to: number): number;
  wholeOrNull(from: number, to: number): number | null;
  flag(): boolean;
  oneOf<T extends string>(among: readonly T[]): T;
  day(): LocalDate;
  dayOrNull(): LocalDate | null;
  isNull(): boolean;
  isObject(): boolean;
  /** A text with its blanks and line ends as they are. */
  verbatim(most: number): string;
  /** Adds faults found by a check of the whole. */
  add(found: readonly RequestFault[]): void;
}

/** 1000亿元: what is beyond it was entered in the wrong unit. */
export const MOST_FEN = 10_000_000_000_000;

const LONGEST_TEXT = 500;
const STAND_IN_DAY = '1970-01-01' as LocalDate;

function isObject(value: JsonValue | undefined): value is { readonly [key: string]: JsonValue | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A reader of one value; see `DataReader`. */
export function dataReader(value: JsonValue | undefined, pointer = '', faults: RequestFault[] = []): DataReader {
  const fault = (detail: string): void => {
    if (!faults.some((each) => 'pointer' in each && each.pointer === pointer)) faults.push({ pointer, detail });
  };
  const need = <T>(found: T | undefined, detail: string, standIn: T): T => {
    if (found === undefined) fault(detail);
    return found ?? standIn;
  };
  const textIn = (most: number) =>
    typeof value === 'string' && value.trim() !== '' && value.length <= most ? value.trim() : undefined;
  const wholeIn = (from: number, to: number) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= from && value <= to ? value : undefined;
  const dayIn = () =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? parseBeijingDate(value) : undefined;
  const isNull = value === undefined || value === null || value === '';
  const text = (most = LONGEST_TEXT) => need(textIn(most), `请填写,最多${most}字`, '');
  const whole = (from: number, to: number) => need(wholeIn(from, to), `应为${from}至${to}的整数`, from);
  const day = () => need(dayIn(), '应为日期,如 2026-05-06', STAND_IN_DAY);
  return {
    faults,
    at: (key) => dataReader(isObject(value) ? value[key] : undefined, `${pointer}/${key}`, faults),
    each: (read) => {
      if (!Array.isArray(value)) fault('应为列表');
      const items: readonly JsonValue[] = Array.isArray(value) ? value : [];
      return items.map((item, index) => read(dataReader(item, `${pointer}/${index}`, faults), index));
    },
    entries: (read) => {
      if (!isObject(value)) fault('应为名称与内容的对照');
      const keys = isObject(value) ? Object.keys(value) : [];
      return Object.fromEntries(
        keys.map((key) => [
          key,
          read(dataReader(isObject(value) ? value[key] : undefined, `${pointer}/${key}`, faults), key),
        ]),
      );
    },
    fault,
    text,
    textOrNull: (most) => (isNull ? null : text(most)),
    whole,
    wholeOrNull: (from, to) => (isNull ? null : whole(from, to)),
    flag: () => need(typeof value === 'boolean' ? value : undefined, '应为是或否', false),
    oneOf: <T extends string>(among: readonly T[]) =>
      need(
        among.find((each) => each === value),
        '请从列出的选项中选择',
        among[0] as T,
      ),
    day,
    dayOrNull: () => (isNull ? null : day()),
    isNull: () => isNull,
    isObject: () => isObject(value),
    verbatim: (most) =>
      need(
        typeof value === 'string' && value !== '' && value.length <= most ? value : undefined,
        `请填写,最多${most}字`,
        '',
      ),
    add: (found) => {
      faults.push(...found);
    },
  };
}
