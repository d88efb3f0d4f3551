import { type Asset, filesOf } from '../../../domain/asset/asset.ts';
import { checkAsset } from '../../../domain/asset/check-asset.ts';
import type { Claim } from '../../../domain/asset/lock.ts';
import type { Caller } from '../../../domain/caller.ts';
import { beijingDate, type LocalDate } from '../../../domain/time.ts';
import { AppError } from '../../../errors/app-error.ts';
import type { Command } from '../../events/aggregate.ts';
import { commit } from '../../events/commit.ts';
import type { EventPorts } from '../../events/event-ports.ts';
import { load } from '../../events/load.ts';
import { usableFiles } from '../files/read-file.ts';
import { standingClaims } from '../listing/asset-claims.ts';
import { findOwner } from '../owner/read-owner.ts';
import { type AssetEvent, assetAggregate, type ImportedFrom } from './asset-aggregate.ts';
import { clerkCommander } from './asset-clerk.ts';
import { refuseFaults } from './refuse-faults.ts';
import type { SavedAsset } from './register-asset.ts';

/**
 * Changes what is told of an asset. Parts that a listing still holds stay, and the owner stays.
 * @param after the asset as it shall be; a function of what it is now, so that nothing said meanwhile is lost
 * @throws AppError `FORM.INVALID`, `RESOURCE.NOT_FOUND`, `ACCESS.DENIED`, `ASSET.PART_HELD` naming the listing,
 * `COMMAND.CONFLICT`, `COMMAND.KEY_REUSED`, and as `usableFiles`
 */
export async function amendAsset(
  caller: Caller,
  ports: EventPorts,
  command: Command,
  id: string,
  after: (before: Asset) => Asset,
  importedFrom: ImportedFrom | null = null,
): Promise<SavedAsset> {
  const today = beijingDate(ports.clock.now());
  const loaded = await load(ports, assetAggregate, id);
  const owner = loaded === undefined ? undefined : await findOwner(ports, loaded.state.asset.ownerId);
  const commander = clerkCommander(caller, owner, today);
  const committed = await commit(ports, assetAggregate, id, commander, command, async (state) => {
    if (state === undefined || owner === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no such asset');
    const asset = after(state.asset);
    const moved = asset.ownerId === owner.id ? [] : [{ pointer: '/ownerId', sentence: '已登记的资产不能换产权人。' }];
    refuseFaults([...moved, ...checkAsset(asset, owner.kind, today).faults]);
    const known = filesOf(state.asset);
    await usableFiles(
      caller,
      ports,
      owner.id,
      filesOf(asset).filter((file) => !known.includes(file)),
    );
    refuseHeldParts(state.asset, asset, await standingClaims(ports, id), today);
    return { type: 'amended', data: { asset, importedFrom } } satisfies AssetEvent;
  });
  return { ...committed, id };
}

function refuseHeldParts(before: Asset, after: Asset, claims: readonly Claim[], today: LocalDate): void {
  const removed = before.parts.filter(({ id }) => !after.parts.some((part) => part.id === id));
  for (const { id, name } of removed) {
    const claim = claims.find(({ parts, until }) => parts?.includes(id) === true && (until ?? today) >= today);
    if (claim === undefined) continue;
    const detail = `“${name}”还在挂牌或出租中(挂牌编号 ${claim.holder}),不能删除。`;
    throw new AppError('ASSET.PART_HELD', 'a listing holds the part', {
      details: { part: id, listing: claim.holder, errors: [{ pointer: '/parts', detail }] },
    });
  }
}
