import type { DepositAccount } from '../../domain/deposits/accounts.ts';
import { convertedOf } from '../../domain/deposits/columns.ts';
import type { LotCard } from '../../domain/lot-card.ts';
import { parseLotId } from '../../domain/lot-id.ts';
import type { ItemStore } from '../../ports/item-store.ts';
import { readBids } from '../records/bid-chunks.ts';
import { keys } from '../records/keys.ts';
import { parseLotItem } from '../records/lot-record.ts';

interface Ports {
  readonly records: ItemStore;
}

/** The only one of several, or nobody. */
function onlyOne(bidders: Iterable<string>): string | undefined {
  const distinct = new Set(bidders);
  return distinct.size === 1 ? [...distinct][0] : undefined;
}

/** The bidder the log of bids shows as the winner: whom the platform says so, else who bid the hammer price. */
async function winnerByBids({ records }: Ports, { lotId: text, hammerPriceFen }: LotCard): Promise<string | undefined> {
  const lotId = parseLotId(text);
  const item = lotId && (await records.get(keys.lot(lotId)));
  if (lotId === undefined || item === undefined) return undefined;
  const { log } = await readBids(records, parseLotItem(lotId, item));
  const bids = [...log.values()];
  const named = onlyOne(bids.filter(({ standing }) => standing === 'winning').map(({ bidder }) => bidder));
  const valid = bids.filter(({ standing, price }) => standing !== 'taken-back' && price === hammerPriceFen);
  return named ?? onlyOne(valid.map(({ bidder }) => bidder));
}

/**
 * Number of the bidder who won a lot: by its bids, else the only one whose deposit was converted, or forfeited after a
 * default. `unknown` where nothing names him: nobody's deposit is then said to be late.
 */
export async function winnerOf(
  ports: Ports,
  card: LotCard | undefined,
  accounts: readonly DepositAccount[],
): Promise<string | 'unknown'> {
  if (card === undefined || (card.status !== 'sold' && card.status !== 'defaulted')) return 'unknown';
  const moved = accounts.filter(
    ({ counted }) => convertedOf(counted) > 0 || (card.status === 'defaulted' && counted.forfeited > 0),
  );
  return (await winnerByBids(ports, card)) ?? onlyOne(moved.map(({ bidder }) => bidder)) ?? 'unknown';
}
