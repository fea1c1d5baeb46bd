import { useQuery } from '@tanstack/react-query';
import { Transitions } from '#server/transitions/transitions/transitions.contract.ts';
import { api } from '../../ui/api/api.ts';

/** Moves of a person, and the reasons that there are. */
export function useTransitions(patientId: string) {
  return useQuery({ queryKey: ['patient', patientId, 'transitions'], queryFn: () => api.get(`/patients/${patientId}/transitions`, Transitions) });
}
