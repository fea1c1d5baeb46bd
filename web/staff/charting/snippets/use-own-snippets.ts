import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Snippet } from '../fields/snippets.ts';
import { snippetQueries } from './snippet-queries.ts';

/** The writer's own words that unfold, then those of the program of the note. */
export function useOwnSnippets(programId: string): readonly Snippet[] {
  const { data } = useQuery(snippetQueries.all);
  return useMemo(() => (data?.items ?? []).filter((one) => one.programId === null || one.programId === programId), [data, programId]);
}
