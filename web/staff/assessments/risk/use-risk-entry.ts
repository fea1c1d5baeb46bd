import { useState } from 'react';
import { RiskCaseReply, type NewRiskEntry } from '#server/assessments/risk/risk.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { useRefreshPatient } from '../../patients/patient-queries.ts';

/** What every form of the pathway is given. */
export interface RiskFormProps {
  readonly riskCase: RiskCaseReply;
  readonly patientId: string;
  readonly onDone: () => void;
}

/** Sends an entry to the pathway, once however often it is sent, and shows what it came to. */
export function useRiskEntry({ riskCase, patientId, onDone }: RiskFormProps) {
  const refresh = useRefreshPatient(patientId);
  const [requestId] = useState(() => crypto.randomUUID());
  return {
    send: (entry: NewRiskEntry) => api.post(`/risk-cases/${riskCase.id}/entries`, RiskCaseReply, { requestId, entry }),
    onSent: () => {
      void refresh();
      onDone();
    },
  };
}
