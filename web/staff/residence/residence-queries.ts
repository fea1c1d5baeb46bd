import { useMutation, useQueryClient, queryOptions } from '@tanstack/react-query';
import { Board } from '#server/residence/board/board.contract.ts';
import { Houses } from '#server/residence/census/census.contract.ts';
import { api } from '../../ui/api/api.ts';

export const residenceQueries = {
  board: queryOptions({ queryKey: ['residence', 'board'], queryFn: () => api.get('/residence/board', Board), refetchInterval: 60_000 }),
  houses: queryOptions({ queryKey: ['residence', 'houses'], queryFn: () => api.get('/residence/sites', Houses), staleTime: 300_000 }),
};

/** Something done at the board; afterwards it is drawn as it now stands. */
export function useBoardAct<Input = void>(act: (input: Input) => Promise<unknown>, onDone: () => void = () => undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['residence'] });
      onDone();
    },
  });
}
