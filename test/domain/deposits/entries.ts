import fc from 'fast-check';
import { DEPOSIT_HOLDERS, type DepositsEvent, MOVEMENTS } from '#shared/domain/deposits/events.ts';
import { type DepositsLedger, foldDeposits } from '#shared/domain/deposits/ledger.ts';
import { fen } from '#shared/domain/money.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import { addMs } from '#shared/domain/time.ts';
import { START } from '#test/support/fixed-ambient.ts';

const BY = { id: 'office-1', name: '交易中心', role: 'office', scope: '330502', onBehalf: false } as const;
export const DAY = '2024-05-06' as LocalDate;

/** The ledger some events leave. */
export function ledgerOf(events: readonly DepositsEvent[]): DepositsLedger | undefined {
  let ledger: DepositsLedger | undefined;
  for (const [index, event] of events.entries()) {
    const chain = { previous: '', hash: '', command: { id: String(index), sha256: '' } };
    ledger = foldDeposits(ledger, { sequence: index + 1, at: addMs(START, index), by: BY, event, ...chain }, 'a.1');
  }
  return ledger;
}

const movement = fc.record({
  bidder: fc.constantFrom('A1', 'A2', 'A3'),
  holder: fc.constantFrom(...DEPOSIT_HOLDERS),
  day: fc.constant(DAY),
  amount: fc.integer({ min: 1, max: 1_000_000 }).map(fen),
  file: fc.constant(null),
});

const moved = fc
  .tuple(movement, fc.constantFrom(...MOVEMENTS), fc.constantFrom('price' as const, 'performance-bond' as const))
  .map(([data, type, to]): DepositsEvent => {
    if (type === 'converted') return { type, data: { ...data, to } };
    return type === 'forfeited' ? { type, data: { ...data, reason: '悔拍' } } : { type, data };
  });

const struck = fc
  .integer({ min: 1, max: 20 })
  .map((number): DepositsEvent => ({ type: 'corrected', data: { entry: String(number), reason: '录错' } }));

/** Entries in any order, some of them struck, whether or not the service would take them. */
export const ANY_EVENTS = fc.array(fc.oneof({ weight: 5, arbitrary: moved }, struck), { maxLength: 20 });
