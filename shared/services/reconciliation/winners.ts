import type { StatedDeposit } from '../../domain/deposits/ledger-statement.ts';
import type { LotId } from '../../domain/lot-id.ts';
import type { ItemStore } from '../../ports/item-store.ts';
import { readStatedDeposits, readStatedLedger } from '../side-statements.ts';

/** Only a buyer's deposit is converted: exactly one bidder's, else nobody is named. */
function winnerOf(deposits: readonly StatedDeposit[]): string | null {
  const [winner, ...others] = deposits.filter(({ converted }) => converted > 0);
  return winner === undefined || others.length > 0 ? null : winner.bidder;
}

/** Public numbers of the buyers that a platform's statements of deposits name, by lot. */
export async function readWinners(records: ItemStore, platform: string): Promise<ReadonlyMap<string, string>> {
  const ledgers = await readStatedDeposits(records, platform);
  return new Map(
    ledgers.flatMap(({ lotId, says }) => {
      const winner = winnerOf(says.deposits);
      return winner === null ? [] : [[lotId as string, winner] as const];
    }),
  );
}

/** The public number of one lot's buyer by the statement of its deposits; `null` where none names him. */
export async function readWinner(records: ItemStore, platform: string, lotId: LotId): Promise<string | null> {
  const ledger = await readStatedLedger(records, platform, lotId);
  return ledger === undefined ? null : winnerOf(ledger.says.deposits);
}
