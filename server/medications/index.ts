import { permission, type Module } from '#server/platform/index.ts';
import { reconciliationRoutes } from './reconciliation/reconciliation.routes.ts';
import { statementRoutes } from './statements/statements.routes.ts';

export { carryMedications } from './reconciliation/carry-medications.action.ts';

/** The context `medications`: what a person takes, and what becomes of it at each move. */
export const medications: Module = {
  name: 'medications',
  routes: [...statementRoutes, ...reconciliationRoutes],
  jobs: [],
  permissions: [permission('medication.read', 'See what patients take'), permission('medication.write', 'Keep the medication list and decide what continues at a move')],
  events: [],
};
