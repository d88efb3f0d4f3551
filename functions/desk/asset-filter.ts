import { STANDINGS } from '#shared/domain/asset/standing.ts';
import { ASSET_CLASSES } from '#shared/domain/trade.ts';
import type { AssetFilter } from '#shared/services/desk/asset/list-assets.ts';
import type { DeskContext } from './desk-routes.ts';

/** Which assets an address asks for, as the search of the register writes it. */
export function assetFilterIn(context: DeskContext): AssetFilter {
  const { q, owner, division, class: assetClass, state } = context.req.query();
  return {
    text: q || undefined,
    ownerId: owner || undefined,
    division: division || undefined,
    assetClass: ASSET_CLASSES.find((known) => known === assetClass),
    standing: STANDINGS.find((known) => known === state),
  };
}
