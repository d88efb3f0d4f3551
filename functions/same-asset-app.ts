import { createDesk } from './desk/desk-app.ts';
import type { DeskApp } from './desk/desk-routes.ts';
import { addSameAssetRoutes, SAME_ASSET_ACCESS, type SameAssetDeskPorts } from './same-asset-routes.ts';

/** The pages that join lots of one asset, over given ports. */
export function createSameAsset(given: () => SameAssetDeskPorts, filesOrigin: () => string): DeskApp {
  return createDesk({
    ports: given,
    filesOrigin,
    modules: [{ access: SAME_ASSET_ACCESS, add: (app) => addSameAssetRoutes(app, given) }],
  });
}
