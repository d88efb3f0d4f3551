import { type LotCard, toLotCard } from '../../domain/lot-card.ts';
import type { LotId } from '../../domain/lot-id.ts';
import type { ItemStore } from '../../ports/item-store.ts';
import { keys } from '../records/keys.ts';
import { parseLotItem } from '../records/lot-record.ts';

/** A lot's card from the record itself; undefined where no document ever showed the lot. */
export async function findLotCard(records: ItemStore, lotId: LotId): Promise<LotCard | undefined> {
  const item = await records.get(keys.lot(lotId));
  if (item === undefined) return undefined;
  const { state, version, bidCount } = parseLotItem(lotId, item);
  return toLotCard(state, version, bidCount);
}
