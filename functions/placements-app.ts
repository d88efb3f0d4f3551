import { createDesk } from './desk/desk-app.ts';
import type { DeskApp } from './desk/desk-routes.ts';
import { addConnectionRoutes, CONNECTIONS_ACCESS, type ConnectionDeskPorts } from './placements-connections.ts';
import { addPlacementRoutes, PLACEMENTS_ACCESS, type PlacementDeskPorts } from './placements-routes.ts';

/** What the pages of publishing stand on. */
export type PublishingDeskPorts = PlacementDeskPorts & ConnectionDeskPorts;

/** The status board of placements and the connections of platforms, over given ports. */
export function createPlacements(given: () => PublishingDeskPorts, filesOrigin: () => string): DeskApp {
  return createDesk({
    ports: given,
    filesOrigin,
    modules: [
      { access: PLACEMENTS_ACCESS, add: (app) => addPlacementRoutes(app, given) },
      { access: CONNECTIONS_ACCESS, add: (app) => addConnectionRoutes(app, given) },
    ],
  });
}
