import { toLotCard } from '#shared/domain/lot-card.ts';
import { unknownLot } from '#shared/domain/lot-state.ts';
import { STATUS_TEXT } from '#shared/domain/lot-status.ts';
import { fen, formatYuan } from '#shared/domain/money.ts';
import { parseInstant } from '#shared/domain/time.ts';
import type { LotDifference } from '#shared/services/replay/replay-report.ts';
import { timeText } from './format.ts';
import { factRows } from './lot-facts.ts';
import { UNKNOWN } from './words.ts';

const NOTHING_KNOWN = unknownLot('-', '-');

/** Chinese names of all that may differ between two readings of a lot. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ...factRows(toLotCard(NOTHING_KNOWN, 0, 0), NOTHING_KNOWN).map(({ name, label }): [string, string] => [name, label]),
  ['status', '状态'],
  ['phase', '阶段'],
  ['outcomes', '已公布的结果'],
  ['bids', '出价记录'],
]);

const MONEY = new Set('startPrice currentPrice hammerPrice appraisal deposit increment maxIncrement'.split(' '));

const LONGEST_VALUE = 200;

/** The Chinese name of what differs; its own name where it has none. */
export function differenceLabel(fact: string): string {
  return LABELS.get(fact) ?? fact;
}

function statusText(text: string): string {
  return Object.hasOwn(STATUS_TEXT, text) ? STATUS_TEXT[text as keyof typeof STATUS_TEXT] : text;
}

/** Outcomes by their names, and the size of a log of bids beside another. */
function compositeText(value: Exclude<LotDifference['before'], string | number | boolean | null>): string {
  if (Array.isArray(value)) return value.map((entry) => statusText(String(entry))).join('、') || UNKNOWN;
  const { count, onlyHere } = { count: undefined, onlyHere: undefined, ...value };
  if (count !== undefined && onlyHere !== undefined) return `${count} 条,其中 ${onlyHere} 条与另一边不同`;
  return JSON.stringify(value);
}

/** One side of a difference as people read it; a dash for what is not known. */
export function differenceText(fact: string, value: LotDifference['before']): string {
  if (value === null) return UNKNOWN;
  if (typeof value === 'number' && MONEY.has(fact) && Number.isSafeInteger(value))
    return `${formatYuan(fen(value))} 元`;
  if (typeof value === 'object') return cut(compositeText(value));
  const at = parseInstant(String(value));
  return at === undefined ? cut(statusText(String(value))) : timeText(at);
}

function cut(text: string): string {
  return text.slice(0, LONGEST_VALUE).toWellFormed();
}
