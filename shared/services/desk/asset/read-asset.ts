import type { Asset } from '../../../domain/asset/asset.ts';
import { checkAsset } from '../../../domain/asset/check-asset.ts';
import type { Claim } from '../../../domain/asset/lock.ts';
import type { Note } from '../../../domain/asset/note.ts';
import type { Owner } from '../../../domain/asset/owner.ts';
import { type AssetStanding, standingOf } from '../../../domain/asset/standing.ts';
import type { Caller } from '../../../domain/caller.ts';
import { maySee } from '../../../domain/people/reach.ts';
import { beijingDate } from '../../../domain/time.ts';
import { AppError } from '../../../errors/app-error.ts';
import type { EventPorts } from '../../events/event-ports.ts';
import { load, readLog } from '../../events/load.ts';
import { standingClaims } from '../listing/asset-claims.ts';
import { findOwner } from '../owner/read-owner.ts';
import { type AssetEvent, assetAggregate } from './asset-aggregate.ts';
import { clerkFor } from './asset-clerk.ts';
import { type Change, changesOf } from './changes.ts';

/** An asset with all that is to be said about it today. */
export interface AssetView {
  readonly id: string;
  readonly version: number;
  readonly asset: Asset;
  readonly owner: Owner;
  readonly standing: AssetStanding;
  /** What listings hold of it, as their own logs say. */
  readonly claims: readonly Claim[];
  readonly warnings: readonly Note[];
  readonly history: readonly Change[];
  readonly mayAmend: boolean;
}

/**
 * One asset with its history.
 * @throws AppError `RESOURCE.NOT_FOUND` also for one the caller may not see
 */
export async function readAsset(caller: Caller, ports: EventPorts, id: string): Promise<AssetView> {
  const loaded = await load(ports, assetAggregate, id);
  const owner = loaded === undefined ? undefined : await findOwner(ports, loaded.state.asset.ownerId);
  if (loaded === undefined || owner === undefined || !maySee(caller, owner)) {
    throw new AppError('RESOURCE.NOT_FOUND', 'no such asset');
  }
  const today = beijingDate(ports.clock.now());
  const { asset } = loaded.state;
  const claims = await standingClaims(ports, id);
  const log = await readLog<AssetEvent>(ports, { kind: 'asset', id });
  return {
    id,
    version: loaded.version,
    asset,
    owner,
    standing: standingOf(asset.lease, claims, today),
    claims,
    warnings: checkAsset(asset, owner.kind, today).warnings,
    history: changesOf(
      log.map(({ at, by, event: { data } }) => ({ at, by, after: data.asset, importedFrom: data.importedFrom })),
    ),
    mayAmend: clerkFor(caller, owner, today) !== undefined,
  };
}
