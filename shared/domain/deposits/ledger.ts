import type { LoggedEvent } from '../events/event.ts';
import { fen } from '../money.ts';
import type { Actor } from '../people/role.ts';
import type { Instant, LocalDate } from '../time.ts';
import { addColumns, type DepositColumns, NOTHING_PAID } from './columns.ts';
import type { DepositHolder, DepositsEvent, MovementType, OpeningRow } from './events.ts';
import type { RefundTerm } from './refund-term.ts';

/** One line of the ledger as people recorded it. */
export interface LedgerEntry {
  /** Number of its event; of a table, with its row: `7/12`. */
  readonly number: string;
  readonly kind: MovementType | 'opening';
  readonly bidder: string;
  readonly holder: DepositHolder;
  readonly day: LocalDate;
  /** What it adds to each column; `held` may be negative. */
  readonly change: DepositColumns;
  readonly file: string | null;
  readonly reason: string | null;
  readonly at: Instant;
  readonly by: Actor;
  /** Why it does not count any more; `null`: it counts. */
  readonly struck: { readonly reason: string; readonly at: Instant; readonly by: Actor } | null;
}

/** What people recorded of the deposits of one lot (保证金台账). */
export interface DepositsLedger {
  readonly lotId: string;
  readonly version: number;
  readonly entries: readonly LedgerEntry[];
  /** Tables that were taken in, by id. */
  readonly imports: readonly string[];
  /** Days on which bidders handed in their receipts, by `accountKey`. */
  readonly receipts: Readonly<Record<string, LocalDate>>;
  /** What was agreed for this lot; `null`: the rules hold. */
  readonly term: RefundTerm | null;
}

/** One bidder at one holder. */
export function accountKey({ bidder, holder }: { readonly bidder: string; readonly holder: DepositHolder }): string {
  return `${bidder}@${holder}`;
}

/** What an event adds to the columns of its bidder; a table has rows of its own. */
function changeBy(event: Extract<DepositsEvent, { type: MovementType }>): DepositColumns {
  const { amount } = event.data;
  const gone = { ...NOTHING_PAID, held: fen(-amount) };
  switch (event.type) {
    case 'paid':
      return { ...NOTHING_PAID, paid: amount, held: amount };
    case 'converted':
      return event.data.to === 'price' ? { ...gone, toPrice: amount } : { ...gone, toBond: amount };
    case 'refunded':
      return { ...gone, refunded: amount };
    case 'forfeited':
      return { ...gone, forfeited: amount };
  }
}

/** What an opening row adds to the columns. */
export function changeByRow({ paid, toPrice, toBond, refunded, forfeited, held }: OpeningRow): DepositColumns {
  return { ...NOTHING_PAID, paid, toPrice, toBond, refunded, forfeited, held };
}

function entriesOf({ sequence, at, by, event }: LoggedEvent<DepositsEvent>): readonly LedgerEntry[] {
  const common = { at, by, struck: null };
  if (event.type === 'imported') {
    return event.data.rows.map((row) => {
      const { bidder, holder, day } = row;
      const who = { number: `${sequence}/${row.row}`, kind: 'opening', bidder, holder, day } as const;
      return { ...common, ...who, change: changeByRow(row), file: null, reason: null };
    });
  }
  if (event.type === 'corrected' || event.type === 'receipt' || event.type === 'term-stated') return [];
  const { bidder, holder, day, file } = event.data;
  const reason = event.type === 'forfeited' ? event.data.reason : null;
  const who = { number: String(sequence), kind: event.type, bidder, holder, day };
  return [{ ...common, ...who, change: changeBy(event), file, reason }];
}

function struckBy(entries: readonly LedgerEntry[], { at, by, event }: LoggedEvent<DepositsEvent>) {
  if (event.type !== 'corrected') return entries;
  const { entry: number, reason } = event.data;
  return entries.map((entry) => (entry.number === number ? { ...entry, struck: { reason, at, by } } : entry));
}

/** Folds one event into the ledger of a lot. */
export function foldDeposits(
  ledger: DepositsLedger | undefined,
  logged: LoggedEvent<DepositsEvent>,
  lotId: string,
): DepositsLedger {
  const { event, sequence } = logged;
  const known = ledger ?? { lotId, version: 0, entries: [], imports: [], receipts: {}, term: null };
  const { receipts, imports, term } = known;
  return {
    lotId,
    version: sequence,
    entries: [...struckBy(known.entries, logged), ...entriesOf(logged)],
    imports: event.type === 'imported' ? [...imports, event.data.importId] : imports,
    receipts: event.type === 'receipt' ? { ...receipts, [accountKey(event.data)]: event.data.day } : receipts,
    term: event.type === 'term-stated' ? event.data : term,
  };
}

/** What the entries that count come to, by bidder and holder. */
export function enteredAccounts(entries: readonly LedgerEntry[]): ReadonlyMap<string, DepositColumns> {
  const accounts = new Map<string, DepositColumns>();
  for (const entry of entries) {
    if (entry.struck !== null) continue;
    const key = accountKey(entry);
    accounts.set(key, addColumns(accounts.get(key) ?? NOTHING_PAID, entry.change));
  }
  return accounts;
}
