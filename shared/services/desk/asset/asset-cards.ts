import type { Asset } from '../../../domain/asset/asset.ts';
import type { Owner } from '../../../domain/asset/owner.ts';
import { partitionOf } from '../../../domain/people/reach.ts';
import { listCards, putCard } from '../../events/cards.ts';
import type { EventPorts } from '../../events/event-ports.ts';
import { load } from '../../events/load.ts';
import { findOwner } from '../owner/read-owner.ts';
import { assetAggregate } from './asset-aggregate.ts';

/** An asset as lists find it. */
export interface AssetCard {
  readonly id: string;
  readonly version: number;
  readonly asset: Asset;
}

/** Puts an asset's card where lists find it; what follows from every change of an asset. */
export async function assetChanged(ports: EventPorts, id: string): Promise<void> {
  const loaded = await load(ports, assetAggregate, id);
  if (loaded === undefined) return;
  const { asset } = loaded.state;
  const owner = await findOwner(ports, asset.ownerId);
  if (owner === undefined) return;
  await putCard(ports, 'asset', partitionOf(owner), id, loaded.version, JSON.parse(JSON.stringify(asset)));
}

/** Assets of some partitions, by their cards. */
export async function assetsIn(
  ports: Pick<EventPorts, 'records'>,
  partitions: readonly string[],
): Promise<readonly AssetCard[]> {
  const found = await Promise.all(partitions.map((partition) => listCards(ports, 'asset', partition)));
  // Cards are written by `assetChanged` alone.
  return found.flat().map(({ id, version, card }) => ({ id, version, asset: card as unknown as Asset }));
}

/** Assets of one owner, by their cards. */
export async function assetsOf(ports: Pick<EventPorts, 'records'>, owner: Owner): Promise<readonly AssetCard[]> {
  return (await assetsIn(ports, [partitionOf(owner)])).filter(({ asset }) => asset.ownerId === owner.id);
}
