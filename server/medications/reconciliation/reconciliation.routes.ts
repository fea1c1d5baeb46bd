import { get, put } from '#server/platform/index.ts';
import { PatientPath, StatementPath } from '../statements/statements.contract.ts';
import { decideStatement, listToReconcile } from './decide-statement.action.ts';
import { DecideStatement, ReconciliationQuery, ToReconcile } from './reconciliation.contract.ts';

export const reconciliationRoutes = [
  get(
    '/patients/:patientId/medications/reconciliation',
    { may: 'medication.read', params: PatientPath, query: ReconciliationQuery, reply: ToReconcile, summary: 'What to decide before a move' },
    listToReconcile,
  ),
  put(
    '/medications/:statementId/decision',
    { may: 'medication.write', params: StatementPath, body: DecideStatement, summary: 'Continue, change or stop a medicine at a move' },
    decideStatement,
  ),
];
