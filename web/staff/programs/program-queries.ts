import { queryOptions, useQuery } from '@tanstack/react-query';
import { LevelsOfCare } from '#server/programs/levels-of-care/levels-of-care.contract.ts';
import { Programs } from '#server/programs/programs/programs.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useMe } from '../identity/session.ts';

/** Programs change rarely; five minutes old is new enough. */
export const programQueries = {
  all: queryOptions({ queryKey: ['programs'], queryFn: () => api.get('/programs', Programs), staleTime: 300_000 }),
  levelsOfCare: queryOptions({ queryKey: ['levels-of-care'], queryFn: () => api.get('/levels-of-care', LevelsOfCare), staleTime: 3_600_000 }),
};

/** The programs in which the signed-in person works, as choices. */
export function useMyPrograms(): { value: string; label: string }[] {
  const { programIds } = useMe();
  const programs = useQuery(programQueries.all);
  return (programs.data?.items ?? []).filter(({ id, active }) => active && programIds.includes(id)).map(({ id, name }) => ({ value: id, label: name }));
}
