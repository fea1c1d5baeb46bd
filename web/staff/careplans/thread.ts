import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Thread } from '#server/careplans/thread/thread.contract.ts';
import { api } from '../../ui/api/api.ts';
import { tellProblem } from '../../ui/form/tell.ts';

/** The objectives that a note may point at, and how to point at others. */
export function useThread(draftId: string) {
  const queries = useQueryClient();
  const key = ['draft-objectives', draftId];
  const thread = useQuery({ queryKey: key, queryFn: () => api.get(`/drafts/${draftId}/objectives`, Thread) });
  const marking = useMutation({
    mutationFn: (objectiveIds: readonly string[]) => api.put(`/drafts/${draftId}/objectives`, Thread, { objectiveIds }),
    onSuccess: async (answer) => {
      queries.setQueryData(key, answer);
      await queries.invalidateQueries({ queryKey: ['draft-findings', draftId] });
    },
    onError: tellProblem,
  });
  return { objectives: thread.data?.objectives ?? [], mark: marking.mutate, isPending: marking.isPending };
}
