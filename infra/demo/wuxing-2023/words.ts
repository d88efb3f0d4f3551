import type { Fen } from '#shared/domain/money.ts';
import { formatBeijing, type Instant } from '#shared/domain/time.ts';

/** Rounds as tables word them. */
export const ROUND_WORDS = { 1: '一拍', 2: '二拍' } as const;

/** Yuan as people type them into tables: no separators, decimals only where there are any. */
export function yuanText(amount: Fen): string {
  return amount % 100 === 0 ? String(amount / 100) : (amount / 100).toFixed(2);
}

/** A day or time as tables say it; blank when it is not known. */
export function momentText(moment: string | undefined): string {
  if (moment === undefined || moment.length <= 10) return moment ?? '';
  return formatBeijing(moment as Instant)
    .slice(0, 19)
    .replace('T', ' ');
}

/** Area as decimal text from tenths. */
export function areaText(tenths: number): string {
  return tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)}.${tenths % 10}`;
}
