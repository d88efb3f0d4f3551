import { ASSET_ACCESS, addAssetRoutes } from './assets.ts';
import type { DeskModule } from './desk-routes.ts';
import { addFileRoutes, FILES_ACCESS } from './files.ts';
import { AMEND_ACCESS, addAmendRoutes } from './listing-amend.ts';
import { addListingsRoutes, LISTINGS_ACCESS } from './listings.ts';
import { addOwnerRoutes, OWNER_ACCESS } from './owners.ts';
import { addPeopleRoutes, PEOPLE_ACCESS } from './people.ts';
import { addReviewRoutes, REVIEW_ACCESS } from './review.ts';
import { addSettingsRoutes, SETTINGS_ACCESS } from './settings.ts';
import { addStartRoutes, START_ACCESS } from './start.ts';

/** The parts the desk is made of, each with its routes and who may call them. */
export const DESK_MODULES: readonly DeskModule[] = [
  { access: START_ACCESS, add: addStartRoutes },
  { access: LISTINGS_ACCESS, add: addListingsRoutes },
  { access: AMEND_ACCESS, add: addAmendRoutes },
  { access: REVIEW_ACCESS, add: addReviewRoutes },
  { access: ASSET_ACCESS, add: addAssetRoutes },
  { access: OWNER_ACCESS, add: addOwnerRoutes },
  { access: FILES_ACCESS, add: addFileRoutes },
  { access: PEOPLE_ACCESS, add: addPeopleRoutes },
  { access: SETTINGS_ACCESS, add: addSettingsRoutes },
];
