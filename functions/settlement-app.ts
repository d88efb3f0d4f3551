import type { ContractDeskPorts } from './contracts-ports.ts';
import { addContractRoutes, CONTRACTS_ACCESS } from './contracts-routes.ts';
import { createDesk } from './desk/desk-app.ts';
import type { DeskApp } from './desk/desk-routes.ts';
import { addSettlementRoutes, SETTLEMENT_ACCESS, type SettlementDeskPorts } from './settlement-routes.ts';

/** What the pages of what follows a sale and of contracts stand on. */
export type AfterSalePorts = SettlementDeskPorts & ContractDeskPorts;

/** What follows sales, and the register of contracts, over given ports. */
export function createAfterSale(given: () => AfterSalePorts, filesOrigin: () => string): DeskApp {
  return createDesk({
    ports: given,
    filesOrigin,
    modules: [
      { access: SETTLEMENT_ACCESS, add: (app) => addSettlementRoutes(app, given) },
      { access: CONTRACTS_ACCESS, add: (app) => addContractRoutes(app, given) },
    ],
  });
}
