import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { FoundPatients } from '#server/patients/search/search.contract.ts';
import { api } from '../../ui/api/api.ts';

/** People of one's own programs who fit what is being typed; the last answer stays until the next one comes. */
export function usePatientSearch(text: string, enabled = true) {
  const q = text.trim();
  return useQuery({
    queryKey: ['patient-search', q],
    queryFn: () => api.get('/patients', FoundPatients, { q }),
    enabled: enabled && q.length >= 2,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}
