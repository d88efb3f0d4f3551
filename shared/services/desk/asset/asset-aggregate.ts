import type { Asset } from '../../../domain/asset/asset.ts';
import type { LoggedEvent } from '../../../domain/events/event.ts';
import type { Actor } from '../../../domain/people/role.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Aggregate } from '../../events/aggregate.ts';

/** The row of an imported table an entry was taken from (批量导入). */
export interface ImportedFrom {
  /** Id of the import, which is also the name of the kept file. */
  readonly importId: string;
  readonly row: number;
}

/** What may happen to an asset: each event carries all that is told of it from then on. */
export interface AssetEvent {
  readonly type: 'registered' | 'amended';
  readonly data: { readonly asset: Asset; readonly importedFrom: ImportedFrom | null };
}

/** An asset as its events leave it. */
export interface AssetState {
  readonly id: string;
  readonly asset: Asset;
  readonly registeredAt: Instant;
  readonly changedAt: Instant;
  readonly changedBy: Actor;
}

/** Assets of the register (资产台账), one log each. */
export const assetAggregate: Aggregate<AssetState, AssetEvent> = {
  kind: 'asset',
  fold: (state, { at, by, event }: LoggedEvent<AssetEvent>, id) => ({
    id,
    asset: event.data.asset,
    registeredAt: state?.registeredAt ?? at,
    changedAt: at,
    changedBy: by,
  }),
};
