import { createDesk } from './desk/desk-app.ts';
import type { DeskApp } from './desk/desk-routes.ts';
import {
  addReconciliationRoutes,
  RECONCILIATION_ACCESS,
  type ReconciliationDeskPorts,
} from './reconciliation-routes.ts';

/** The reconciliation board over given ports. */
export function createReconciliation(given: () => ReconciliationDeskPorts, filesOrigin: () => string): DeskApp {
  return createDesk({
    ports: given,
    filesOrigin,
    modules: [{ access: RECONCILIATION_ACCESS, add: (app) => addReconciliationRoutes(app, given) }],
  });
}
