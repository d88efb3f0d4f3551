import type { RateFigure } from '#shared/domain/comparison/figure.ts';
import { type Fen, formatWan, formatYuan } from '#shared/domain/money.ts';
import type { Instant } from '#shared/domain/time.ts';
import { timeJson } from '../lot-json.ts';
import { meanText, percentText } from '../pages/comparison/figure-text.ts';
import { UNKNOWN } from '../words.ts';

/** How a spreadsheet shows a number. */
export const NUMBER_FORMATS = {
  count: '#,##0',
  length: '0',
  tenths: '#,##0.0',
  money: '#,##0.00',
  percent: '0.00%',
} as const;

type NumberFormat = keyof typeof NUMBER_FORMATS;

/** One value of a report: what people read, the number a spreadsheet reckons with, and the figure it opens to. */
export interface Cell {
  readonly text: string;
  /** `null` for words, and for a number nobody knows. */
  readonly number: { readonly value: number; readonly format: NumberFormat } | null;
  /** Path of the figure in the comparison; `null` for words. */
  readonly path: string | null;
}

/** What a number of a report stands for: the path of its figure, where it has one. */
type Path = string | null;

const PPM_A_WHOLE = 1_000_000;

/** Fewer lots than this are shown as counts: a rate of them says nothing. */
const FEWEST_FOR_RATE = 10;

function numeric(value: number, format: NumberFormat, text: string, path: Path): Cell {
  return { text, number: { value, format }, path };
}

/** The number a written one is, separators or not. */
function readNumber(text: string): number {
  return Number(text.replaceAll(',', ''));
}

/** Words on one line, without the control characters that no document can carry. */
export function words(text: string): Cell {
  return { text: text.toWellFormed().replace(/[\p{Cc}\ufffe\uffff]/gu, ' '), number: null, path: null };
}

/** Says whether a cell stands where numbers do. */
export function isNumeric({ number, path }: Cell): boolean {
  return number !== null || path !== null;
}

/** A value nobody reported, or that cannot be worked out. */
export function unknownCell(path: Path = null): Cell {
  return { text: UNKNOWN, number: null, path };
}

/** Words, where somebody said any. */
export function textOrUnknown(text: string | null): Cell {
  return text === null ? unknownCell() : words(text);
}

/** A value of ours in the words people use. */
export function inWords<W extends string>(value: W | null, text: Readonly<Record<W, string>>): Cell {
  return value === null ? unknownCell() : words(text[value]);
}

/** A time in Beijing. */
export function time(at: Instant | null): Cell {
  return textOrUnknown(timeJson(at));
}

/** A number of things. */
export function count(value: number | null, path: Path = null): Cell {
  return value === null ? unknownCell(path) : numeric(value, 'count', value.toLocaleString('en-US'), path);
}

/** A length of time in whole units of its clock. */
export function span(value: number, path: Path): Cell {
  return numeric(value, 'length', String(value), path);
}

/** A rate in ppm as percent with two decimals. */
export function percent(rate: number | null, path: Path = null): Cell {
  return rate === null ? unknownCell(path) : numeric(rate / PPM_A_WHOLE, 'percent', percentText(rate), path);
}

/** A share of lots in percent; of few lots as the two counts. */
export function share({ part, whole, rate }: Pick<RateFigure, 'part' | 'whole' | 'rate'>, path: Path = null): Cell {
  if (whole.length >= FEWEST_FOR_RATE) return percent(rate, path);
  return { text: `${part.length}/${whole.length}`, number: null, path };
}

/** An amount in 万元 with two decimals. */
export function wan(amount: Fen | null, path: Path = null): Cell {
  return amount === null ? unknownCell(path) : numeric(readNumber(formatWan(amount)), 'money', formatWan(amount), path);
}

/** An amount in yuan, exact to the fen. */
export function yuan(amount: Fen | null, path: Path = null): Cell {
  return amount === null
    ? unknownCell(path)
    : numeric(readNumber(formatYuan(amount)), 'money', formatYuan(amount), path);
}

/** A mean in millionths with one decimal, such as bids per lot. */
export function mean(millionths: number | null, path: Path = null): Cell {
  if (millionths === null) return unknownCell(path);
  return numeric(readNumber(meanText(millionths)), 'tenths', meanText(millionths), path);
}
