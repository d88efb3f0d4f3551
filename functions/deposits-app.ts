import { addDepositsImportRoutes, DEPOSITS_IMPORT_ACCESS } from './deposits-import.ts';
import { addDepositsListRoutes, DEPOSITS_LIST_ACCESS } from './deposits-list.ts';
import { addLotDepositsRoutes, LOT_DEPOSITS_ACCESS } from './deposits-lot.ts';
import type { DepositsDeskPorts } from './deposits-ports.ts';
import { createDesk } from './desk/desk-app.ts';
import type { DeskApp } from './desk/desk-routes.ts';

/** The ledger of deposits over given ports. */
export function createDeposits(given: () => DepositsDeskPorts, filesOrigin: () => string): DeskApp {
  return createDesk({
    ports: given,
    filesOrigin,
    modules: [
      { access: DEPOSITS_LIST_ACCESS, add: (app) => addDepositsListRoutes(app, given) },
      { access: DEPOSITS_IMPORT_ACCESS, add: (app) => addDepositsImportRoutes(app, given) },
      { access: LOT_DEPOSITS_ACCESS, add: (app) => addLotDepositsRoutes(app, given) },
    ],
  });
}
