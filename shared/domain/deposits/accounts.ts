import type { Fen } from '../money.ts';
import { COLUMN_NAMES, convertedOf, type DepositColumns, statedColumns } from './columns.ts';
import type { DepositHolder } from './events.ts';
import { accountKey, type DepositsLedger, enteredAccounts } from './ledger.ts';
import type { StatedDeposit } from './ledger-statement.ts';

/** The deposit of one bidder at one holder, as the platform states it and as people recorded it. */
export interface DepositAccount {
  readonly bidder: string;
  readonly holder: DepositHolder;
  /** What counts in sums: of what the platform holds its own statement, where there is one; else what people recorded. */
  readonly counted: DepositColumns;
  readonly stated: DepositColumns | null;
  readonly entered: DepositColumns | null;
  /** Where the platform and people say different things: both are shown, nobody decides in silence. */
  readonly differences: readonly AccountDifference[];
}

/** One thing the platform and people say differently. */
export interface AccountDifference {
  /** Chinese name of the column. */
  readonly column: string;
  readonly stated: Fen;
  readonly entered: Fen;
}

function differencesOf(stated: DepositColumns, entered: DepositColumns): readonly AccountDifference[] {
  const pairs: readonly AccountDifference[] = [
    { column: COLUMN_NAMES.paid, stated: stated.paid, entered: entered.paid },
    { column: '转出', stated: convertedOf(stated), entered: convertedOf(entered) },
    // Into what it went can only differ where the platform says it.
    ...(stated.toUnsaid > 0
      ? []
      : [
          { column: COLUMN_NAMES.toPrice, stated: stated.toPrice, entered: entered.toPrice },
          { column: COLUMN_NAMES.toBond, stated: stated.toBond, entered: entered.toBond },
        ]),
    { column: COLUMN_NAMES.refunded, stated: stated.refunded, entered: entered.refunded },
    { column: COLUMN_NAMES.forfeited, stated: stated.forfeited, entered: entered.forfeited },
    { column: COLUMN_NAMES.held, stated: stated.held, entered: entered.held },
  ];
  return pairs.filter((pair) => pair.stated !== pair.entered);
}

/** Every account of a lot, in order of bidder and holder. */
export function accountsOf(
  ledger: Pick<DepositsLedger, 'entries'> | undefined,
  statement: readonly StatedDeposit[] | undefined,
): readonly DepositAccount[] {
  const entered = enteredAccounts(ledger?.entries ?? []);
  const owners = new Map(
    (ledger?.entries ?? []).map(({ bidder, holder }) => [accountKey({ bidder, holder }), { bidder, holder }]),
  );
  const stated = new Map(
    (statement ?? []).map((row) => [accountKey({ bidder: row.bidder, holder: 'platform' }), row] as const),
  );
  for (const [key, { bidder }] of stated) owners.set(key, { bidder, holder: 'platform' });
  return [...owners]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, who]) => {
      const row = stated.get(key);
      const [said, known] = [row === undefined ? null : statedColumns(row), entered.get(key) ?? null];
      const counted = said ?? known;
      if (counted === null) return [];
      const differences = said === null || known === null ? [] : differencesOf(said, known);
      return [{ ...who, counted, stated: said, entered: known, differences }];
    });
}
