import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { Calls } from '#server/intake/calls/calls.contract.ts';
import { Checklist } from '#server/intake/checklists/checklists.contract.ts';
import { Questions, Screenings } from '#server/intake/screenings/screenings.contract.ts';
import { Sources } from '#server/intake/sources/sources.contract.ts';
import { Waitlist } from '#server/intake/waitlist/waitlist.contract.ts';
import { api } from '../../ui/api/api.ts';

/** The questions of the intake desk, each with its key under `['intake']`. */
export const intakeQueries = {
  calls: (settled: boolean) => queryOptions({ queryKey: ['intake', 'calls', settled], queryFn: () => api.get('/intake/calls', Calls, { settled }) }),
  sources: queryOptions({ queryKey: ['intake', 'sources'], queryFn: () => api.get('/intake/sources', Sources) }),
  waitlist: (programId: string) =>
    queryOptions({ queryKey: ['intake', 'waitlist', programId], queryFn: () => api.get('/intake/waitlist', Waitlist, programId ? { programId } : {}) }),
  questions: (programId: string) =>
    queryOptions({ queryKey: ['intake', 'questions', programId], queryFn: () => api.get('/intake/screening-questions', Questions, { programId }), staleTime: 3_600_000 }),
  screenings: (episodeId: string) =>
    queryOptions({ queryKey: ['intake', 'screenings', episodeId], queryFn: () => api.get(`/episodes/${episodeId}/screenings`, Screenings) }),
  checklist: (episodeId: string) => queryOptions({ queryKey: ['intake', 'checklist', episodeId], queryFn: () => api.get(`/episodes/${episodeId}/checklist`, Checklist) }),
};

/** Something done at the intake desk; what is shown of it is asked anew. */
export function useIntakeAct<Input = void, Reply = unknown>(act: (input: Input) => Promise<Reply>, onDone?: (reply: Reply) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (reply) => {
      onDone?.(reply);
      await queries.invalidateQueries({ queryKey: ['intake'] });
    },
  });
}
