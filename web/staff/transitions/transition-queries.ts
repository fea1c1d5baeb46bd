import { useQuery } from '@tanstack/react-query';
import { Transitions } from '#server/transitions/transitions/transitions.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useMay } from '../identity/session.ts';

/** Moves of a person, and the reasons that there are; nothing for who does not read charts. */
export function useTransitions(patientId: string) {
  const may = useMay();
  const queryFn = () => api.get(`/patients/${patientId}/transitions`, Transitions);
  return useQuery({ queryKey: ['patient', patientId, 'transitions'], queryFn, enabled: may('chart.read') });
}
