import { type Asset, filesOf } from '../../../domain/asset/asset.ts';
import { checkAsset } from '../../../domain/asset/check-asset.ts';
import type { Caller } from '../../../domain/caller.ts';
import { beijingDate } from '../../../domain/time.ts';
import { AppError } from '../../../errors/app-error.ts';
import type { Command, Committed } from '../../events/aggregate.ts';
import { commit } from '../../events/commit.ts';
import type { EventPorts } from '../../events/event-ports.ts';
import { createdId } from '../../events/load.ts';
import { usableFiles } from '../files/read-file.ts';
import { findOwner } from '../owner/read-owner.ts';
import { type AssetEvent, type AssetState, assetAggregate, type ImportedFrom } from './asset-aggregate.ts';
import { clerkCommander } from './asset-clerk.ts';
import { refuseFaults } from './refuse-faults.ts';

/** What a changed asset is answered with. */
export interface SavedAsset extends Committed<AssetState> {
  readonly id: string;
}

/** An asset that is an imported row's: its id follows from the row, whoever carries the import on. */
export interface RowAsset {
  readonly id: string;
  readonly from: ImportedFrom;
}

/**
 * Enters an asset into its owner's register. The same command again finds the asset it made.
 * @param row for a row of an imported table
 * @throws AppError `FORM.INVALID`, `RESOURCE.NOT_FOUND` for an owner out of reach, `ACCESS.DENIED`, `COMMAND.KEY_REUSED`,
 * and as `usableFiles`
 */
export async function registerAsset(
  caller: Caller,
  ports: EventPorts,
  command: Command,
  asset: Asset,
  row?: RowAsset,
): Promise<SavedAsset> {
  const today = beijingDate(ports.clock.now());
  const owner = await findOwner(ports, asset.ownerId);
  const commander = clerkCommander(caller, owner, today);
  if (owner !== undefined) refuseFaults(checkAsset(asset, owner.kind, today).faults);
  await usableFiles(caller, ports, asset.ownerId, filesOf(asset));
  const id = row?.id ?? createdId(ports.hash, 'asset', caller.id, command.id);
  const committed = await commit(ports, assetAggregate, id, commander, command, (state) => {
    if (state !== undefined) throw new AppError('COMMAND.KEY_REUSED', 'the key has made another asset');
    return { type: 'registered', data: { asset, importedFrom: row?.from ?? null } } satisfies AssetEvent;
  });
  return { ...committed, id };
}
