import type { Asset } from '../../../domain/asset/asset.ts';
import type { ListedItem } from '../../../domain/listing/terms.ts';
import { invalidRequest } from '../../../errors/problem.ts';
import { load } from '../../events/load.ts';
import { assetAggregate } from '../asset/asset-aggregate.ts';
import type { ListingPorts } from './listing-ports.ts';

/**
 * The assets a listing offers, in the order of its items.
 * @throws AppError `REQUEST.INVALID` naming an asset that is not the owner's, a part it does not have, or one named twice
 */
export async function listedAssets(
  ports: Pick<ListingPorts, 'records'>,
  ownerId: string,
  items: readonly ListedItem[],
): Promise<readonly Asset[]> {
  const loaded = await Promise.all(items.map(({ assetId }) => load(ports, assetAggregate, assetId)));
  return loaded.map((found, index) => {
    const asset = found?.state.asset;
    const item = items[index];
    const pointer = `/items/${index}`;
    if (asset === undefined || item === undefined || asset.ownerId !== ownerId)
      throw refused(pointer, '没有这项资产。');
    if (items.findIndex(({ assetId }) => assetId === item.assetId) !== index)
      throw refused(pointer, '同一资产选了两次。');
    const known = asset.parts.map(({ id }) => id);
    const isKnown = item.parts === null || (item.parts.length > 0 && item.parts.every((part) => known.includes(part)));
    if (!isKnown) throw refused(pointer, '该资产没有所选的部位。');
    return asset;
  });
}

function refused(pointer: string, detail: string) {
  return invalidRequest('an item cannot be offered', [{ pointer, detail }]);
}
