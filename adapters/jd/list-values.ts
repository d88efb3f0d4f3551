import { type Fen, fromYuanNumber } from '#shared/domain/money.ts';
import type { Instant } from '#shared/domain/time.ts';
import { readEpochMs } from '../kit/page-time.ts';
import { need } from '../kit/rows.ts';

/** Reads yuan as a float; undefined where none is given. @throws BadRow */
export function readAmount(yuan: number | null | undefined, field: string): Fen | undefined {
  return typeof yuan === 'number' ? need(fromYuanNumber(yuan), field, 'not an amount in yuan') : undefined;
}

/** @throws BadRow */
export function readMoment(ms: number, field: string): Instant {
  return need(readEpochMs(ms), field, 'not a time');
}
