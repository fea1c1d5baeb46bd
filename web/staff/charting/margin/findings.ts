import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect } from 'react';
import { Findings, type Finding } from '#server/margin/findings/findings.contract.ts';
import { api } from '../../../ui/api/api.ts';
import type { JournalStatus } from '../../../ui/journal/journal.ts';

const FindingsHere = createContext<readonly Finding[]>([]);
export const FindingsProvider = FindingsHere.Provider;

/** What was found at one field. */
export function useFindingsAt(at: string): readonly Finding[] {
  return useContext(FindingsHere).filter((finding) => finding.at === at);
}

/** What an auditor would find in the draft as the server has it: asked anew each time the words have been saved, never in their way. */
export function useFindings(draftId: string, status: JournalStatus) {
  const queries = useQueryClient();
  const findings = useQuery({
    queryKey: ['draft-findings', draftId],
    queryFn: () => api.get(`/drafts/${draftId}/findings`, Findings),
    placeholderData: (before) => before,
  });
  useEffect(() => {
    if (status.kind === 'saved') void queries.invalidateQueries({ queryKey: ['draft-findings', draftId] });
  }, [status.kind, draftId, queries]);
  return findings;
}
