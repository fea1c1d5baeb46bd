import { queryOptions } from '@tanstack/react-query';
import { ToReconcile } from '#server/medications/reconciliation/reconciliation.contract.ts';
import { StatementList } from '#server/medications/statements/statements.contract.ts';
import { api } from '../../ui/api/api.ts';

/** Questions about what a person takes, each under `['patient', id]`. */
export const medicationQueries = {
  list: (patientId: string) =>
    queryOptions({ queryKey: ['patient', patientId, 'medications'], queryFn: () => api.get(`/patients/${patientId}/medications`, StatementList) }),
  toReconcile: (patientId: string, fromProgramId: string, toProgramId: string) =>
    queryOptions({
      queryKey: ['patient', patientId, 'medications', 'reconciliation', fromProgramId, toProgramId],
      queryFn: () => api.get(`/patients/${patientId}/medications/reconciliation`, ToReconcile, { fromProgramId, toProgramId }),
    }),
};
