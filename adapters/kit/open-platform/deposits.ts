import type { StatedDeposit } from '#shared/domain/deposits/ledger-statement.ts';
import type { QuarantinedRow } from '#shared/ports/auction-platform.ts';
import { BadRow } from '../rows.ts';
import { said } from '../said.ts';
import type { Deposit } from './schema.ts';

interface DepositSighting {
  readonly path: string;
  readonly row: StatedDeposit;
}

/**
 * One bidder's deposit in our words.
 * @throws BadRow when what was paid is not the sum of what became of it, or it went somewhere without being converted
 */
export function toDeposit(row: Deposit): StatedDeposit {
  const { bidder, paidFen, convertedFen, convertedTo, refundedFen, forfeitedFen, heldFen } = row;
  const sum = BigInt(convertedFen) + BigInt(refundedFen) + BigInt(forfeitedFen) + BigInt(heldFen);
  if (BigInt(paidFen) !== sum) throw new BadRow('/paidFen', 'not the sum of what became of the deposit');
  if (convertedFen === 0 && convertedTo !== undefined) throw new BadRow('/convertedTo', 'nothing was converted');
  const columns = { paid: paidFen, converted: convertedFen, refunded: refundedFen, forfeited: forfeitedFen };
  return { bidder, ...columns, held: heldFen, ...said<Pick<StatedDeposit, 'convertedTo'>>({ convertedTo }) };
}

/** A bidder shown twice alike appears once; shown twice with different amounts, neither is surer and both are left out. */
export function uniqueDeposits(sightings: readonly DepositSighting[]): {
  readonly deposits: readonly StatedDeposit[];
  readonly conflicts: readonly QuarantinedRow[];
} {
  const first = new Map<string, DepositSighting>();
  const conflicted = new Set<string>();
  const conflicts: QuarantinedRow[] = [];
  for (const sighting of sightings) {
    const { bidder } = sighting.row;
    const earlier = first.get(bidder);
    if (earlier === undefined) {
      first.set(bidder, sighting);
    } else if (JSON.stringify(earlier.row) !== JSON.stringify(sighting.row)) {
      conflicted.add(bidder);
      conflicts.push({ path: sighting.path, reason: `says something else of the same bidder than ${earlier.path}` });
    }
  }
  const deposits = [...first.values()].map(({ row }) => row).filter(({ bidder }) => !conflicted.has(bidder));
  return { deposits, conflicts };
}
